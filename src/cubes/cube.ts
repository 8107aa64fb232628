/** Everything by which a published sum may be split, besides its month or quarter. */
export const dimensions = [
  'provider',
  'location',
  'payer',
  'visit_type',
  'adjustment_category',
  'age_bucket',
  'responsibility',
  'role_group',
  'category',
  'kind',
  'lag_days',
  'weekday',
  'hour',
] as const

export type Dimension = (typeof dimensions)[number]

export type DateBasis =
  | 'service_date'
  | 'post_date'
  | 'month_end'
  | 'appointment_date'
  | 'work_date'
  | 'period_end'
  | 'paid_date'
  | 'due_date'
  | 'budget_month'

/** How a measure may be added up, and what it counts. */
export interface Measure {
  /** `money` is integer cents; `hours` integer hundredths of an hour; `count` whole things. */
  readonly unit: 'money' | 'count' | 'hours'
  /** `flow` adds over months; `stock` is a state at the month's end and adds over dimensions only. */
  readonly kind: 'flow' | 'stock'
  readonly description: string
}

/**
 * One kind of published sums. The ledger computes it at its finest grain; `cuts` lists the sets of
 * dimensions at which it is published, each a cube of its own (narrow on purpose: see decision 7 of
 * the architecture). All cuts of a fact add up to the same totals.
 */
export interface Fact {
  readonly name: string
  readonly grain: 'month' | 'quarter'
  readonly dateBasis: DateBasis
  /** "one row per …" at the finest grain, before cutting. */
  readonly description: string
  readonly dimensions: readonly Dimension[]
  readonly measures: Readonly<Record<string, Measure>>
  readonly cuts: readonly (readonly Dimension[])[]
}

/** One published table: a fact at one cut. */
export interface Cube {
  /** `<fact>` for the cut without dimensions, else `<fact>_by_<dimension>_<dimension>`. */
  readonly name: string
  readonly fact: string
  readonly columns: readonly CubeColumn[]
}

/** A declared column; anything undeclared is never written. */
export interface CubeColumn {
  readonly name: string
  /** `month` is the first day of the month or quarter (DATE); `text`, VARCHAR; `integer`, BIGINT. */
  readonly type: 'month' | 'text' | 'integer'
  readonly role: 'time' | 'dimension' | 'count' | 'money' | 'hours'
  readonly description: string
}

/** A cube with its rows, column by column: what passes from the private side to the public one. */
export interface CubeTable {
  readonly cube: Cube
  readonly rowCount: number
  /** Months as `2026-10-01`, integers as numbers (within 2^53), texts as they are; never null. */
  readonly columns: Readonly<Record<string, readonly (string | number)[]>>
}

/** Declares a fact, keeping its literal types. */
export function defineFact<const F extends Fact>(fact: F): F {
  return fact
}

/** The cubes of a fact, one per cut. */
export function cubesOf(fact: Fact): Cube[] {
  return fact.cuts.map((cut) => ({
    name: cubeName(fact.name, cut),
    fact: fact.name,
    columns: [
      { name: 'month', type: 'month', role: 'time', description: `First day of the ${fact.grain}.` },
      ...cut.map((dimension): CubeColumn => ({
        name: dimension,
        type: dimension === 'lag_days' || dimension === 'hour' ? 'integer' : 'text',
        role: 'dimension',
        description: dimension.replaceAll('_', ' '),
      })),
      ...Object.entries(fact.measures).map(([name, measure]): CubeColumn => ({
        name,
        type: 'integer',
        role: measure.unit,
        description: measure.description,
      })),
    ],
  }))
}

/** The table name of a fact at one cut. */
export function cubeName(fact: string, cut: readonly Dimension[]): string {
  return cut.length === 0 ? fact : `${fact}_by_${cut.join('_')}`
}
