import { driveProblem, sheetsProblem, type GoogleProblem } from './GoogleProblem.ts'

/** The project that the stand-in's account belongs to. */
const projectNumber = '1071851248496'

export type Api = 'sheets' | 'drive'

const services: Readonly<Record<Api, { readonly name: string; readonly host: string }>> = {
  sheets: { name: 'Google Sheets API', host: 'sheets.googleapis.com' },
  drive: { name: 'Google Drive API', host: 'drive.googleapis.com' },
}

const invalidCredentials =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other ' +
  'valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.'

/** 403: no Authorization header was sent at all. */
export function noCredentials(): GoogleProblem {
  return sheetsProblem(403, 'PERMISSION_DENIED', { message: 'The request is missing a valid API key.' })
}

/** 401: a token that is unknown or over. */
export function invalidToken(api: Api): GoogleProblem {
  const headers = { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' }
  if (api === 'sheets') {
    return sheetsProblem(401, 'UNAUTHENTICATED', { message: invalidCredentials, headers })
  }
  const place = { location: 'Authorization', locationType: 'header' }
  return driveProblem(401, { reason: 'authError', message: 'Invalid Credentials', ...place }, headers)
}

/** 403: the token was not asked for with the right scope. */
export function insufficientScopes(api: Api): GoogleProblem {
  const message = 'Request had insufficient authentication scopes.'
  if (api === 'drive') return driveProblem(403, { reason: 'insufficientPermissions', message })
  return sheetsProblem(403, 'PERMISSION_DENIED', {
    message,
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service: services.sheets.host })],
  })
}

/** 403: the API is switched off in the project. */
export function apiDisabled(api: Api): GoogleProblem {
  const { name, host } = services[api]
  const address = `https://console.developers.google.com/apis/api/${host}/overview?project=${projectNumber}`
  const message =
    `${name} has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ` +
    `${address} then retry. If you enabled this API recently, wait a few minutes for the action to propagate ` +
    'to our systems and retry.'
  if (api === 'drive') return driveProblem(403, { reason: 'accessNotConfigured', message })
  const metadata = { service: host, consumer: `projects/${projectNumber}` }
  return sheetsProblem(403, 'PERMISSION_DENIED', {
    message,
    details: [errorInfo('SERVICE_DISABLED', metadata)],
  })
}

/** 403: not shared with the account, or shared for reading only. */
export function notPermitted(api: Api): GoogleProblem {
  const message = 'The caller does not have permission'
  if (api === 'drive') return driveProblem(403, { reason: 'insufficientFilePermissions', message })
  return sheetsProblem(403, 'PERMISSION_DENIED', { message })
}

/** 404: no such spreadsheet. */
export function notFound(api: Api, id: string): GoogleProblem {
  if (api === 'sheets') {
    return sheetsProblem(404, 'NOT_FOUND', { message: 'Requested entity was not found.' })
  }
  const place = { location: 'fileId', locationType: 'parameter' }
  return driveProblem(404, { reason: 'notFound', message: `File not found: ${id}.`, ...place })
}

/** 400: an XLSX that lives in Drive. */
export function wrongDocument(): GoogleProblem {
  return sheetsProblem(400, 'FAILED_PRECONDITION', {
    message: 'This operation is not supported for this document',
  })
}

/** 429, as recorded: without Retry-After unless a test orders one. */
export function quotaExceeded(kind: 'Read' | 'Write', retryAfter?: string): GoogleProblem {
  const host = services.sheets.host
  return sheetsProblem(429, 'RESOURCE_EXHAUSTED', {
    message:
      `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' ` +
      `of service '${host}' for consumer 'project_number:${projectNumber}'.`,
    details: [
      errorInfo('RATE_LIMIT_EXCEEDED', {
        consumer: `projects/${projectNumber}`,
        quota_limit: `${kind}RequestsPerMinutePerUser`,
        quota_metric: `sheets.googleapis.com/${kind.toLowerCase()}_requests`,
        service: host,
      }),
    ],
    headers: retryAfterHeader(retryAfter),
  })
}

/** 500 or 503 and the like: nothing wrong with the request. */
export function serverTrouble(status: number, retryAfter?: string): GoogleProblem {
  const headers = retryAfterHeader(retryAfter)
  if (status === 503) {
    return sheetsProblem(503, 'UNAVAILABLE', {
      message: 'The service is currently unavailable.',
      headers,
    })
  }
  return sheetsProblem(status, 'INTERNAL', { message: 'Internal error encountered.', headers })
}

export function retryAfterHeader(retryAfter: string | undefined): Readonly<Record<string, string>> {
  return retryAfter === undefined ? {} : { 'retry-after': retryAfter }
}

function errorInfo(reason: string, metadata: Readonly<Record<string, string>>): unknown {
  const domain = 'googleapis.com'
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain, metadata }
}
