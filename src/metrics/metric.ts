import type { BinName } from '../cubes/binDimensions.ts'
import type { DateBasis, Dimension } from '../cubes/cube.ts'
import type { FactName } from '../cubes/facts.ts'
import type { InputName } from '../cubes/inputs.ts'

/**
 * How a metric's value is shown: cents as dollars, rate 0-1 as percent, hundredths of work RVUs, `number` with two
 * decimals, and so on.
 */
export type Unit = 'money' | 'rate' | 'days' | 'minutes' | 'count' | 'per_day' | 'number' | 'wrvu'

/** Which months a term adds up, seen from the period that is asked for. */
export type Window =
  /** the months of the period */
  | 'period'
  /** the last month of the period only (stocks, and flows that belong to it) */
  | 'period_end'
  /** the 3 or 12 months that end with the period; no data if history is shorter */
  | 'trailing_3_months'
  | 'trailing_12_months'
  /** the 12 months up to the end of the last calendar quarter that is over with the period; no data if history is shorter */
  | 'four_quarters'

/** A measure of a fact, with its sign and its window; a metric's numerator is a sum of terms. */
export interface Term {
  readonly fact: FactName
  readonly measure: string
  /** 1 unless given. */
  readonly sign?: 1 | -1
  readonly window?: Window
  /** Months that the table must reach back, the last one included, before the term has a value. */
  readonly history?: number
  /** Only rows with these values, whatever the page filters by. */
  readonly where?: Partial<Record<Dimension, readonly string[]>>
  /** Of `where`: no row with these values is 0 and not "no data", as long as the practice has rows of the kind. */
  readonly isZeroWithout?: true
  /** Dimensions that this term ignores when grouping and filtering: the whole of a share. */
  readonly across?: readonly Dimension[]
  /** The dimensions of the table that it is read from, where the practice's own is not meant. */
  readonly table?: readonly Dimension[]
  /**
   * The fact that it is compared with, like for like: no data where a month or quarter of a key adds something here and
   * has no row there. Both are read from tables of the same dimensions.
   */
  readonly beside?: FactName
}

interface MetricBase {
  /** snake_case; also the column alias and the golden file's name. */
  readonly id: string
  /** K01 … of the KPI dictionary. */
  readonly kpi: string
  readonly label: string
  readonly unit: Unit
  /** Which way is better; `context` is neither. */
  readonly direction: 'up' | 'down' | 'context'
  readonly dateBasis: DateBasis
  /** Dates by which some of its terms count instead, on purpose; `defineMetric` lets no other in. */
  readonly mixedWith?: readonly DateBasis[]
  /** Days after the month's end at which a month is final; null is final at once. */
  readonly maturityDays: number | null
  /** Dimensions by which it may be filtered and split. */
  readonly dimensions: readonly Dimension[]
  /** One sentence for an owner. */
  readonly summary: string
  /** The formula in words, numerator over denominator. */
  readonly formula: string
  /** What is left out, and traps. */
  readonly notes: readonly string[]
  /** Tabs that feed it. */
  readonly tabs: readonly string[]
  /** What their rows must say for it besides being there; where none does, it is not available, and never 0. */
  readonly needs?: readonly InputName[]
  /** Shipped only where the dictionary has a source; a goals tab overrides it. */
  readonly benchmark: Benchmark | null
}

/** A target with its source; in the metric's own unit (rate 0-1, days, cents, count). */
export interface Benchmark {
  readonly target: number
  /** The far end of the amber band. */
  readonly acceptable: number
  readonly source: string
  readonly secondHand: boolean
}

/** A sum of terms. */
export interface SumMetric extends MetricBase {
  readonly kind: 'sum'
  readonly numerator: readonly Term[]
}

/** Sum of numerators over sum of denominators, times `factor` (1 unless given). */
export interface RatioMetric extends MetricBase {
  readonly kind: 'ratio'
  readonly numerator: readonly Term[]
  readonly denominator: readonly Term[]
  readonly factor?: number
}

/** The smallest bin at which the running count reaches `quantile` of all; bins are steps of days or minutes. */
export interface QuantileMetric extends MetricBase {
  readonly kind: 'quantile'
  readonly fact: FactName
  readonly count: string
  readonly bin: BinName
  readonly quantile: number
  /** The last bin means "this many or more". */
  readonly lastBin: number
}

export type Metric = SumMetric | RatioMetric | QuantileMetric
