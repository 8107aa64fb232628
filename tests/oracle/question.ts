import type { Dimension } from '../../src/cubes/cube.ts'
import type { MetricQuery } from '../../src/queries/metricQuery.ts'
import { monthRange } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** What is asked of a metric. */
export type OracleQuery = Omit<MetricQuery, 'metric'>

/** One row's months: the query's own, and the name that the row carries if the query splits by month. */
export interface Frame {
  readonly from: string
  readonly to: string
  readonly label: string | null
}

/** A query for one frame of months, and the rows to answer it from. */
export interface Question {
  readonly splits: readonly Dimension[]
  readonly where: OracleQuery['where']
  readonly frame: Frame
  readonly rows: LedgerRows
  readonly options: OracleOptions
}

/** One question for the whole period, or one for each of its months. */
export function questionsOf(query: OracleQuery, rows: LedgerRows, options: OracleOptions): Question[] {
  const { from, to } = query.period
  const isMonthly = query.by.includes('month')
  const frames: Frame[] = isMonthly
    ? monthRange(from, to).map((month) => ({ from: month, to: month, label: month }))
    : [{ from, to, label: null }]
  const splits = query.by.filter((key) => key !== 'month')
  return frames.map((frame) => ({ splits, where: query.where, frame, rows, options }))
}
