/** Why one request did not give what was asked for. Bodies are only looked into, never shown. */
export type Failure =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: unknown
      /** Milliseconds that the server asked to wait; null if it did not. */
      readonly retryAfter: number | null
      readonly place: Place
    }
  | { readonly kind: 'timeout'; readonly place: Place }
  /** The request certainly did not arrive: no such host, nobody listening. */
  | { readonly kind: 'unreachable'; readonly place: Place }
  /** The connection broke; whether the request was carried out is not known. */
  | { readonly kind: 'cut'; readonly place: Place }
  /** Status 200 or a redirect, and not what was asked for; `what` holds no value. */
  | { readonly kind: 'malformed'; readonly what: string; readonly place: Place }
  /** Not a matter of the moment: a certificate, an unreadable key, a fault of ours. */
  | { readonly kind: 'broken'; readonly code: string | null; readonly place: Place }

/** Host and path of a request, without its query; both empty if it was not sent. */
export interface Place {
  readonly host: string
  readonly path: string
}

/** An answer that is not what was asked for. `message` says how, and holds no value. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer'
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const cut = new Set([
  'ECONNRESET',
  'ERR_STREAM_PREMATURE_CLOSE',
  'EPIPE',
  'ECONNABORTED',
  'ENETDOWN',
  'EPROTO',
])

/** What an error of the client means; told by its shape, because several copies of the library may be there. */
export function toFailure(error: unknown, now: number): Failure {
  const place = placeOf(error)
  if (error instanceof MalformedAnswer) return { kind: 'malformed', what: error.message, place }
  const response = field(error, 'response')
  const status = field(response, 'status')
  if (typeof status === 'number') {
    if (status < 400) return { kind: 'malformed', what: status < 300 ? 'empty' : 'a redirect', place }
    const retryAfter = waitOf(field(response, 'headers'), now)
    return { kind: 'answer', status, body: field(response, 'data'), retryAfter, place }
  }
  const code = field(error, 'code')
  if (typeof code !== 'string') return { kind: 'broken', code: null, place }
  if (code === 'TimeoutError' || code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT')
    return { kind: 'timeout', place }
  if (unreachable.has(code)) return { kind: 'unreachable', place }
  if (cut.has(code)) return { kind: 'cut', place }
  if (code.startsWith('Z_')) return { kind: 'malformed', what: 'damaged compression', place }
  if (code.startsWith('HPE_')) return { kind: 'malformed', what: 'not HTTP', place }
  return { kind: 'broken', code: /^[A-Z][A-Z\d_]{2,40}$/.test(code) ? code : null, place }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function placeOf(error: unknown): Place {
  const url = field(field(error, 'config'), 'url')
  const text = url instanceof URL ? url.href : typeof url === 'string' ? url : ''
  if (!URL.canParse(text)) return { host: '', path: '' }
  const { host, pathname } = new URL(text)
  return { host, path: pathname }
}

/** Retry-After as seconds or as a date. */
function waitOf(headers: unknown, now: number): number | null {
  const get = field(headers, 'get')
  const text: unknown = typeof get === 'function' ? Reflect.apply(get, headers, ['retry-after']) : null
  if (typeof text !== 'string' || text.trim() === '') return null
  const seconds = Number(text)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}
