import { formatsInForce } from '../../src/format/formats.ts'

/** `$1,234.50` for 123450 cents, in the practice's currency once that is known. */
export function dollars(cents: number): string {
  const { locale, currency } = formatsInForce()
  return (cents / 100).toLocaleString(locale, { style: 'currency', currency })
}
