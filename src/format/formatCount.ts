import { noData, withMinus } from './noData.ts'

/** `compact` for axes (`12.3k`), `exact` for tiles and tables (`12,345`). */
export type CountStyle = 'compact' | 'exact'

const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  maximumSignificantDigits: 3,
  signDisplay: 'negative',
})
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0, signDisplay: 'negative' })
const fixed = (digits: number) =>
  new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  })
const averages = { 1: fixed(1), 2: fixed(2) } as const

/** A whole number of things; null is `no data`. */
export function formatCount(count: number | null, style: CountStyle = 'exact'): string {
  if (count === null) return noData
  return withMinus(style === 'exact' ? exact.format(count) : compact.format(count).replace('K', 'k'))
}

/** An average number of things, such as visits a day, to one digit or two; null is `no data`. */
export function formatAverage(value: number | null, digits: 1 | 2 = 1): string {
  return value === null ? noData : withMinus(averages[digits].format(value))
}
