import { Temporal } from 'temporal-polyfill'

/** The civil date, `2026-10-31`, of an instant (UTC) in a time zone. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
