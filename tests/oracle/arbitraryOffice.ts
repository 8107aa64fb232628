import fc from 'fast-check'
import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type {
  BudgetLine,
  ComplianceTask,
  Credential,
  Expense,
} from '../../scripts/private/contracts/referenceTabs.ts'
import {
  budgetCategories,
  earningCodes,
  expenseCategories,
  roleGroups,
} from '../../scripts/private/contracts/vocabularies.ts'
import { arbitraryOffset, blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { monthOf } from './civilDates.ts'

export const employees = ['001', '002', '003', '004', '005', '006'] as const
export const site = blankable(fc.constantFrom(...names.location), 3)

/** Two-week periods, many of them across a month's end; blank hours and amounts; taxes and benefits. */
export function arbitraryPayroll(frame: Frame): fc.Arbitrary<PayrollLine[]> {
  const line = fc
    .record({
      period: fc.nat({ max: Math.floor(frame.span / 14) + 1 }),
      days: fc.constantFrom(14, 14, 14, 7, 1, 45),
      row: fc.record({
        employee_id: fc.constantFrom(...employees),
        role_group: blankable(fc.constantFrom(...roleGroups), 2),
        location: site,
        check_seq: fc.constantFrom(null, '1'),
        earning_code: fc.oneof(
          fc.constantFrom('regular' as const, 'overtime' as const),
          fc.constantFrom(...earningCodes),
        ),
        hours: blankable(fc.integer({ min: -800, max: 9_000 }), 4),
        amount: blankable(fc.noBias(fc.integer({ min: -20_001, max: 300_001 })), 6),
        employer_taxes: blankable(fc.nat({ max: 20_003 }), 2),
        employer_benefits: blankable(fc.nat({ max: 20_003 }), 2),
        is_owner: fc.constantFrom(null, null, null, false, true),
      }),
    })
    .map(({ period, days, row }): PayrollLine => {
      const start = period * 14
      const end = dateAt(frame, start + days - 1)
      return { ...row, period_start: dateAt(frame, start), period_end: end, pay_date: end }
    })
  return fc.uniqueArray(line, {
    minLength: 20,
    maxLength: 90,
    size: 'max',
    selector: ({ employee_id, period_end, earning_code, check_seq }) =>
      JSON.stringify([employee_id, period_end, earning_code, check_seq]),
  })
}

/** Invoices paid, open and paid after the as-of date; some for the owner. */
export function arbitraryExpenses(frame: Frame): fc.Arbitrary<Expense[]> {
  return fc
    .array(
      fc.record({
        offset: arbitraryOffset(frame),
        paidAfter: blankable(fc.nat({ max: 60 }), 4),
        category: fc.constantFrom(...expenseCategories),
        amount: fc.noBias(fc.integer({ min: -5_000, max: 400_000 })),
        is_owner_expense: fc.constantFrom(null, false, true),
        location: site,
      }),
      { minLength: 5, maxLength: 50, size: 'max' },
    )
    .map((drafts) =>
      drafts.map(({ offset, paidAfter, ...row }, index) => ({
        ...row,
        invoice_date: dateAt(frame, offset),
        due_date: null,
        paid_date: paidAfter === null ? null : dateAt(frame, offset + paidAfter),
        vendor: 'Vendor',
        invoice_no: `I${String(index)}`,
      })),
    )
}

/** Budget lines of any category, for the practice or a site. */
export function arbitraryBudget(frame: Frame): fc.Arbitrary<BudgetLine[]> {
  const line = fc
    .record({
      offset: fc.nat({ max: frame.span + 30 }),
      category: fc.oneof(
        fc.constantFrom('collections' as const, 'visits' as const),
        fc.constantFrom(...budgetCategories),
      ),
      location: site,
      amount: fc.nat({ max: 900_000 }),
      basis: fc.constant(null),
    })
    .map(({ offset, ...row }): BudgetLine => ({ ...row, month: `${monthOf(dateAt(frame, offset))}-01` }))
  return fc.uniqueArray(line, {
    minLength: 5,
    maxLength: 60,
    size: 'max',
    selector: ({ month, category, location }) => JSON.stringify([month, category, location]),
  })
}

/** Days from due to done, often on the very day; null is not done. */
const doneAfter = blankable(fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 60 })), 3)

/** Also due months after the as-of date, some at the very edge of 90 days. */
function dueOffset(frame: Frame): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: arbitraryOffset(frame) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 130 }).map((days) => frame.span + days) },
    { weight: 1, arbitrary: fc.constantFrom(89, 90, 91).map((days) => frame.span + days) },
  )
}

/** Licences that were renewed in time, late or not yet. */
export function arbitraryCredentials(frame: Frame): fc.Arbitrary<Credential[]> {
  return fc
    .array(fc.record({ offset: dueOffset(frame), renewed: doneAfter }), {
      maxLength: 20,
      size: 'max',
    })
    .map((drafts) =>
      drafts.map(({ offset, renewed }, index) => ({
        holder_id: `H${String(index)}`,
        type: 'state_license',
        number_last4: String(1000 + index),
        issued: null,
        expires: dateAt(frame, offset),
        renewed_on: renewed === null ? null : dateAt(frame, offset + renewed),
      })),
    )
}

/** Tasks done by the due date, late or not at all. */
export function arbitraryTasks(frame: Frame): fc.Arbitrary<ComplianceTask[]> {
  return fc
    .array(fc.record({ offset: dueOffset(frame), done: doneAfter }), {
      maxLength: 25,
      size: 'max',
    })
    .map((drafts) =>
      drafts.map(({ offset, done }, index) => ({
        task: `Task ${String(index)}`,
        rule: null,
        due: dateAt(frame, offset),
        done: done === null ? null : dateAt(frame, offset + done),
      })),
    )
}
