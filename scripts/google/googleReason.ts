import { z } from 'zod'
import type { Failure } from './failure.ts'

/** What an error answer of Google means, as far as it is known. */
export type GoogleReason =
  | { readonly kind: 'rate_limit' }
  /** `project` is the project's number or name where Google says it. */
  | { readonly kind: 'api_disabled'; readonly api: string; readonly project: string | null }
  | { readonly kind: 'quota_project' }
  | { readonly kind: 'scope_missing' }
  | { readonly kind: 'credential_missing' }
  | { readonly kind: 'domain_policy' }
  | { readonly kind: 'not_shared' }
  | { readonly kind: 'not_supported' }
  | { readonly kind: 'range_unknown' }
  | { readonly kind: 'range_outside' }
  | { readonly kind: 'unknown' }

const errorBody = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().default(''),
    errors: z.array(z.object({ reason: z.string().default('') })).default([]),
    details: z
      .array(
        z.object({ reason: z.string().default(''), metadata: z.record(z.string(), z.unknown()).default({}) }),
      )
      .default([]),
  }),
})

type ErrorBody = z.output<typeof errorBody>['error']

const rateReasons = new Set([
  'RATE_LIMIT_EXCEEDED',
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'sharingRateLimitExceeded',
])

/** Names by which people find the APIs in the Google Cloud console. */
const apis: readonly (readonly [RegExp, string])[] = [
  [/sheets\.googleapis\.com|Google Sheets API/, 'Google Sheets API'],
  [/drive\.googleapis\.com|Google Drive API/, 'Google Drive API'],
  [
    /iamcredentials\.googleapis\.com|IAM Service Account Credentials API/,
    'IAM Service Account Credentials API',
  ],
  [/sts\.googleapis\.com|Security Token Service API/, 'Security Token Service API'],
]

/**
 * Finds the reason in the body of an error answer by what is known of Google's answers. Google's own text is
 * only matched against and never passed on, because on a write it may quote a cell.
 */
export function googleReason(status: number, body: unknown): GoogleReason {
  const { data } = errorBody.safeParse(body)
  const error = data?.error ?? { message: '', status: '', errors: [], details: [] }
  const reasons = new Set([...error.errors, ...error.details].map(({ reason }) => reason))
  if (status === 429 || (status === 403 && [...rateReasons].some((reason) => reasons.has(reason)))) {
    return { kind: 'rate_limit' }
  }
  if (status === 403) return forbidden(error, reasons)
  if (status === 400) return badRequest(error)
  return { kind: 'unknown' }
}

/** Whether Google says that too much was asked in a short time; Drive says it with a 403. */
export function isRateLimit(failure: Failure): boolean {
  return failure.kind === 'answer' && googleReason(failure.status, failure.body).kind === 'rate_limit'
}

function forbidden(error: ErrorBody, reasons: ReadonlySet<string>): GoogleReason {
  const { message } = error
  if (/requires a quota project/i.test(message)) return { kind: 'quota_project' }
  if (
    reasons.has('SERVICE_DISABLED') ||
    reasons.has('accessNotConfigured') ||
    message.includes('has not been used in project')
  ) {
    return disabled(error)
  }
  if (
    reasons.has('ACCESS_TOKEN_SCOPE_INSUFFICIENT') ||
    reasons.has('insufficientPermissions') ||
    /insufficient authentication scopes/i.test(message)
  ) {
    return { kind: 'scope_missing' }
  }
  if (/missing a valid API key|unregistered callers/i.test(message)) return { kind: 'credential_missing' }
  if (reasons.has('domainPolicy') || /domain administrator/i.test(message)) return { kind: 'domain_policy' }
  const known = /does not have permission/i.test(message) || reasons.has('insufficientFilePermissions')
  return known ? { kind: 'not_shared' } : { kind: 'unknown' }
}

function disabled({ message, details }: ErrorBody): GoogleReason {
  const named = details.map(({ metadata }) => metadata.service).filter((name) => typeof name === 'string')
  const text = [...named, message].join(' ')
  const api = apis.find(([pattern]) => pattern.test(text))?.[1] ?? 'Google API that was called'
  return { kind: 'api_disabled', api, project: /in project ([\w-]{1,64}) before/.exec(message)?.[1] ?? null }
}

function badRequest({ message, status }: ErrorBody): GoogleReason {
  if (message.startsWith('Unable to parse range')) return { kind: 'range_unknown' }
  if (message.includes('exceeds grid limits')) return { kind: 'range_outside' }
  if (/not supported for this document/i.test(message)) return { kind: 'not_supported' }
  return status === 'FAILED_PRECONDITION' ? { kind: 'not_supported' } : { kind: 'unknown' }
}
