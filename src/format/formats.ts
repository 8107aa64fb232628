/** How a practice writes money, numbers and dates; its words stay English. */
export interface Formats {
  /** BCP 47, for numbers and money: `en-US`, `en-CA`, `de-CH`. */
  readonly locale: string
  /** BCP 47, for dates, whose words are English: `en-US`, `en-CA`, `en-CH`. */
  readonly dates: string
  /** ISO 4217, such as `USD`; amounts are hundredths of it. */
  readonly currency: string
  /** Whether a date is `31 Oct 2026` rather than `Oct 31, 2026`. */
  readonly isDayFirst: boolean
  /** The weekday that a week begins with, as tables have it: `Mon`. */
  readonly firstWeekday: Weekday
}

/** Weekdays as tables have them. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Weekday = (typeof weekdays)[number]

/** What holds until a practice says otherwise. */
export const americanFormats: Formats = {
  locale: 'en-US',
  dates: 'en-US',
  currency: 'USD',
  isDayFirst: false,
  firstWeekday: 'Mon',
}

const inForce = { formats: americanFormats }

/**
 * From here on all numbers, money and dates are written so: a page shows one practice, and a sync writes one at a time.
 * Without formats, as in a bundle of before, Americans' hold.
 */
export function writeAs(formats: Formats = americanFormats): void {
  inForce.formats = formats
}

/** How things are written now. */
export function formatsInForce(): Formats {
  return inForce.formats
}
