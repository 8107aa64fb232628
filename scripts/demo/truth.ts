import { tallyBackOffice, type BackOffice } from './backOfficeTally.ts'
import { monthsBetween } from './calendar.ts'
import type { CredentialLine } from './compliance.ts'
import { firstDay, lastDay } from './demoClock.ts'
import { withoutBad, type Mess, type Rows } from './mess.ts'
import { openItems, type OpenItem } from './receivables.ts'
import { tallyCharges, tallyReceivables, tallyTransactions } from './billingTally.ts'
import { tallySchedule } from './scheduleTally.ts'
import { Tally, type Cuts, type Sums } from './tally.ts'

/** Plain sums of the practice. */
export interface Figures {
  readonly cuts: Cuts
  readonly backOffice: BackOffice
}

/** What really happened, and what of it the spoilt rows hide: published = practice - quarantined. */
export interface Truth {
  readonly practice: Figures
  /** By how much the spoilt rows change each figure; only figures that they change. */
  readonly quarantined: Figures
}

export interface AllRows extends Rows {
  readonly credentials: readonly CredentialLine[]
}

/** The truth, and the open items of the practice behind its aging report. */
export function sumUp(rows: AllRows, mess: Mess): { truth: Truth; items: readonly OpenItem[] } {
  const practice = figures(rows)
  const published = figures({
    bookings: withoutBad(rows.bookings, mess.bad.bookings),
    charges: withoutBad(rows.charges, mess.bad.charges),
    transactions: withoutBad(rows.transactions, mess.bad.transactions),
    payroll: withoutBad(rows.payroll, mess.bad.payroll),
    expenses: withoutBad(rows.expenses, mess.bad.expenses),
    tasks: withoutBad(rows.tasks, mess.bad.tasks),
    credentials: rows.credentials,
  })
  return {
    truth: { practice: practice.figures, quarantined: difference(practice.figures, published.figures) },
    items: practice.items,
  }
}

function figures(rows: AllRows): { figures: Figures; items: readonly OpenItem[] } {
  const tally = new Tally()
  const items = openItems(rows.charges, rows.transactions, monthsBetween(firstDay, lastDay))
  tallySchedule(tally, rows.bookings)
  tallyCharges(tally, rows.charges)
  tallyTransactions(tally, rows.transactions)
  tallyReceivables(tally, items)
  return { figures: { cuts: tally.cuts, backOffice: tallyBackOffice(rows) }, items }
}

type Tables = Readonly<Record<string, Readonly<Record<string, Sums>>>>

/** What is published for a cell: the practice's figure less what is quarantined; 0 where there is none. */
export function publishedFigure(
  truth: Truth,
  part: keyof Figures,
  at: { readonly cut: string; readonly key: string; readonly measure: string },
): number {
  const read = (side: Figures): number =>
    (side[part] as unknown as Tables)[at.cut]?.[at.key]?.[at.measure] ?? 0
  return read(truth.practice) - read(truth.quarantined)
}

function difference(practice: Figures, published: Figures): Figures {
  return {
    cuts: subtract(practice.cuts, published.cuts) as Cuts,
    backOffice: subtract(
      practice.backOffice as unknown as Tables,
      published.backOffice as unknown as Tables,
    ) as unknown as BackOffice,
  }
}

function subtract(left: Tables, right: Tables): Record<string, Record<string, Sums>> {
  const result: Record<string, Record<string, Sums>> = {}
  for (const cut of Object.keys(left)) {
    const cells: Record<string, Sums> = (result[cut] = {})
    const keys = new Set([...Object.keys(left[cut] ?? {}), ...Object.keys(right[cut] ?? {})])
    for (const key of keys) {
      const sums = subtractSums(left[cut]?.[key] ?? {}, right[cut]?.[key] ?? {})
      if (Object.keys(sums).length > 0) cells[key] = sums
    }
  }
  return result
}

function subtractSums(left: Sums, right: Sums): Sums {
  const sums: Sums = {}
  for (const measure of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const value = (left[measure] ?? 0) - (right[measure] ?? 0)
    if (value !== 0) sums[measure] = value
  }
  return sums
}
