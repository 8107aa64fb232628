import { addMonths } from '../../src/periods/month.ts'
import type { TwoDatedLine, TwoDatedRows } from '../../scripts/private/ledger/ledger.ts'
import { twoDatedLines } from '../../scripts/private/ledger/ledger.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { DatedLine, Entry } from './entry.ts'
import { balancesOf, openItems } from './openItems.ts'

/** The facts of money that are made from the same books. */
export type BooksFact = 'charges' | 'production' | 'transactions' | 'receivables'

/** What the books' entries add to each fact, up to the last month. */
export function booksOf(entries: readonly Entry[], last: string): Record<BooksFact, readonly Happening[]> {
  return {
    charges: entries.filter(({ what }) => what === 'charge').map(chargeOf),
    production: entries.flatMap(producedBy),
    transactions: entries.filter(({ what }) => what !== 'charge').map(takenBy),
    receivables: openItems(entries).flatMap((item) => balancesOf(item, last)),
  }
}

function chargeOf({ posted, at, person, cents }: Entry): Happening {
  const adds = { charge_cents: cents, charge_line_count: 1, posted_within_3_days_count: 1 }
  return {
    month: posted,
    at: { ...at, lag_days: 0, new_visit_level: 'none', established_visit_level: 'none' },
    person,
    adds,
  }
}

const produced = {
  charge: 'charge_cents',
  payment: 'matched_payment_cents',
  contractual: 'matched_contractual_cents',
} as const

function producedBy({ what, served, posted, person, cents }: Entry): Happening[] {
  if (served === null || what === 'other') return []
  const byAge = what === 'charge' ? {} : addedByAge(what, { served, posted, cents })
  return [{ month: served, at: {}, person, adds: { [produced[what]]: cents, ...byAge } }]
}

/** The ages by which `production` says what was posted of a month of service, in months after it. */
export const productionAges = { month_end: 0, '30_days': 1, '60_days': 2, '90_days': 3, '120_days': 4 }

/** What money adds to the sums by age: to those of the ages that it was posted by. */
export function addedByAge(
  what: 'payment' | 'contractual',
  { served, posted, cents }: { served: string; posted: string; cents: number },
): Record<string, number> {
  const name = what === 'payment' ? 'paid' : 'contractual'
  return Object.fromEntries(
    Object.entries(productionAges).map(([age, months]) => [
      `${name}_by_${age}_cents`,
      posted <= addMonths(served, months) ? cents : 0,
    ]),
  )
}

function takenBy({ what, part: paidBy, posted, at, person, cents }: Entry): Happening {
  const place = (adjustment_category: string): Happening['at'] => ({ ...at, adjustment_category })
  const one = { month: posted, person }
  if (what === 'payment') return { ...one, at: place('none'), adds: paidAs(paidBy, cents) }
  const part = what === 'contractual' ? 'contractual_cents' : 'other_adjustment_cents'
  const category = what === 'contractual' ? 'contractual' : 'charity'
  return { ...one, at: place(category), adds: { adjustment_cents: cents, [part]: cents } }
}

/** What a payment adds to net payments and their parts. */
export function paidAs(part: Entry['part'], cents: number): Record<string, number> {
  return {
    net_payment_cents: cents,
    patient_payment_cents: part === undefined ? 0 : cents,
    same_day_payment_cents: part === 'sameDay' ? cents : 0,
  }
}

/** A line's kind as the audit tells them apart. */
function lineOf({ what, part }: DatedLine): TwoDatedLine {
  if (what !== 'payment') return what
  if (part === undefined) return 'other_payment'
  return part === 'sameDay' ? 'same_day_payment' : 'patient_payment'
}

/** The same entries as the ledger gives them to the audit. */
export function twoDatesOf(rows: readonly DatedLine[]): TwoDatedRows {
  const monthNames = [...new Set(rows.flatMap(({ served, posted }) => [served ?? posted, posted]))].sort()
  return {
    monthNames,
    line: Int32Array.from(rows, (row) => twoDatedLines.indexOf(lineOf(row))),
    served: Int32Array.from(rows, ({ served }) => (served === null ? -1 : monthNames.indexOf(served))),
    posted: Int32Array.from(rows, ({ posted }) => monthNames.indexOf(posted)),
    person: Int32Array.from(rows, ({ person }) => person),
    sourceRows: Int32Array.from(rows, () => 1),
    cents: Float64Array.from(rows, ({ cents }) => cents),
  }
}
