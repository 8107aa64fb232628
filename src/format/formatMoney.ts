import { numberFormat } from './numberFormat.ts'
import { noData, withMinus } from './noData.ts'

/** `compact` for tiles and axes; `exact` for tables, to the cent. */
export type MoneyStyle = 'compact' | 'exact'

const exact = { style: 'currency', signDisplay: 'negative' } as const
const compact = { ...exact, notation: 'compact', maximumSignificantDigits: 3 } as const
const whole = { ...exact, maximumFractionDigits: 0 } as const
const small = { ...exact, trailingZeroDisplay: 'stripIfInteger' } as const

/** The practice's currency from cents: `$1.23M`, `$812k`, `$7,731`, `$86.70`, or `$1,234.56`; null is `no data`. */
export function formatMoney(cents: number | null, style: MoneyStyle = 'compact'): string {
  if (cents === null) return noData
  return withMinus(style === 'exact' ? numberFormat(exact).format(cents / 100) : shortMoney(cents / 100))
}

/** Three digits from ten thousand dollars on; whole dollars below, and cents below a hundred. */
function shortMoney(dollars: number): string {
  const size = Math.abs(dollars)
  if (size < 99.995) return numberFormat(small).format(dollars)
  return size < 9999.5
    ? numberFormat(whole).format(dollars)
    : numberFormat(compact).format(dollars).replace('K', 'k')
}
