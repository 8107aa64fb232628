import { noData, withMinus } from './noData.ts'

const days = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'day',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/** Days as `34.6 days`; null is `no data`. */
export function formatDays(value: number | null): string {
  return value === null ? noData : withMinus(days.format(value))
}
