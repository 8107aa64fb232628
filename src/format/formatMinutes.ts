import { formatUnit } from './formatUnit.ts'
import { noData, withMinus } from './noData.ts'

const minutes = {
  maximumFractionDigits: 1,
  signDisplay: 'negative',
} as const

/** Minutes as `25 minutes`; null is `no data`. */
export function formatMinutes(value: number | null): string {
  return value === null ? noData : withMinus(formatUnit(value, minutes, 'minute'))
}
