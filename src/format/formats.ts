/** How a practice writes money, numbers and dates; its words stay English. */
export interface Formats {
  /** BCP 47, for numbers and money: `en-US`, `en-CA`, `de-CH`. */
  readonly locale: string
  /** BCP 47, for dates, whose words are English: `en-US`, `en-CA`, `en-CH`. */
  readonly dates: string
  /** ISO 4217, such as `USD`; amounts are hundredths of it. */
  readonly currency: string
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
  firstWeekday: 'Mon',
}

const inForce = { formats: americanFormats }

/** Made when they are needed, and once: to make one takes longer than to use it a hundred times. */
const made = new Map<Intl.NumberFormatOptions, Intl.NumberFormat>()

/**
 * From here on all numbers, money and dates are written so: a page shows one practice, and a sync writes one at a time.
 * Without formats, as in a bundle of before, Americans' hold.
 */
export function writeAs(formats: Formats = americanFormats): void {
  inForce.formats = formats
  made.clear()
}

/** How things are written now. */
export function formatsInForce(): Formats {
  return inForce.formats
}

/** Writes numbers as `options` say, which are told apart by identity: keep them in a constant. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = made.get(options)
  if (known !== undefined) return known
  const { locale, currency } = inForce.formats
  const format = new Intl.NumberFormat(
    locale,
    options.style === 'currency' ? { ...options, currency } : options,
  )
  made.set(options, format)
  return format
}

/** A number and its unit, in English whatever language numbers are written in: `34.6 days`, `1 minute`. */
export function formatUnit(value: number, options: Intl.NumberFormatOptions, unit: 'day' | 'minute'): string {
  const text = numberFormat(options).format(value)
  return `${text} ${unit}${/^\D*1$/.test(text) ? '' : 's'}`
}
