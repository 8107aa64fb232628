import type { Clock } from './clock.ts'
import { toFailure, type Failure } from './failure.ts'
import { GoogleError } from './GoogleError.ts'
import { isRateLimit } from './googleReason.ts'
import type { QuotaKind, ReadQuota } from './ReadQuota.ts'
import { waitBefore, type Repeat } from './waitBefore.ts'

/** What governs all requests of a run together. */
export interface Run {
  readonly clock: Clock
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number
  /** Instant (ms, clock) after which nothing is waited for or sent any more. */
  readonly deadline: number
  /** Milliseconds that one request may take, its answer's last byte included. */
  readonly requestTimeout: number
  readonly quota: ReadQuota
}

/** One request and how it may be repeated. */
export interface Call<T> {
  /** For messages, such as `reading the tabs of https://…`. */
  readonly doing: string
  /** The quota it counts against; null for what Google does not count. */
  readonly quota: QuotaKind | null
  readonly repeat: Repeat
  readonly halvable: boolean
  /** One try. `timeout` gives, when asked, the milliseconds that it may take. */
  send(timeout: () => number): Promise<T>
  /** Whether something was done about a refusal, so that one more try at once is worth it. */
  mend?(failure: Failure): boolean
  explain(failure: Failure): GoogleError
}

/**
 * Sends a request until it is answered well, is refused, or the run's deadline is near: what may be repeated
 * and after how long is `waitBefore`'s to say. Throws `GoogleError`, whose cause is never the client's error,
 * because that holds tokens and cells.
 */
export async function requestLoop<T>(call: Call<T>, run: Run): Promise<T> {
  const { clock, deadline } = run
  let last: Failure | null = null
  for (let tries = 1; ; tries++) {
    await myTurn(call, run, last)
    try {
      return await call.send(() => Math.max(1, Math.min(run.requestTimeout, deadline - clock.now())))
    } catch (error) {
      if (error instanceof GoogleError) throw error
      const failure = toFailure(error, clock.now())
      last = failure
      if (call.mend?.(failure)) continue
      const wait = waitBefore(
        { failure, tries, repeat: call.repeat, halvable: call.halvable },
        {
          now: clock.now(),
          random: run.random,
        },
      )
      if (wait === null) throw call.explain(failure)
      if (call.quota !== null && isRateLimit(failure)) run.quota.holdUntilNextMinute(call.quota)
      if (clock.now() + wait >= deadline) throw timeIsUp(call.doing, failure)
      await clock.sleep(wait)
    }
  }
}

async function myTurn(
  call: Call<unknown>,
  { clock, deadline, quota }: Run,
  last: Failure | null,
): Promise<void> {
  if (clock.now() >= deadline) throw timeIsUp(call.doing, last)
  if (call.quota === null) return
  if (!(await quota.take(call.quota, deadline))) throw timeIsUp(call.doing, last ?? 'quota')
}

function timeIsUp(doing: string, last: Failure | 'quota' | null): GoogleError {
  const status = last !== null && last !== 'quota' && last.kind === 'answer' ? { status: last.status } : {}
  return new GoogleError(
    'deadline',
    {
      message: `Time was up while ${doing}. ${waitedFor(last)}`,
      hint: 'The last good data stays. Run npm run sync again later. If it happens often, raise "sheets: deadline_minutes" in the configuration, or share fewer spreadsheets per run.',
    },
    status,
  )
}

function waitedFor(last: Failure | 'quota' | null): string {
  if (last === null) return "The run's deadline had passed before it was asked."
  if (last === 'quota') return 'It waited for its turn: Google allows so many requests a minute.'
  if (isRateLimit(last))
    return 'It waited for the next minute, because Google counted too many requests (429).'
  const to = last.place.host === '' ? 'Google' : last.place.host
  switch (last.kind) {
    case 'answer':
      return `The last answer of ${to} was an error (status ${last.status}).`
    case 'timeout':
      return `${to} had not answered in time.`
    case 'unreachable':
      return `${to} could not be reached.`
    case 'cut':
      return `The connection to ${to} broke.`
    case 'malformed':
      return `The last answer was not what was asked for: ${last.what}.`
    case 'broken':
      return `The request to ${to} could not be made.`
  }
}
