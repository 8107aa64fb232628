/** A moment as the practice's own clock shows it: `Nov 4, 2026, 6:00 AM`. Takes ISO 8601 and an IANA time zone. */
export function formatMoment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )
}
