import type { Dimension, Fact } from '../../../src/cubes/cube.ts'

/** What a finding breaks. */
export type AuditRule =
  /** Something is published that is not declared, or not as declared. */
  | 'schema'
  /** A published sum is not what the rows behind it add up to. */
  | 'value'
  /** Fewer people than may be shown, but not nobody. */
  | 'people'
  /** Mostly one or two people's. */
  | 'dominance'
  /** One value alone, or what nobody merged, stands under "Other (merged)". */
  | 'merged'
  /** The values of a cut do not add up to the practice's sum. */
  | 'total'
  /** The values of a cut add up to a practice's sum that is withheld. */
  | 'whole'
  /** The running month or quarter is split, or added up to a quarter. */
  | 'open_period'
  /** A whole less its published parts is a small group. */
  | 'leftover'
  /** A published group less one inside it is a small group. */
  | 'nested'
  /** A small group follows from several published sums. */
  | 'rank'
  /** A withheld flow or balance follows from published balances and flows. */
  | 'roll_forward'
  /** Two published balances of the same values tell a change of a small group. */
  | 'change'
  /** Sums of the same rows by two dates tell those that lie in one of two runs of months alone. */
  | 'month_edges'
  /** A small group of lines follows from sums of money of several facts. */
  | 'between_facts'
  /** Shown although a sum that it follows is merged. */
  | 'follows'
  /** Shown although a sum that it would tell is merged. */
  | 'telling'

/** Which published sum is meant; never its amount. */
export interface SumName {
  /** Published table. */
  readonly table: string
  /** First month of the period, `2026-03`; empty for a finding about a table. */
  readonly month: string
  /** Months of the period, 1 or 3; 0 for a finding about a table. */
  readonly months: number
  /** One value for each dimension of the table's cut. */
  readonly values: readonly (string | number)[]
  /** A measure, or the column that a finding about a table means. */
  readonly measure: string
}

/** One reason not to publish. */
export interface Finding extends SumName {
  readonly fact: string
  readonly rule: AuditRule
  /** People in the group; 0 where the rule counts nobody. Never printed below what may be shown. */
  readonly people: number
  /** What has to be subtracted to find the group, if anything. */
  readonly less: SumName | null
  /** The published sum whose merging would hide the group, where one can be named. */
  readonly merge: SumName | null
}

/** Whether what is published of a measure in a period equals its control total. */
export interface TotalLine {
  readonly fact: string
  readonly measure: string
  readonly month: string
  readonly months: number
  readonly state: 'ties' | 'withheld' | 'differs'
}

/** The smallest group of people whose sum is shown; never one that may not be. */
export interface SmallestGroup {
  readonly table: string
  readonly measure: string
  readonly people: number
}

/** Of which tables the sums of money of several facts were asked together; of the whole practice they always are. */
export interface AskedMoney {
  /** Of all tables at once; else of those by one dimension at a time. */
  readonly isTogether: boolean
  /** Dimensions whose tables were not asked, because it would have taken too long. */
  readonly without: readonly Dimension[]
}

/** What an audit found; publish only if `findings` is empty. */
export interface AuditReport {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** Published sums that were computed again from the rows of people. */
  readonly cellsChecked: number
  /** Sums that are null. */
  readonly merged: number
  /** Measures of a cut and month whose sum is published nowhere, not by quarter either. */
  readonly withheld: number
  /**
   * The smallest groups that are published, held to rules of their own; null if nothing of such people
   * is.
   */
  readonly smallest: Readonly<Record<NonNullable<Fact['people']>, SmallestGroup | null>>
  /** Null where there is no money, or where something else was found already. */
  readonly money: AskedMoney | null
  readonly findings: readonly Finding[]
  readonly totals: readonly TotalLine[]
}
