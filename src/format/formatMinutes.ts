import { noData, withMinus } from './noData.ts'

const minutes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'minute',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/** Minutes as `25 minutes`; null is `no data`. */
export function formatMinutes(value: number | null): string {
  return value === null ? noData : withMinus(minutes.format(value))
}
