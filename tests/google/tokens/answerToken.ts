import { GoogleProblem, sheetsProblem } from '../http/GoogleProblem.ts'
import type { Call } from '../http/readCall.ts'
import type { Tokens } from './Tokens.ts'

const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange'

/** The token of the outside world, as the runner of a workflow gives it. */
export function answerOidc(call: Call, tokens: Tokens): unknown {
  if (call.authorization === null) throw sheetsProblem(401, 'UNAUTHENTICATED', { message: 'Unauthorized' })
  return { count: 1, value: tokens.giveOidc() }
}

/** The token exchange: one of the outside world for a federated one. */
export function answerExchange(call: Call, tokens: Tokens): unknown {
  const form = new URLSearchParams(call.body)
  if (form.get('grant_type') !== exchange)
    throw exchangeProblem('unsupported_grant_type', 'Invalid grant_type.')
  const token = tokens.exchange(form.get('subject_token'))
  if (token === null) {
    throw exchangeProblem('invalid_grant', 'The given credential is rejected by the attribute condition.')
  }
  return {
    access_token: token,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3600,
  }
}

/** 400 of the token exchange, which has a shape of its own. */
export function exchangeProblem(error: string, description: string): GoogleProblem {
  return new GoogleProblem({ status: 400, body: { error, error_description: description } })
}

/** Impersonation: a federated token for one of the service account, with the scopes that were asked for. */
export function answerImpersonation(call: Call, tokens: Tokens): unknown {
  if (!tokens.isFederated(call.authorization)) {
    throw sheetsProblem(401, 'UNAUTHENTICATED', {
      message: 'Request had invalid authentication credentials.',
    })
  }
  const { scope, lifetime } = impersonationRequest(call)
  if (scope.length === 0) {
    throw sheetsProblem(400, 'INVALID_ARGUMENT', { message: 'Scope field must not be empty.' })
  }
  // Of the true clock, because the client compares it with that.
  const expireTime = new Date(Date.now() + Number.parseInt(lifetime, 10) * 1000).toISOString()
  return { accessToken: tokens.giveAccess(scope), expireTime }
}

/** What an impersonation asks for. */
export function impersonationRequest(call: Call): { scope: readonly string[]; lifetime: string } {
  const body: unknown = JSON.parse(call.body === '' ? '{}' : call.body)
  const asked = typeof body === 'object' && body !== null ? body : {}
  const scope = 'scope' in asked && Array.isArray(asked.scope) ? asked.scope.map(String) : []
  const lifetime = 'lifetime' in asked && typeof asked.lifetime === 'string' ? asked.lifetime : '3600s'
  return { scope, lifetime }
}

/** 403: the federated identity may not act as the service account. */
export function impersonationDenied(): GoogleProblem {
  return sheetsProblem(403, 'PERMISSION_DENIED', {
    message: "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).",
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'IAM_PERMISSION_DENIED',
        domain: 'iam.googleapis.com',
        metadata: { permission: 'iam.serviceAccounts.getAccessToken' },
      },
    ],
  })
}
