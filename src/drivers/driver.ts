import type { Dimension } from '../cubes/cube.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { noSumsText } from '../texts/driverTexts.ts'
import type { Fraction } from './fraction.ts'

/** What moves a metric, in words. */
export interface DriverWords {
  readonly id: string
  /** In a chart and a table. */
  readonly label: string
  /** In a sentence, where it lifts the metric, and where it lowers it: `more visits`, `fewer visits`. */
  readonly lifting: string
  readonly lowering: string
}

/** A driver with what it adds to the change, in the metric's unit (cents, rate 0-1, days). */
export interface Driver extends DriverWords {
  readonly effect: Fraction
}

/** A change in parts that add up to it exactly, or why there is none. */
export type Split =
  | {
      readonly status: 'split'
      readonly before: Fraction
      readonly after: Fraction
      readonly drivers: readonly Driver[]
      /** What the reader must know of the parts; '' for nothing. */
      readonly note: string
    }
  | { readonly status: 'none'; readonly reason: string }

/** A metric whose published sums a split reads, for the whole practice or by a dimension. */
export interface NeededSums {
  readonly metric: string
  readonly by?: Dimension
  /** The last months of the period instead of the period: for trailing metrics. */
  readonly months?: 3 | 12
}

/** The answers of one of the two periods; null where the published tables do not say, or to this reader. */
export type PeriodSums = (metric: string, by?: Dimension) => readonly MetricRow[] | null

/** How the change of one metric is split. */
export interface Decomposition {
  readonly metric: string
  readonly needs: readonly NeededSums[]
  /** What each driver is and how the split is made, for whoever reads it. */
  readonly method: string
  readonly split: (before: PeriodSums, after: PeriodSums) => Split
}

/** No parts, because a sum is missing, or without people, charges or hours to divide by. */
export const noSums: Split = {
  status: 'none',
  reason: noSumsText,
}
