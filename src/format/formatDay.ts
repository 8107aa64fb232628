const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** A civil date `2026-10-31` as `Oct 31, 2026`; no time zone is involved. */
export function formatDay(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`))
}
