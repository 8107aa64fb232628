import { numberFormat } from './numberFormat.ts'
import { noData, withMinus } from './noData.ts'

const percent = {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
} as const

/** A rate 0-1 as `12.3%`; null is `no data`. */
export function formatPercent(rate: number | null): string {
  return rate === null ? noData : withMinus(numberFormat(percent).format(rate))
}
