import { formatUnit } from './formatUnit.ts'
import { noData, withMinus } from './noData.ts'

const days = {
  maximumFractionDigits: 1,
  signDisplay: 'negative',
} as const

/** Days as `34.6 days`; null is `no data`. */
export function formatDays(value: number | null): string {
  return value === null ? noData : withMinus(formatUnit(value, days, 'day'))
}
