import { noData, withMinus } from './noData.ts'

/** `compact` for tiles and axes; `exact` for tables, to the cent. */
export type MoneyStyle = 'compact' | 'exact'

const money = { style: 'currency', currency: 'USD', signDisplay: 'negative' } as const
const compact = new Intl.NumberFormat('en-US', { ...money, notation: 'compact', maximumSignificantDigits: 3 })
const whole = new Intl.NumberFormat('en-US', { ...money, maximumFractionDigits: 0 })
const small = new Intl.NumberFormat('en-US', { ...money, trailingZeroDisplay: 'stripIfInteger' })
const exact = new Intl.NumberFormat('en-US', money)

/** US dollars from cents: `$1.23M`, `$812k`, `$7,731`, `$86.70`, or `$1,234.56`; null is `no data`. */
export function formatMoney(cents: number | null, style: MoneyStyle = 'compact'): string {
  if (cents === null) return noData
  return withMinus(style === 'exact' ? exact.format(cents / 100) : shortMoney(cents / 100))
}

/** Three digits from ten thousand dollars on; whole dollars below, and cents below a hundred. */
function shortMoney(dollars: number): string {
  const size = Math.abs(dollars)
  if (size < 99.995) return small.format(dollars)
  return size < 9999.5 ? whole.format(dollars) : compact.format(dollars).replace('K', 'k')
}
