import type { LedgerLine } from './ledgerLine.ts'
import { toDay, weekdayOf } from './calendar.ts'
import type { ChargeLine } from './charges.ts'
import type { TaskLine } from './compliance.ts'
import type { ExpenseLine } from './costs.ts'
import type { PayLine } from './payroll.ts'
import type { Booking } from './schedule.ts'

/** What a spoiled cell holds: an error, or text that means nothing (null: emptied). */
export type Spoilt = { readonly error: '#REF!' } | string | null

/** A row that must end in quarantine: one cell of it is spoilt on purpose. */
export interface BadRow<Row> {
  readonly row: Row
  /** Field of the contract. */
  readonly field: string
  readonly cell: Spoilt
}

/** Rows that were pasted twice: the first copy stands in its place, the second at the bottom. */
export interface Mess {
  readonly bad: {
    readonly bookings: readonly BadRow<Booking>[]
    readonly charges: readonly BadRow<ChargeLine>[]
    readonly transactions: readonly BadRow<LedgerLine>[]
    readonly payroll: readonly BadRow<PayLine>[]
    readonly expenses: readonly BadRow<ExpenseLine>[]
    readonly tasks: readonly BadRow<TaskLine>[]
  }
  readonly repasted: {
    readonly bookings: readonly Booking[]
    readonly charges: readonly ChargeLine[]
    readonly transactions: readonly LedgerLine[]
    readonly payroll: readonly PayLine[]
    readonly expenses: readonly ExpenseLine[]
  }
  /** Ids of repasted bookings whose first copy still says "scheduled". */
  readonly stale: ReadonlySet<string>
}

export interface Rows {
  readonly bookings: readonly Booking[]
  readonly charges: readonly ChargeLine[]
  readonly transactions: readonly LedgerLine[]
  readonly payroll: readonly PayLine[]
  readonly expenses: readonly ExpenseLine[]
  readonly tasks: readonly TaskLine[]
}

const error = { error: '#REF!' } as const

/** Which rows are spoilt and which pasted twice; the same rows for the same practice. */
export function planMess(rows: Rows): Mess {
  const repasted = {
    bookings: rows.bookings.filter((row) => within(row.day, '2026-10-12', '2026-10-16')),
    charges: rows.charges.filter((row) => within(row.postDay, '2026-09-28', '2026-09-30')),
    transactions: rows.transactions.filter((row) => within(row.postDay, '2026-08-27', '2026-08-31')),
    payroll: rows.payroll.filter((row) => row.end === toDay('2026-06-27')),
    expenses: rows.expenses.filter((row) => within(row.invoiceDay, '2026-05-01', '2026-05-03')),
  }
  const stale = repasted.bookings.filter((row) => row.status === 'completed' && weekdayOf(row.day) === 5)
  return {
    bad: {
      bookings: badBookings(rows.bookings),
      charges: badCharges(rows),
      transactions: badTransactions(rows.transactions),
      payroll: badPayroll(rows.payroll),
      expenses: badExpenses(rows.expenses),
      tasks: spoil(rows.tasks, (row) => row.task === 'Fire drill' && row.dueOn < toDay('2026-01-01'), [
        ['due', 'n/a'],
      ]),
    },
    repasted,
    stale: new Set(stale.map((row) => row.id)),
  }
}

/** Rows that survive: everything but the spoilt ones. */
export function withoutBad<Row>(rows: readonly Row[], bad: readonly BadRow<Row>[]): readonly Row[] {
  const spoilt = new Set(bad.map(({ row }) => row))
  return rows.filter((row) => !spoilt.has(row))
}

function within(day: number, from: string, to: string): boolean {
  return day >= toDay(from) && day <= toDay(to)
}

/** Spoils rows that fit, spread evenly over them: one for each field and cell. */
function spoil<Row>(
  rows: readonly Row[],
  fits: (row: Row) => boolean,
  cells: readonly (readonly [field: string, cell: Spoilt])[],
): readonly BadRow<Row>[] {
  const fitting = rows.filter(fits)
  return cells.map(([field, cell], index) => {
    const row = fitting[Math.floor(((index + 0.5) * fitting.length) / cells.length)]
    if (row === undefined) throw new Error(`missing rows to spoil: ${field}`)
    return { row, field, cell }
  })
}

function badBookings(bookings: readonly Booking[]): readonly BadRow<Booking>[] {
  const fits = (row: Booking): boolean =>
    !row.isTest && row.day < toDay('2026-10-01') && (row.status === 'completed' || row.status === 'no_show')
  return spoil(bookings, fits, [
    ['appt_date', '13/45/2025'],
    ['provider', null],
    ['appt_date', error],
    ['appt_date', 'n/a'],
    ['provider', null],
    ['appt_date', null],
  ])
}

/** Only lines to which nothing was ever posted: a payment without its charge would be another story. */
function badCharges(rows: Rows): readonly BadRow<ChargeLine>[] {
  const touched = new Set(rows.transactions.map((line) => line.charge?.id))
  const fits = (row: ChargeLine): boolean =>
    row.cents > 0 &&
    !row.isTest &&
    !touched.has(row.id) &&
    row.voidedBy === null &&
    row.voids === null &&
    row.postDay < toDay('2026-06-01')
  return spoil(rows.charges, fits, [
    ['charge_amount', error],
    ['charge_amount', 'n/a'],
    ['service_date', '13/45/2025'],
    ['post_date', null],
    ['charge_amount', 'see note'],
  ])
}

function badTransactions(lines: readonly LedgerLine[]): readonly BadRow<LedgerLine>[] {
  const fits = (row: LedgerLine): boolean =>
    row.charge !== null && row.cents > 0 && row.postDay < toDay('2026-08-01')
  return spoil(lines, fits, [
    ['amount', error],
    ['amount', 'n/a'],
    ['post_date', '13/45/2025'],
    ['post_date', null],
    ['amount', 'see EOB'],
    ['amount', error],
  ])
}

function badPayroll(lines: readonly PayLine[]): readonly BadRow<PayLine>[] {
  const fits = (row: PayLine): boolean =>
    row.code === 'regular' &&
    !row.employee.isOwner &&
    row.employee.role !== 'physician' &&
    row.end < toDay('2026-06-01')
  return spoil(lines, fits, [
    ['pay_date', null],
    ['period_end', error],
  ])
}

function badExpenses(lines: readonly ExpenseLine[]): readonly BadRow<ExpenseLine>[] {
  return spoil(lines, (row) => row.category === 'office_supplies' && row.invoiceDay < toDay('2026-04-01'), [
    ['amount', 'n/a'],
    ['invoice_date', '13/45/2025'],
  ])
}
