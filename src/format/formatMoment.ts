import { formatsInForce } from './formats.ts'

/** A moment as the practice's own clock shows it: `Nov 4, 2026, 6:00 AM`. Takes ISO 8601 and an IANA time zone. */
export function formatMoment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(formatsInForce().dates, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant))
}
