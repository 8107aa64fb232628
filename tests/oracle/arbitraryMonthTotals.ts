import fc from 'fast-check'
import type { BillingSummaryRow } from '../../scripts/private/contracts/billingSummary.ts'
import type { Billing } from './arbitraryBilling.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { monthOf, shiftMonth } from './civilDates.ts'

const amounts = [
  'charges',
  'payments',
  'insurance_payments',
  'patient_payments',
  'adjustments',
  'contractual',
  'write_offs',
  'withheld',
  'refunds',
] as const
type Amount = (typeof amounts)[number]

/** How a random practice tells month totals: not, instead of lines, of the months before its lines, or beside lines. */
export interface MonthTotalsDraft {
  readonly kind: 'none' | 'alone' | 'before' | 'beside'
  readonly rows: readonly BillingSummaryRow[]
}

/** Month totals of every fifth practice: columns with a sign each, some of them missing, and a few blank cells. */
export function arbitraryMonthTotals(frame: Frame): fc.Arbitrary<MonthTotalsDraft> {
  const told = fc
    .record({
      signs: fc.record(eachAmount(() => fc.constantFrom(1, -1))),
      // Reports with all payments and all adjustments, with their parts, or with both.
      missing: fc.constantFrom<readonly Amount[]>(
        [],
        ['adjustments'],
        ['payments', 'adjustments', 'patient_payments'],
        ['insurance_payments', 'patient_payments', 'contractual', 'write_offs', 'withheld', 'refunds'],
      ),
      rows: fc.uniqueArray(arbitraryRow(frame), {
        minLength: 30,
        maxLength: 90,
        size: 'max',
        selector: ({ month, provider, location, payer_class, cpt }) =>
          JSON.stringify([month, provider, location, payer_class, cpt]),
      }),
    })
    .map(({ signs, missing, rows }) =>
      rows.map((row) => ({
        ...row,
        ...(eachAmount((name) => {
          const cents = row[name]
          return cents === null || missing.includes(name) ? null : cents * (signs[name] ?? 1) + 0
        }) as Pick<BillingSummaryRow, Amount>),
      })),
    )
  return fc.oneof(
    { weight: 16, arbitrary: fc.constant<MonthTotalsDraft>({ kind: 'none', rows: [] }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constantFrom('alone', 'alone', 'before', 'beside'), rows: told }),
    },
  )
}

function eachAmount<Value>(valueOf: (name: Amount) => Value): Record<string, Value> {
  return Object.fromEntries(amounts.map((name) => [name, valueOf(name)]))
}

/** Of months up to two after the as-of date. */
function arbitraryRow(frame: Frame): fc.Arbitrary<BillingSummaryRow> {
  const cents = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(null, 0) },
    { weight: 1, arbitrary: fc.integer({ min: -20_000, max: -1 }) },
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 250_000 }) },
  )
  const people = blankable(fc.integer({ min: 1, max: 60 }), 2)
  return fc
    .record({
      offset: fc.nat({ max: frame.span + 60 }),
      row: fc.record({
        provider: blankable(fc.constantFrom(...names.provider)),
        location: blankable(fc.constantFrom(...names.location)),
        payer: fc.constant(null),
        payer_class: blankable(fc.constantFrom(...names.payer)),
        cpt: blankable(fc.constantFrom('99213', '99214')),
        change_in_ar: fc.constant(null),
        patients: people,
        claims: people,
        units: fc.constant(null),
        ...(eachAmount(() => cents) as Record<Amount, typeof cents>),
      }),
    })
    .map(({ offset, row }) => {
      const month = monthOf(dateAt(frame, offset))
      return { ...row, month: `${month}-01`, ...untold[Number(month.slice(5))] }
    })
}

/** What no row of a month of the year says: then none of that month's totals counts. */
const untold: Readonly<Partial<Record<number, Partial<BillingSummaryRow>>>> = {
  2: { charges: null },
  7: { payments: null, insurance_payments: null, patient_payments: null, refunds: null },
  11: { adjustments: null, contractual: null, write_offs: null, withheld: null },
}

/** Lines as they stand beside the totals: none, those of the last six months, or all. */
export function withMonthTotals(
  frame: Frame,
  { kind, rows }: MonthTotalsDraft,
  billing: Billing,
): Billing & { readonly billing_summary: readonly BillingSummaryRow[] } {
  if (kind === 'alone') return { charges: [], transactions: [], billing_summary: rows }
  const first = kind === 'before' ? `${shiftMonth(monthOf(frame.asOf), -6)}-01` : ''
  return {
    charges: billing.charges.filter(({ post_date }) => post_date >= first),
    transactions: billing.transactions.filter(({ post_date }) => post_date >= first),
    billing_summary: kind === 'before' ? rows.filter(({ month }) => month < first) : rows,
  }
}
