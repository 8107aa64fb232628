import type { FilterDimension } from '../../src/bundle/bundle.ts'
import type { CubeTable, CubeValue } from '../../src/cubes/cube.ts'
import type { Metric, Term } from '../../src/metrics/metric.ts'
import { monthRange, shiftMonth } from '../oracle/civilDates.ts'

/** A filter's value over months, as a page asks for it. */
export interface Part {
  readonly dimension: FilterDimension
  readonly value: string
  readonly period: { readonly from: string; readonly to: string }
}

/**
 * Whether a published sum behind a metric is merged for a filter's value, read off the tables plainly: a whole
 * calendar quarter by its own row, any other month by its own; a null is a merged sum, a missing row is 0.
 */
export function isMerged(metric: Metric, part: Part, tables: readonly CubeTable[]): boolean {
  if (metric.kind === 'quantile') throw new Error('no quantile is published by a filter')
  const terms = [...metric.numerator, ...(metric.kind === 'ratio' ? metric.denominator : [])]
  return terms.some((term) => isTermMerged(term, part, tables))
}

function isTermMerged(term: Term, { dimension, value, period }: Part, tables: readonly CubeTable[]): boolean {
  if (term.where || term.across?.includes(dimension)) throw new Error('a term of a cut of its own')
  const table = tables.find(({ cube }) => cube.name === `${term.fact}_by_${dimension}`)
  if (!table) throw new Error(`not published: ${term.fact} by ${dimension}`)
  const rows = rowsOf(table)
  const has = (month: string, months: number) => rows.some((row) => row.isAt(month, months))
  const isNull = (month: string, months: number) =>
    rows.some(
      (row) => row.isAt(month, months) && row.of(dimension) === value && row.of(term.measure) === null,
    )
  return windowOf(term, period).some((month, _, window) => {
    const first = shiftMonth(month, -((Number(month.slice(5, 7)) - 1) % 3))
    const isWhole = window.includes(first) && window.includes(shiftMonth(first, 2))
    return isWhole && has(first, 3) ? isNull(first, 3) : isNull(month, 1)
  })
}

function windowOf({ window = 'period' }: Term, { from, to }: Part['period']): string[] {
  if (window === 'period') return monthRange(from, to)
  if (window === 'four_quarters') throw new Error('not asked of merged cells')
  const months = { period_end: 1, trailing_3_months: 3, trailing_12_months: 12 }[window]
  return monthRange(shiftMonth(to, 1 - months), to)
}

interface Row {
  isAt(month: string, months: number): boolean
  of(column: string): CubeValue
}

function rowsOf({ rowCount, columns }: CubeTable): Row[] {
  return Array.from({ length: rowCount }, (_, index) => {
    const of = (column: string) => columns[column]?.[index] ?? null
    return { of, isAt: (month, months) => of('month') === `${month}-01` && of('months') === months }
  })
}
