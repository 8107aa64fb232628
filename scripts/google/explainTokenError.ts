import { z } from 'zod'
import type { Failure } from './failure.ts'
import { GoogleError } from './GoogleError.ts'
import { googleReason } from './googleReason.ts'
import type { Credentials } from './readCredentials.ts'
import { loginCommand } from './scopes.ts'

/** Which request of the chain failed: the identity's own token, its exchange, or the account's token. */
type Step = 'identity' | 'exchange' | 'impersonation' | 'login' | 'key'

interface Text {
  readonly message: string
  readonly hint: string
}

const oauthBody = z.object({ error: z.string(), error_description: z.string().default('') })

/** Says in words why no access token could be had, and where to click. Holds nothing of the credentials. */
export function explainTokenError(
  failure: Failure,
  credentials: Credentials,
  scopes: readonly string[],
): GoogleError {
  if (failure.kind === 'answer') {
    const { status } = failure
    const step = stepOf(failure, credentials)
    const trouble = step === 'impersonation' && status === 403 ? 'forbidden' : 'unauthenticated'
    return new GoogleError(trouble, refusal(step, failure, { credentials, scopes }), { status })
  }
  const host = failure.place.host === '' ? 'Google' : failure.place.host
  if (failure.kind === 'broken')
    return new GoogleError('unauthenticated', unusable(failure.code, credentials))
  const trouble = failure.kind === 'timeout' || failure.kind === 'malformed' ? failure.kind : 'unavailable'
  return new GoogleError(trouble, {
    message: `${host} gave no access token.`,
    hint: 'The last good data stays. Check the network of this computer and run npm run sync again later.',
  })
}

function stepOf({ place }: Failure, credentials: Credentials): Step {
  if (place.path.endsWith(':generateAccessToken')) return 'impersonation'
  const file = credentials.file()
  const source = file?.type === 'impersonated_service_account' ? file.source_credentials : file
  if (source?.type === 'external_account') {
    const exchange = new URL(source.token_url)
    return place.host === exchange.host && place.path === exchange.pathname ? 'exchange' : 'identity'
  }
  if (source?.type === 'authorized_user') return 'login'
  return source === null ? 'identity' : 'key'
}

interface Known {
  readonly credentials: Credentials
  readonly scopes: readonly string[]
}

function refusal(step: Step, { status, body }: Extract<Failure, { kind: 'answer' }>, known: Known): Text {
  const oauth = oauthBody.safeParse(body).data
  switch (step) {
    case 'identity':
      return {
        message: `The identity to be exchanged for a Google token was refused where it comes from (status ${status}).`,
        hint: 'In GitHub Actions the job needs "permissions: id-token: write", and the auth step must run in the same job as the sync: its token is good for minutes. Elsewhere check the credential_source of the credentials file.',
      }
    case 'exchange':
      return exchangeText(status, oauth?.error_description ?? '')
    case 'impersonation':
      return impersonationText(status, body, known)
    case 'login':
      return {
        message: `Google no longer accepts the login of this computer (status ${status}).`,
        hint: `It ran out or was revoked. Sign in again: ${loginCommand(known.scopes)}`,
      }
    case 'key':
      return keyText(status, oauth?.error_description ?? '')
  }
}

function exchangeText(status: number, description: string): Text {
  const where = 'Google Cloud console > IAM & Admin > Workload Identity Federation'
  if (/attribute condition/i.test(description)) {
    return {
      message: `Google's token exchange refused this identity: it does not fulfil the provider's attribute condition (status ${status}).`,
      hint: `${where} > the pool > the provider > Edit > Attribute conditions: it must allow this repository (and branch or environment, if named).`,
    }
  }
  if (/expired|stale|too old|not yet valid|issued in the future/i.test(description)) {
    return {
      message: `Google's token exchange refused this identity as too old or too new (status ${status}).`,
      hint: 'Let the sync follow the auth step at once, in the same job; check the clock of this computer.',
    }
  }
  return {
    message: `Google's token exchange refused this identity (status ${status}): the workload identity pool or provider is not what the credentials name.`,
    hint: `${where}: check that the pool and the provider exist and are enabled, that the provider's issuer is right (for GitHub https://token.actions.githubusercontent.com) and its audience the one in the credentials, and that "workload_identity_provider" is the full name projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`,
  }
}

function impersonationText(status: number, body: unknown, { credentials }: Known): Text {
  const account = credentials.account ?? 'the service account'
  const reason = googleReason(status, body)
  if (reason.kind === 'api_disabled') {
    const project =
      reason.project === null ? 'the project of the service account' : `project ${reason.project}`
    return {
      message: `The ${reason.api} is not enabled in ${project}.`,
      hint: `Google Cloud console > APIs & Services > Library > ${reason.api} > Enable; then wait five minutes.`,
    }
  }
  if (status === 404) {
    return {
      message: `There is no service account ${account}.`,
      hint: 'Google Cloud console > IAM & Admin > Service Accounts: compare the address with the "service_account" of the auth step, or make the account.',
    }
  }
  const role =
    credentials.kind === 'external_account'
      ? 'Workload Identity User (roles/iam.workloadIdentityUser) to the principal set of your repository: principalSet://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/attribute.repository/OWNER/REPOSITORY'
      : 'Service Account Token Creator (roles/iam.serviceAccountTokenCreator) to the account that you signed in with'
  return {
    message: `These credentials may not act for ${account} (status ${status}).`,
    hint: `Google Cloud console > IAM & Admin > Service Accounts > ${account} > Principals with access > Grant access: give the role ${role}. It takes a few minutes to have effect.`,
  }
}

function keyText(status: number, description: string): Text {
  if (/short-lived|reasonable timeframe/i.test(description)) {
    return {
      message: `Google did not accept the key file: the clock of this computer is wrong (status ${status}).`,
      hint: 'Set the clock (date and time zone) and run npm run sync again.',
    }
  }
  return {
    message: `Google did not accept the key file: the key was deleted or disabled, or the account is gone (status ${status}).`,
    hint: 'Google Cloud console > IAM & Admin > Service Accounts > the account > Keys: compare, or make a new key. Better: give up key files for workload identity federation (npm run setup).',
  }
}

function unusable(code: string | null, { kind, path }: Credentials): Text {
  const shown = code === null ? '' : ` (${code})`
  if (kind === 'service_account') {
    return {
      message: `The private key in the key file cannot be used${shown}: ${path ?? ''}.`,
      hint: 'Download the key file again; do not open and save it in an editor.',
    }
  }
  return {
    message: `The credentials could not be used${shown}${path === null ? '' : `: ${path}`}.`,
    hint: 'The file, program or address that they take the identity from gave none. In GitHub Actions let the auth step run in the same job, with "permissions: id-token: write".',
  }
}
