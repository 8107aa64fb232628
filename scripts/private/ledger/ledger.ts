import type { DoubledDays } from './findDoubledDays.ts'
import type { CubeTable, Dimension, Fact } from '../../../src/cubes/cube.ts'
import type { InputName } from '../../../src/cubes/inputs.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Settings } from '../settings.ts'
import type { OfficeNumbers } from '../office/officeNumbers.ts'
import type { Worklist, WorklistRow } from '../worklists/worklist.ts'

/** Validated rows of one tab, column by column; every array has the same length. */
export interface StagedBatch {
  readonly dataset: Dataset
  /** Position of the tab in the source's order: a later tab wins over an earlier one. */
  readonly tab: number
  /** Row number in the tab, as a spreadsheet shows it. */
  readonly rowNumbers: readonly number[]
  /** By field of the contract; a field that the tab lacks is left out (null). */
  readonly columns: Readonly<Record<string, readonly StagedValue[]>>
}

export type StagedValue = string | number | boolean | null

/** What became of the staged rows of one tab: rows and control cents (null without a control). */
export interface TabSettlement {
  readonly dataset: Dataset
  readonly tab: number
  readonly included: number
  readonly duplicates: number
  /**
   * Duplicates of which nothing says that they are older than the row of the same tab that counts, and that say something
   * else (money, or whose a booking is). A few are corrections; many show that the key is none (a line number that starts anew
   * each claim).
   */
  readonly conflicts: number
  /** The first ten of them, by row number. */
  readonly conflictRows: readonly number[]
  /** Rows without a number that were surely pasted twice; null where none were. */
  readonly doubled: DoubledDays | null
  /** Lines marked void that nothing takes back: set aside, and in none of the other numbers. */
  readonly voided: number
  /** Their control cents. */
  readonly voidedCents: number
  /** Rows included that are a patient's or an employee's and do not say whose. */
  readonly keyless: number
  readonly includedCents: number | null
  readonly duplicateCents: number | null
  /** Latest date of the dataset's main date field, `2026-10-31`, or null. */
  readonly newest: string | null
}

/** The private database: rows in, sums out. Nothing of it is published but what the gate lets through. */
export interface Ledger {
  append(batch: StagedBatch): Promise<void>
  /** Removes duplicates by the contracts' keys (the last written wins) and says what was left. */
  settle(): Promise<readonly TabSettlement[]>
  /** The sums at every declared cut, before the disclosure gate; facts without rows are left out. */
  cubes(options: CubeOptions): Promise<readonly CubeTable[]>
  /** A fact's rows by person at a cut, or at all of its dimensions; after `cubes`. Never published. */
  people(fact: Fact, cut: readonly Dimension[]): Promise<PersonRows>
  /** What is published both by month of service and by month of posting, by person; after `cubes`. Never published. */
  twoDates(): Promise<TwoDatedRows>
  /** What balances are rolled from, and all that decides in which published sums it is; after `cubes`. Never published. */
  billingLines(): Promise<BillingLines>
  /** What metrics can need and no row says; after `cubes`. */
  lackingInputs(): Promise<readonly InputName[]>
  /** What nothing says the work RVUs of, where anything says any; after `cubes`. For owners. */
  unvaluedWork(): Promise<UnvaluedWork>
  /** Encounters whose notes find no appointment; after `cubes`. For owners. */
  unmatchedNotes(): Promise<UnmatchedNotes>
  /** What of the log of status changes fits the schedule; after `cubes`. For owners. */
  loggedTimes(): Promise<LoggedTimes>
  /** Month totals of billing beside the lines of the same months; after `cubes`. For owners. */
  totalsCheck(): Promise<TotalsCheck>
  /** Amounts of the remittances, a tab by its position, that another tab holds too; after `settle`. */
  paymentsTwice(remittances: number): Promise<readonly PaymentsTwice[]>
  /** Payroll tabs that pay the same people for the same days; after `settle`. */
  payTwice(): Promise<readonly PayTwice[]>
  /** Settled rows of a dataset, for tests and worklists; combined tabs already split. */
  rows(dataset: Dataset): Promise<readonly Readonly<Record<string, StagedValue>>[]>
  /** Rows that somebody should work on; after `cubes`. Tabs are named by their position in the source. */
  worklists(): Promise<readonly LedgerWorklist[]>
  /** Sums of too few people for any page; after `cubes`. For the status workbook alone. */
  officeNumbers(): Promise<OfficeNumbers>
  close(): Promise<void>
}

/** Amounts of the remittances that stand in another tab too, for the same claim or check. */
export interface PaymentsTwice {
  /** The other tab's position in the source's order. */
  readonly tab: number
  readonly amounts: number
}

/** Two payroll tabs, by their positions in the source's order, and the civil days that both pay. */
export interface PayTwice {
  readonly tab: number
  readonly other: number
  readonly from: string
  readonly to: string
}

/** Encounters before the first day that is not over that tell of a note, and those of them that match no appointment. */
export interface UnmatchedNotes {
  readonly encounters: number
  readonly unmatched: number
}

/** Status changes of bookings before the first day that is not over, as the wait log has them. */
export interface LoggedTimes {
  readonly changes: number
  /** Changes that match no booking by patient, day, start and provider. */
  readonly unmatched: number
  /** Changes that give no time because they are of another day than the booking, or before the arrival. */
  readonly untimely: number
  /** Bookings whose own times differ from the log's by a minute or more; their own count. */
  readonly differing: number
}

/** What there is to say of a practice's month totals of billing; nothing of it is counted anywhere. */
export interface TotalsCheck {
  /** Whether there are totals and no line of a charge or payment, so that the totals count. */
  readonly isOnly: boolean
  /** Rows that gave way to a later tab that tells the same month. */
  readonly replacedRows: number
  /** Rows that state a change in A/R, those of them that do not add up to it, and by how many cents together. */
  readonly balances: { readonly stated: number; readonly unbalanced: number; readonly cents: number }
  /** Closed months of the totals, in order. */
  readonly months: readonly TotalsMonth[]
}

/** A month of totals, and by how many cents they are above the lines; null where either says nothing. */
export interface TotalsMonth {
  /** `2026-03` */
  readonly month: string
  readonly hasLines: boolean
  /** Whether it tells charges, payments and adjustments; else it does not count. */
  readonly isWhole: boolean
  /** How many lines are surely behind the totals: three of them count as one person. */
  readonly statedRows: number
  readonly charges: number | null
  readonly netPayments: number | null
  readonly adjustments: number | null
}

/** Charge lines of the last twelve months without work RVUs, and how many procedure codes they have; 0 if nothing has any. */
export interface UnvaluedWork {
  readonly lines: number
  readonly codes: number
}

/** A column of whole numbers within 2^53, in as few bits as hold them all. */
export type WholeNumbers = Uint8Array | Uint16Array | Int32Array | Float64Array

/**
 * What stands behind a fact's sums, one row per month, values of a cut and person: what the disclosure gate
 * and the audit decide on. Sorted by month, values and person; all arrays of one length. What has no key
 * may take several rows of a cell, apart by which of its measures are 0: `sourceRows` is then how many
 * source rows are behind each measure of such a row.
 */
export interface PersonRows {
  readonly fact: string
  readonly cut: readonly Dimension[]
  /** First days of months (or quarters), in order; `month` holds positions in it. */
  readonly monthNames: readonly string[]
  readonly month: WholeNumbers
  /** For each dimension of the cut its values, in order, and their positions row by row. */
  readonly values: readonly { readonly names: readonly (string | number)[]; readonly codes: WholeNumbers }[]
  /** A number for each patient or employee, the same in every fact of one run; -1 where no key is known. */
  readonly person: WholeNumbers
  /** Source rows behind a row. Where no key is known, nothing else says how many people there may be. */
  readonly sourceRows: WholeNumbers
  /** By measure: counts, cents, hundredths of hours. */
  readonly measures: Readonly<Record<string, WholeNumbers>>
}

/** Kinds of lines, in the order in which `TwoDatedRows` counts them; `other` are all other adjustments. */
export const twoDatedLines = [
  'charge',
  'other_payment',
  'contractual',
  'other',
  'patient_payment',
  'same_day_payment',
] as const

export type TwoDatedLine = (typeof twoDatedLines)[number]

/** Rows by two of their dates: one per kind, both months and person, in no order; all arrays of one length. */
export interface DatedRows {
  /** Months, `2026-03`, in order; those without rows are not among them. */
  readonly monthNames: readonly string[]
  /** Positions in `twoDatedLines`. */
  readonly line: WholeNumbers
  /** Positions in `monthNames`; -1 where no charge is named, which `production` does not count. */
  readonly served: WholeNumbers
  readonly posted: WholeNumbers
  /** As in `PersonRows`. */
  readonly person: WholeNumbers
  readonly sourceRows: WholeNumbers
  /** Charged, paid or adjusted: positive as in the published sums. */
  readonly cents: WholeNumbers
}

/**
 * What `production` adds up by month of service (but for `other`), and other facts by month of posting: charges,
 * payments and adjustments of the whole practice. Rows add up to something other than 0. Only the audit reads it.
 */
export interface TwoDatedRows extends DatedRows {
  /**
   * What `claims` counts by month of submission (`served`), and `claim_answers` by month of the first answer (`posted`,
   * -1 where there is none); `line` is one more than the bits of `claimMarks` that hold, `cents` are claims.
   */
  readonly claims?: DatedRows
}

/** What a claim is counted as besides sent and answered, in the order of the bits of `TwoDatedRows.claims`. */
export const claimMarks = [
  'first_pass',
  'clean',
  'checked',
  'denied',
  'resolved',
  'overturned',
  'written_off',
  'never_worked',
] as const

export type ClaimMark = (typeof claimMarks)[number]

/** What a line of the books is, in the order in which `BillingLines` counts them. */
export const lineKinds = ['charge', 'payment', 'contractual', 'other'] as const

/**
 * Charges, payments and adjustments by person, with all that decides in which published sums they are; lines that
 * agree in it are added up. In no order; all arrays of one length. Only the audit reads it.
 */
export interface BillingLines {
  /** Months, `2026-03`, in order, and all month ends between them. */
  readonly monthNames: readonly string[]
  /** Positions in `lineKinds`. */
  readonly kind: WholeNumbers
  /** Of payments: 2 a patient's on the day of service, 1 another of a patient; 0 all else. */
  readonly part: WholeNumbers
  /** The charge's month of service, a position in `monthNames`; -1 where no charge is named. */
  readonly served: WholeNumbers
  readonly posted: WholeNumbers
  readonly cut: readonly Dimension[]
  readonly values: PersonRows['values']
  /** By what the open item is told that the line belongs to. */
  readonly item: Pick<PersonRows, 'cut' | 'values'>
  /** From which month's end on the item is older than 30, 60, 90 and 120 days; the number of months if never. */
  readonly older: readonly WholeNumbers[]
  /** From which month's end on the item is its patient's to pay; -1 always, the number of months never. */
  readonly patients: WholeNumbers
  /** As in `PersonRows`, but below 0 every open item without a key has a number of its own. */
  readonly person: WholeNumbers
  readonly sourceRows: WholeNumbers
  /** Charges, money in, and adjustments that lower A/R are above 0. */
  readonly cents: WholeNumbers
  /** Whether balances are rolled from these lines, not told by the practice's own aging report. */
  readonly isRolled: boolean
}

/** A worklist whose rows still name their tab by its position in the source's order. */
export interface LedgerWorklist extends Omit<Worklist, 'rows'> {
  readonly rows: readonly {
    readonly values: WorklistRow['values']
    readonly tab: number
    readonly row: number
  }[]
}

export interface CubeOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** Whether that day is over, so that its appointments count too; false unless given. */
  readonly isDayOver?: boolean
  readonly settings: Settings
}
