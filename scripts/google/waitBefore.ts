import type { Failure } from './failure.ts'
import { isRateLimit } from './googleReason.ts'

/** How often a request may be sent. */
export type Repeat =
  /** It changes nothing, or it leaves the same behind however often it is sent. */
  | 'always'
  /** Only if it certainly was not carried out. */
  | 'unless_carried_out'

export interface Attempts {
  readonly failure: Failure
  /** Tries so far, from 1. */
  readonly tries: number
  readonly repeat: Repeat
  /** The caller can ask for less: twice too slow is enough. */
  readonly halvable: boolean
}

const base = 1000
const cap = 64_000
const serverErrors = new Set([408, 500, 502, 503, 504])
/** One spreadsheet that is out of order must leave the others time: some two minutes of it are enough. */
const mostTries = 10
/** Each has cost a request's whole time already. */
const mostTimeouts = 4

/**
 * Milliseconds to wait before the next try, null for no next try: full jitter over a doubling backoff, after
 * a 429 on top of the rest of the quota's minute, and never less than the server asked for. A 429 is waited out
 * until the run's deadline; anything else that does not go away is given up.
 */
export function waitBefore(
  { failure, tries, repeat, halvable }: Attempts,
  { now, random }: { readonly now: number; readonly random: () => number },
): number | null {
  if (!isRetried(failure, repeat)) return null
  if (!isRateLimit(failure) && tries >= mostTriesOf(failure, halvable)) return null
  const jitter = random() * Math.min(cap, base * 2 ** (tries - 1))
  const asked = failure.kind === 'answer' ? (failure.retryAfter ?? 0) : 0
  if (isRateLimit(failure)) return Math.max(asked, 60_000 - (now % 60_000)) + jitter
  return Math.max(asked, jitter)
}

/** Of a request that can be halved fewer: then less is asked for. */
function mostTriesOf(failure: Failure, halvable: boolean): number {
  if (halvable) return isTooMuch(failure) ? 2 : 3
  return failure.kind === 'timeout' ? mostTimeouts : mostTries
}

function isRetried(failure: Failure, repeat: Repeat): boolean {
  if (isRateLimit(failure) || failure.kind === 'unreachable') return true
  if (repeat === 'unless_carried_out' || failure.kind === 'broken') return false
  return failure.kind !== 'answer' || serverErrors.has(failure.status)
}

/** What a smaller request may cure. */
function isTooMuch(failure: Failure): boolean {
  return failure.kind === 'timeout' || (failure.kind === 'answer' && serverErrors.has(failure.status))
}
