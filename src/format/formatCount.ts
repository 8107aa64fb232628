import { numberFormat } from './numberFormat.ts'
import { noData, withMinus } from './noData.ts'

/** `compact` for axes (`12.3k`), `exact` for tiles and tables (`12,345`). */
export type CountStyle = 'compact' | 'exact'

const compact = { notation: 'compact', maximumSignificantDigits: 3, signDisplay: 'negative' } as const
const exact = { maximumFractionDigits: 0, signDisplay: 'negative' } as const
const fixed = (digits: number) =>
  ({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }) as const
const averages = { 1: fixed(1), 2: fixed(2) } as const

/** A whole number of things; null is `no data`. */
export function formatCount(count: number | null, style: CountStyle = 'exact'): string {
  if (count === null) return noData
  return withMinus(
    style === 'exact'
      ? numberFormat(exact).format(count)
      : numberFormat(compact).format(count).replace('K', 'k'),
  )
}

/** An average number of things, such as visits a day, to one digit or two; null is `no data`. */
export function formatAverage(value: number | null, digits: 1 | 2 = 1): string {
  return value === null ? noData : withMinus(numberFormat(averages[digits]).format(value))
}
