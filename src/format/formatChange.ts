import type { Unit } from '../metrics/metric.ts'
import { numberTexts } from '../texts/numberTexts.ts'
import { formatMoney } from './formatMoney.ts'
import { formatUnit } from './formatUnit.ts'
import { numberFormat } from './numberFormat.ts'
import { noData, withMinus } from './noData.ts'

const digits = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
const oneDigit = { ...digits, minimumFractionDigits: 1 } as const
const number = digits
const points = oneDigit
const percent = { ...oneDigit, style: 'percent' } as const

/**
 * How a value moved from an earlier one: rates in points (`+1.2 pts`), days in days, minutes in minutes, the rest in percent
 * of the earlier value, or as a plain difference where that is zero or negative. Null on either side is
 * `no data`.
 */
export function formatChange(unit: Unit, value: number | null, earlier: number | null): string {
  if (value === null || earlier === null) return noData
  const difference = value - earlier
  if (unit === 'rate') return withMinus(numberTexts.points(numberFormat(points).format(difference * 100)))
  if (unit === 'days') return withMinus(formatUnit(difference, digits, 'day'))
  if (unit === 'minutes') return withMinus(formatUnit(difference, digits, 'minute'))
  if (earlier > 0) return withMinus(numberFormat(percent).format(difference / earlier))
  if (unit === 'money') return `${difference > 0 ? '+' : ''}${formatMoney(difference)}`
  return withMinus(numberFormat(number).format(difference))
}
