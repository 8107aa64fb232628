import type { Formats, Weekday } from '../../src/format/formats.ts'
import type { Settings } from '../private/settings.ts'

const weekdayOf = { monday: 'Mon', saturday: 'Sat', sunday: 'Sun' } as const satisfies Record<string, Weekday>

/** How a practice's settings have money, numbers and dates written: in English words, dates as in the locale's region. */
export function formatsOf({
  currency,
  locale,
  first_day_of_week,
}: Pick<Settings, 'currency' | 'locale' | 'first_day_of_week'>): Formats {
  const region = new Intl.Locale(locale).maximize().region ?? 'US'
  const dates = `en-${region}`
  const [first] = new Intl.DateTimeFormat(dates, { dateStyle: 'medium' }).formatToParts()
  const isDayFirst = first?.type === 'day'
  return { locale, dates, currency, isDayFirst, firstWeekday: weekdayOf[first_day_of_week] }
}
