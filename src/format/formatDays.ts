import { noData, withMinus } from './noData.ts'

const days = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'day',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/**
 * Days as `34.6 days`; null is `no data`. With `lastBin`, a value there means "that many or more" and
 * is shown as `over 60 days` for 61.
 */
export function formatDays(value: number | null, lastBin?: number): string {
  if (value === null) return noData
  if (lastBin !== undefined && value >= lastBin) return `over ${days.format(lastBin - 1)}`
  return withMinus(days.format(value))
}
