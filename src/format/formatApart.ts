import type { Metric, Unit } from '../metrics/metric.ts'
import { numberTexts } from '../texts/numberTexts.ts'
import { formatsInForce } from './formats.ts'
import { formatMetricValue } from './formatValue.ts'
import { withMinus } from './noData.ts'

/** More digits than anybody needs: two values that still look equal are. */
const mostDigits = 6

/**
 * Values as texts, the first of which differs from all others that it differs from: as usual if that is so, else to as
 * many digits as it takes.
 */
export function formatApart(metric: Metric, values: readonly number[]): string[] {
  const tries = [
    values.map((value) => formatMetricValue(metric, value)),
    values.map((value) => formatMetricValue(metric, value, 'exact')),
    ...Array.from({ length: mostDigits - 1 }, (_, more) =>
      values.map((value) => finer(metric.unit, value, more + 2)),
    ),
  ]
  const isApart = (texts: readonly string[]): boolean =>
    texts.every((text, index) => values[index] === values[0] || text !== texts[0])
  return tries.find(isApart) ?? tries[0] ?? []
}

/** A value in its unit to so many digits. */
function finer(unit: Unit, value: number, digits: number): string {
  const { locale, currency } = formatsInForce()
  const number = (each: number): string =>
    each.toLocaleString(locale, { ...fixed(digits), signDisplay: 'negative' })
  switch (unit) {
    case 'money':
      return withMinus(
        (value / 100).toLocaleString(locale, { ...fixed(digits), style: 'currency', currency }),
      )
    case 'rate':
      return withMinus(
        value.toLocaleString(locale, { ...fixed(digits), style: 'percent', signDisplay: 'negative' }),
      )
    case 'days':
      return withMinus(numberTexts.days(number(value)))
    case 'minutes':
      return withMinus(numberTexts.minutes(number(value)))
    case 'wrvu':
      return withMinus(number(value / 100))
    case 'count':
    case 'per_day':
    case 'number':
      return withMinus(number(value))
  }
}

function fixed(digits: number) {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits } as const
}
