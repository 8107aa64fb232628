import {
  AwsClient,
  Compute,
  IdentityPoolClient,
  JWT,
  PluggableAuthClient,
  UserRefreshClient,
  type AuthClient,
} from 'google-auth-library'
import { z } from 'zod'
import type { CredentialFile, Federation, SourceCredentials } from './credentialFile.ts'
import { MalformedAnswer } from './failure.ts'
import type { Credentials } from './readCredentials.ts'
import { loopbackUrl } from './readEndpoints.ts'

/** Gives access tokens; keeps one as long as it is good for five minutes more. */
export interface TokenClient {
  token(): Promise<string>
  /** Project to charge the requests to; null for the account's own. */
  readonly quotaProject: string | null
}

/** Seconds an impersonated token lives: the shortest that Google gives to federated credentials. */
const lifetime = 600

const cloudPlatform = 'https://www.googleapis.com/auth/cloud-platform'

/** Every request for a token is sent once, ends in time, and follows no redirect; the rest is `requestLoop`'s. */
interface TokenRequests {
  readonly scopes: readonly string[]
  /** Milliseconds for one request. */
  readonly timeout: number
}

/** A fresh client for these credentials. Nothing is sent before `token` is called. */
export function tokenClient(credentials: Credentials, requests: TokenRequests): TokenClient {
  const file = credentials.file()
  const quotaProject = file?.quota_project_id ?? null
  if (file?.type === 'impersonated_service_account') {
    return { token: impersonate(file, requests), quotaProject }
  }
  const client =
    file === null ? new Compute({ ...base(requests), scopes: [...requests.scopes] }) : source(file, requests)
  return { token: () => tokenOf(client), quotaProject }
}

function base({ timeout }: TokenRequests) {
  const transporterOptions = { timeout, redirect: 'manual' as const, noProxy: [loopbackUrl] }
  return { transporterOptions, useAuthRequestParameters: false }
}

function source(file: SourceCredentials, requests: TokenRequests): AuthClient {
  const client = build(file, requests)
  sendOnce(client)
  return client
}

function build(file: SourceCredentials, requests: TokenRequests): AuthClient {
  const options = base(requests)
  switch (file.type) {
    case 'service_account': {
      const { client_email: email, private_key: key, private_key_id: keyId } = file
      return new JWT({ ...options, email, key, ...(keyId && { keyId }), scopes: [...requests.scopes] })
    }
    case 'authorized_user': {
      const { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken } = file
      return new UserRefreshClient({ ...options, clientId, clientSecret, refreshToken })
    }
    case 'external_account':
      return federate(file, requests)
  }
}

/** By the classes themselves: the library's own reader of the file warns on the console. */
function federate(file: Federation, requests: TokenRequests): AuthClient {
  const { credential_source: from, ...rest } = file
  const options = {
    ...rest,
    ...base(requests),
    scopes: [...requests.scopes],
    service_account_impersonation: { token_lifetime_seconds: lifetime },
  }
  if ('environment_id' in from) return new AwsClient({ ...options, credential_source: from })
  if ('executable' in from) return new PluggableAuthClient({ ...options, credential_source: from })
  return new IdentityPoolClient({ ...options, credential_source: from })
}

/**
 * Turns off the library's own retries (2.1 s of real time, no jitter) and sees that JSON came where JSON was
 * asked for. The token exchange has a transport of its own, which the library gives no option for.
 */
function sendOnce(client: AuthClient): void {
  const { transporter } = client
  transporter.interceptors.request.add({
    resolved: (config) => {
      config.retry = false
      delete config.retryConfig
      return Promise.resolve(config)
    },
  })
  transporter.interceptors.response.add({
    resolved: (response) => {
      const isObject = typeof response.data === 'object' && response.data !== null
      if (response.config.responseType !== 'json' || isObject) return Promise.resolve(response)
      return Promise.reject(new MalformedAnswer('no JSON where a token was asked for'))
    },
  })
  const exchange: unknown = Reflect.get(client, 'stsCredential')
  if (typeof exchange === 'object' && exchange !== null) Reflect.set(exchange, 'transporter', transporter)
}

async function tokenOf(client: AuthClient): Promise<string> {
  const { token } = await client.getAccessToken()
  if (!token) throw new MalformedAnswer('no token in the answer')
  return token
}

const generated = z.object({ accessToken: z.string().min(1), expireTime: z.iso.datetime() })

/** Of the library's own class only the token request is needed, and that class warns on the console. */
function impersonate(
  file: Extract<CredentialFile, { type: 'impersonated_service_account' }>,
  requests: TokenRequests,
): () => Promise<string> {
  const client = source(file.source_credentials, { ...requests, scopes: [cloudPlatform] })
  let held: { readonly token: string; readonly until: number } | null = null
  return async () => {
    if (held && held.until > Date.now()) return held.token
    const { data } = await client.request<unknown>({
      url: file.service_account_impersonation_url,
      method: 'POST',
      responseType: 'json',
      data: { delegates: file.delegates ?? [], scope: requests.scopes, lifetime: `${lifetime}s` },
    })
    const answer = generated.safeParse(data)
    if (!answer.success) throw new MalformedAnswer('no token in the answer')
    const { accessToken, expireTime } = answer.data
    held = { token: accessToken, until: Date.parse(expireTime) - client.eagerRefreshThresholdMillis }
    return accessToken
  }
}
