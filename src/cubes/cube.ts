import { isBin } from './binDimensions.ts'

/** Everything by which a published sum may be split, besides its month or quarter. */
export const dimensions = [
  'provider',
  'location',
  'payer',
  'visit_type',
  'adjustment_category',
  'denial_category',
  'age_bucket',
  'role_group',
  'category',
  'kind',
  'new_visit_level',
  'established_visit_level',
  'lag_days',
  'sign_lag_days',
  'wait_minutes',
  'cycle_minutes',
  'weekday',
  'day_part',
  'week_ahead',
] as const

export type Dimension = (typeof dimensions)[number]

export type DateBasis =
  | 'service_date'
  | 'post_date'
  | 'submitted_date'
  | 'remit_date'
  | 'month_end'
  | 'appointment_date'
  | 'sample_date'
  | 'as_of_date'
  | 'work_date'
  | 'period_end'
  | 'paid_date'
  | 'due_date'
  | 'budget_month'

/** How a measure may be added up, and what it counts. */
export interface Measure {
  /** `money` is integer cents; `hours` and `wrvu` integer hundredths of an hour and of a work RVU; `count` whole things. */
  readonly unit: 'money' | 'count' | 'hours' | 'wrvu'
  /** `flow` adds over months; `stock` is a state at the month's end and adds over dimensions only. */
  readonly kind: 'flow' | 'stock'
  /** Where it and another measure tell of a small group together, it is merged. */
  readonly givesWay?: true
  readonly description: string
  /** The date that decides its month, where that is not the fact's. */
  readonly dateBasis?: DateBasis
  /** Another date that is always the same day: a completed visit was served on the day of its appointment. */
  readonly alsoBy?: DateBasis
}

/** A measure that is cut into parts which no row shares: what no part covers can be found by subtraction. */
export interface Partition {
  readonly whole: string
  readonly parts: readonly string[]
  /** The part that is shown rather than the whole where only one of them may be. */
  readonly dearest?: string
}

/** A measure of another fact, cell by cell: of the same month, or (a balance that opens it) of the one before. */
export interface Followed {
  readonly fact: string
  readonly measure: string
  readonly of?: 'month_before'
}

/** The dimensions at which a fact is published together, in one table. */
export interface Cut {
  readonly by: readonly Dimension[]
  /** Which of the fact's measures; all if left out. */
  readonly measures?: readonly string[]
  /** Published by calendar quarter only; else by month, and closed quarters too. */
  readonly grain?: 'quarter'
  /** By a bin dimension: the last known bin, which stands for itself and all that is longer. */
  readonly lastBin?: number
  /** Where its sums and those of another table tell of a small group together, one of its own is merged. */
  readonly givesWay?: true
}

/**
 * One kind of published sums. The ledger computes it at its finest grain, a month and all dimensions; `cuts`
 * lists the tables in which it is published (narrow on purpose: see decision 7 of the architecture). What
 * counts the same rows is one fact, however it is cut, so that the audit sees its tables together. All cuts
 * of a fact add up to the same totals.
 */
export interface Fact {
  readonly name: string
  readonly dateBasis: DateBasis
  /** "one row per …" at the finest grain, before cutting. */
  readonly description: string
  readonly dimensions: readonly Dimension[]
  readonly measures: Readonly<Record<string, Measure>>
  /** Whose sums these are, and so which rule the disclosure gate holds them to; null is nobody's. */
  readonly people: 'patient' | 'employee' | null
  readonly partitions?: readonly Partition[]
  /**
   * Chains of measures, each of which tells the one before it well enough to guess by (hours, by a wage that people
   * know): it is merged wherever that is. A measure is in one chain at most.
   */
  readonly telling?: readonly (readonly string[])[]
  /** Sums without people of their own are published where the sums are that they are computed from. */
  readonly follows?: readonly Followed[]
  /**
   * A sum is known only if every value of this dimension with rows behind it adds something to it: null in the ledger's
   * tables where one adds nothing, and without a row in the published ones.
   */
  readonly knownBy?: Dimension
  readonly cuts: readonly Cut[]
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
  /** Whether a cell may be null: merged into "Other", to protect a small group. */
  readonly nullable?: true
  /** `month` is the first day of the month or quarter (DATE); `text`, VARCHAR; `integer`, BIGINT. */
  readonly type: 'month' | 'text' | 'integer'
  readonly role: 'time' | 'dimension' | Measure['unit']
  readonly description: string
}

/** A cube with its rows, column by column: what passes from the private side to the public one. */
export interface CubeTable {
  readonly cube: Cube
  readonly rowCount: number
  /**
   * Months as `2026-10-01`, integers as numbers (within 2^53), texts as they are. `months` is how many a
   * row adds up: 1, or 3 for a closed calendar quarter, whose row is dated as its first month; rows of
   * both kinds overlap. A measure is null where the disclosure gate merged the cell into `merged`.
   */
  readonly columns: Readonly<Record<string, readonly CubeValue[]>>
}

export type CubeValue = string | number | null

/** Stands for the values of a dimension whose groups are too small to be shown apart. */
export const merged = 'Other (merged)'

/** Whether a value is that, or takes the place of a name that must not be published. */
export function isMerged(value: CubeValue | undefined): boolean {
  return typeof value === 'string' && value.startsWith(merged)
}

/** The practice as a whole, and split by one filter at a time: tables of one fact share only the time axis. */
export const filterCuts = [
  { by: [] },
  { by: ['provider'] },
  { by: ['location'] },
  { by: ['payer'] },
] as const satisfies readonly Cut[]

/** Declares a measure of things that add up over months. */
export function count(description: string) {
  return { unit: 'count', kind: 'flow', description } as const
}

/** Declares a measure of cents that add up over months. */
export function money(description: string) {
  return { unit: 'money', kind: 'flow', description } as const
}

/** Declares a measure of cents that stand at a month's end. */
export function balance(description: string) {
  return { unit: 'money', kind: 'stock', description } as const
}

/** Declares a measure of hundredths of hours that add up over months. */
export function hours(description: string) {
  return { unit: 'hours', kind: 'flow', description } as const
}

/** Declares a measure of hundredths of work RVUs that add up over months. */
export function wrvus(description: string) {
  return { unit: 'wrvu', kind: 'flow', description } as const
}

/** Declares a fact, keeping its literal types. */
export function defineFact<const F extends Fact>(fact: F): F {
  return fact
}

/** The cubes of a fact, one per cut. */
export function cubesOf(fact: Fact): Cube[] {
  return fact.cuts.map((cut) => ({
    name: cubeName(fact.name, cut.by),
    fact: fact.name,
    columns: [
      { name: 'month', type: 'month', role: 'time', description: 'First day of the month or quarter.' },
      { name: 'months', type: 'integer', role: 'time', description: 'Months added up: 1, or 3.' },
      ...cut.by.map((dimension): CubeColumn => ({
        name: dimension,
        type: isBin(dimension) ? 'integer' : 'text',
        role: 'dimension',
        description: dimension.replaceAll('_', ' '),
      })),
      ...measuresOf(fact, cut).map(([name, measure]): CubeColumn => ({
        name,
        type: 'integer',
        nullable: true,
        role: measure.unit,
        description: measure.description,
      })),
    ],
  }))
}

/** The table name of a fact at one cut. */
export function cubeName(fact: string, by: readonly Dimension[]): string {
  return by.length === 0 ? fact : `${fact}_by_${by.join('_')}`
}

/** The measures that a fact is published with at a cut, in the fact's order. */
export function measuresOf(fact: Fact, { measures }: Cut): (readonly [string, Measure])[] {
  return Object.entries(fact.measures).filter(([name]) => measures?.includes(name) ?? true)
}

/** The cut of a fact that a table of it shows. Throws `unknown cube: x`. */
export function cutOf(fact: Fact, cube: string): Cut {
  const cut = fact.cuts.find(({ by }) => cubeName(fact.name, by) === cube)
  if (cut === undefined) throw new Error(`unknown cube: ${cube}`)
  return cut
}

/** A fact as one of its cuts shows it: with that cut, its measures and what of the partitions is left. */
export function narrowed(fact: Fact, cut: Cut): Fact {
  const measures = Object.fromEntries(measuresOf(fact, cut))
  const isShown = (name: string): boolean => measures[name] !== undefined
  const partitions = (fact.partitions ?? [])
    .map((partition) => ({ ...partition, parts: partition.parts.filter(isShown) }))
    .filter(({ whole, parts }) => isShown(whole) && parts.length > 0)
  const telling = (fact.telling ?? []).map((chain) => chain.filter(isShown))
  return { ...fact, measures, partitions, telling, cuts: [cut] }
}

/** A fact's measures in chains (`telling`): one that is in none is a chain by itself. */
export function chainsOf({ measures, telling = [] }: Pick<Fact, 'measures' | 'telling'>): string[][] {
  const alone = Object.keys(measures).filter((name) => !telling.some((chain) => chain.includes(name)))
  return [...telling.map((chain) => [...chain]), ...alone.map((name) => [name])]
}

/** The months of a cut's shortest rows. */
export function shortestOf({ grain }: Cut): 1 | 3 {
  return grain === 'quarter' ? 3 : 1
}
