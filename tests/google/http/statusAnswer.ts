import type { Operation } from '../fault.ts'
import { exchangeProblem, impersonationDenied } from '../tokens/answerToken.ts'
import { badRequest, driveProblem, sheetsProblem, type GoogleProblem } from './GoogleProblem.ts'
import {
  invalidToken,
  notFound,
  notPermitted,
  quotaExceeded,
  retryAfterHeader,
  serverTrouble,
} from './problems.ts'
import type { Route } from './readCall.ts'

interface Order {
  readonly status: number
  readonly retryAfter?: string | undefined
}

/** The body that Google sends with a status, for each of its services. */
export function statusAnswer(route: Route, { status, retryAfter }: Order): GoogleProblem {
  if (status >= 500) return serverTrouble(status, retryAfter)
  if (isOfToken(route.operation)) return tokenAnswer(route.operation, status)
  const api = route.operation === 'file' ? 'drive' : 'sheets'
  switch (status) {
    case 400:
      return badRequest('Request contains an invalid argument.')
    case 401:
      return invalidToken(api)
    case 403:
      return notPermitted(api)
    case 404:
      return notFound(api, route.id ?? '')
    case 429:
      if (api === 'sheets') return quotaExceeded(isRead(route) ? 'Read' : 'Write', retryAfter)
      return driveProblem(
        429,
        { reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' },
        retryAfterHeader(retryAfter),
      )
    default:
      return sheetsProblem(status, 'UNKNOWN', {
        message: `Error ${status}`,
        headers: retryAfterHeader(retryAfter),
      })
  }
}

export function isRead(route: Route): boolean {
  return route.operation === 'get' || route.operation === 'values'
}

function isOfToken(operation: Operation): boolean {
  return operation === 'oidc' || operation === 'sts' || operation === 'impersonation'
}

function tokenAnswer(operation: Operation, status: number): GoogleProblem {
  if (operation === 'sts' && status === 400) {
    return exchangeProblem('invalid_grant', 'The given credential is rejected by the attribute condition.')
  }
  if (operation === 'impersonation' && status === 403) return impersonationDenied()
  const name = status === 429 ? 'RESOURCE_EXHAUSTED' : 'UNAUTHENTICATED'
  return sheetsProblem(status, name, { message: `Error ${status}` })
}
