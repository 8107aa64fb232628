import { z } from 'zod'

const universe = z.literal('googleapis.com').default('googleapis.com')
const quotaProject = z.string().min(1).exactOptional()

const keyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  private_key_id: z.string().exactOptional(),
  quota_project_id: quotaProject,
  universe_domain: universe,
})

const login = z.object({
  type: z.literal('authorized_user'),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  refresh_token: z.string().min(1),
  account: z.string().optional(),
  quota_project_id: quotaProject,
  universe_domain: universe,
})

const text = z.string().min(1)
const maybe = z.string().exactOptional()

/** Where a federated identity's own token comes from: Amazon, a program, or a file, an address, a certificate. */
const fromAmazon = z.object({
  environment_id: text,
  regional_cred_verification_url: text,
  region_url: maybe,
  url: maybe,
  imdsv2_session_token_url: maybe,
})

const fromProgram = z.object({
  executable: z.object({
    command: text,
    timeout_millis: z.int().min(5000).max(120_000).exactOptional(),
    output_file: maybe,
  }),
})

const fromPool = z
  .object({
    file: maybe,
    url: maybe,
    headers: z.record(z.string(), z.string()).exactOptional(),
    format: z
      .union([
        z.object({ type: z.literal('json'), subject_token_field_name: text }),
        z.object({ type: z.literal('text') }),
      ])
      .exactOptional(),
    certificate: z
      .object({
        use_default_certificate_config: z.boolean().exactOptional(),
        certificate_config_location: maybe,
        trust_chain_path: maybe,
      })
      .exactOptional(),
  })
  .refine(({ file, url, certificate }) => [file, url, certificate].filter(Boolean).length === 1)

const federation = z.object({
  type: z.literal('external_account'),
  audience: z.string().min(1),
  subject_token_type: z.string().min(1),
  token_url: z.url(),
  service_account_impersonation_url: z.string().max(256).exactOptional(),
  credential_source: z.union([fromAmazon, fromProgram, fromPool]),
  client_id: maybe,
  client_secret: maybe,
  workforce_pool_user_project: maybe,
  quota_project_id: quotaProject,
  universe_domain: universe,
})

const impersonation = z.object({
  type: z.literal('impersonated_service_account'),
  service_account_impersonation_url: z.string().min(1).max(256),
  delegates: z.array(z.string()).nullish(),
  source_credentials: z.discriminatedUnion('type', [keyFile, login, federation]),
  quota_project_id: quotaProject,
  universe_domain: universe,
})

/** A credentials file, as far as the product looks into it. */
export const credentialFile = z.discriminatedUnion('type', [keyFile, login, federation, impersonation])

export type CredentialFile = z.output<typeof credentialFile>
/** Credentials that give a token without another's help. */
export type SourceCredentials = z.output<typeof impersonation>['source_credentials']
export type Federation = z.output<typeof federation>
