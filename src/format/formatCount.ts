import { noData, withMinus } from './noData.ts'

/** `compact` for axes (`12.3k`), `exact` for tiles and tables (`12,345`). */
export type CountStyle = 'compact' | 'exact'

const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  maximumSignificantDigits: 3,
  signDisplay: 'negative',
})
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0, signDisplay: 'negative' })
const oneDigit = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/** A whole number of things; null is `no data`. */
export function formatCount(count: number | null, style: CountStyle = 'exact'): string {
  if (count === null) return noData
  return withMinus(style === 'exact' ? exact.format(count) : compact.format(count).replace('K', 'k'))
}

/** An average number of things, to one digit, such as visits a day; null is `no data`. */
export function formatAverage(value: number | null): string {
  return value === null ? noData : withMinus(oneDigit.format(value))
}
