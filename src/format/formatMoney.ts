import { noData, withMinus } from './noData.ts'

/** `compact` for tiles and axes, three digits; `exact` for tables, to the cent. */
export type MoneyStyle = 'compact' | 'exact'

const money = { style: 'currency', currency: 'USD', signDisplay: 'negative' } as const
const compact = new Intl.NumberFormat('en-US', { ...money, notation: 'compact', maximumSignificantDigits: 3 })
const exact = new Intl.NumberFormat('en-US', money)

/** US dollars from cents: `$1.23M`, `$812k`, `$142`, or `$1,234.56`; null is `no data`. */
export function formatMoney(cents: number | null, style: MoneyStyle = 'compact'): string {
  if (cents === null) return noData
  const text = style === 'exact' ? exact.format(cents / 100) : compact.format(cents / 100).replace('K', 'k')
  return withMinus(text)
}
