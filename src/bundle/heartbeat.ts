/** What a scheduled sync leaves behind after each run, in the open: when, and whether all went well. */
export interface Heartbeat {
  /** End of the run, ISO 8601, UTC. */
  readonly time: string
  /** Published or found unchanged, with every spreadsheet read. */
  readonly ok: boolean
}

/** Where the schedule stands; `stopped` whatever the last run said, once it is too long ago. */
export type RunState = 'fine' | 'failed' | 'stopped'

const hour = 3_600_000

/** A run is expected at least once a day; two hours more are a late runner's, and no reason to worry. */
export const fineUpTo = 26 * hour

/** Numbers older than this are said to be so on every page; every run signs a new time, changes or none. */
export const staleAfter = 36 * hour

/** Where the schedule stands at `now` (milliseconds since 1970). A clock that is behind sees a fresh run. */
export function runState({ time, ok }: Heartbeat, now: number): RunState {
  if (now - Date.parse(time) > fineUpTo) return 'stopped'
  return ok ? 'fine' : 'failed'
}

/** Reads a heartbeat file's text; null for anything that is not exactly one. */
export function parseHeartbeat(text: string): Heartbeat | null {
  try {
    const found: unknown = JSON.parse(text)
    if (typeof found !== 'object' || found === null || Object.keys(found).length !== 2) return null
    const { time, ok } = found as Partial<Record<keyof Heartbeat, unknown>>
    return typeof time === 'string' && isInstant(time) && typeof ok === 'boolean' ? { time, ok } : null
  } catch {
    return null
  }
}

/** Whether a text is a moment in UTC, such as 2026-11-04T11:00:00Z. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
}
