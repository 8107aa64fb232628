import { noData, withMinus } from './noData.ts'

const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/** A rate 0-1 as `12.3%`; null is `no data`. */
export function formatPercent(rate: number | null): string {
  return rate === null ? noData : withMinus(percent.format(rate))
}
