import { Temporal } from 'temporal-polyfill'

/**
 * `Saturday, November 21, 2026, 5:03 PM (Chicago time)`; `moment` is RFC 3339, the zone an IANA name. A moment
 * that is none is `an unknown time`: words about a run must never be what fails.
 */
export function momentInWords(moment: string, timeZone: string): string {
  if (Number.isNaN(Date.parse(moment))) return 'an unknown time'
  const zone = knownZone(timeZone)
  const local = Temporal.Instant.fromEpochMilliseconds(Date.parse(moment)).toZonedDateTimeISO(zone)
  const time = local.toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' })
  return `${dateInWords(local.toPlainDate().toString())}, ${plainBlanks(time)} (${zoneInWords(zone)})`
}

/** `Saturday, November 21, 2026` for `2026-11-21`. */
export function dateInWords(date: string): string {
  const words = Temporal.PlainDate.from(date).toLocaleString('en-US', {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
  return plainBlanks(words)
}

/** `October 2026` for `2026-10`. */
export function monthInWords(month: string): string {
  const first = Temporal.PlainDate.from(`${month}-01`)
  return plainBlanks(first.toLocaleString('en-US', { year: 'numeric', month: 'long' }))
}

/** The zone itself, or UTC for one that is unknown here (Google also has custom ones such as `GMT-07:00`). */
function knownZone(timeZone: string): string {
  try {
    Temporal.Now.zonedDateTimeISO(timeZone)
    return timeZone
  } catch {
    return 'UTC'
  }
}

function zoneInWords(timeZone: string): string {
  const city = timeZone.split('/').at(-1) ?? timeZone
  return city === timeZone || timeZone.startsWith('Etc/') ? city : `${city.replaceAll('_', ' ')} time`
}

/** The narrow blank before PM is not what people search for. */
function plainBlanks(text: string): string {
  return text.replace(/\s/g, ' ')
}
