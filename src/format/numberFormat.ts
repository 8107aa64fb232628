import { formatsInForce, type Formats } from './formats.ts'

/** Made when they are needed, and once: to make one takes longer than to use it a hundred times. */
const made = new Map<Intl.NumberFormatOptions, Intl.NumberFormat>()
const madeFor: { formats: Formats | null } = { formats: null }

/** Writes numbers as the formats in force and `options` say; the latter are told apart by identity: keep them in a constant. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const formats = formatsInForce()
  if (madeFor.formats !== formats) {
    made.clear()
    madeFor.formats = formats
  }
  const known = made.get(options)
  if (known !== undefined) return known
  const { locale, currency } = formats
  const format = new Intl.NumberFormat(
    locale,
    options.style === 'currency' ? { ...options, currency } : options,
  )
  made.set(options, format)
  return format
}
