import { describe, expect, it } from 'vitest'
import { payLine, totalOf, transaction } from './sampleRows.ts'

describe('office', () => {
  it('spreads a period across the month end to the cent', () => {
    // Ten days, three of them in September: $0.30 and $0.70 of a dollar; 33.3 of 111 cents is 33.
    const line = payLine({ period_start: '2026-09-28', period_end: '2026-10-07', amount: 100 })
    const both = { from: '2026-09', to: '2026-10' }
    expect(totalOf('staff_cost', { payroll: [line] })?.value).toBe(70)
    expect(totalOf('staff_cost', { payroll: [{ ...line, amount: 111 }] })?.value).toBe(78)
    expect(totalOf('staff_cost', { payroll: [{ ...line, amount: 111 }] }, both)?.value).toBe(111)
  })

  it('leaves providers and owners out of staff cost, and adds taxes and benefits', () => {
    const payroll = [
      payLine({ employer_taxes: 8000, employer_benefits: 12_000 }),
      payLine({ role_group: 'physician' }),
      payLine({ role_group: 'app' }),
      payLine({ is_owner: true }),
    ]
    expect(totalOf('staff_cost', { payroll })?.value).toBe(120_000)
  })

  it('counts leave neither as regular nor as overtime: 8 of 80 hours are 10 %', () => {
    const payroll = [
      payLine({ hours: 7200 }),
      payLine({ earning_code: 'overtime', hours: 600 }),
      payLine({ earning_code: 'doubletime', hours: 200 }),
      payLine({ earning_code: 'pto', hours: 1600 }),
    ]
    expect(totalOf('overtime_rate', { payroll })).toMatchObject({
      numerator: 800,
      denominator: 8000,
      value: 0.1,
    })
  })

  it('is favourable to collect above budget and to spend below it', () => {
    const budget = [
      { month: '2026-10-01', category: 'collections' as const, location: null, amount: 900, basis: null },
      { month: '2026-10-01', category: 'marketing' as const, location: null, amount: 500, basis: null },
      { month: '2026-10-01', category: 'provider_comp' as const, location: null, amount: 9999, basis: null },
    ]
    const expense = {
      invoice_date: '2026-09-20',
      due_date: null,
      paid_date: '2026-10-03',
      vendor: 'Vendor',
      invoice_no: null,
      category: 'marketing' as const,
      amount: 450,
      is_owner_expense: null,
      location: null,
    }
    expect(totalOf('collections_budget_variance', { budget, transactions: [transaction()] })?.value).toBe(100)
    expect(totalOf('expense_budget_variance', { budget, expenses: [expense] })?.value).toBe(50)
    expect(
      totalOf('expense_budget_variance', { budget, expenses: [{ ...expense, paid_date: null }] })?.value,
    ).toBeNull()
  })

  it('is on time on the due day, and overdue until done', () => {
    const task = (due: string, done: string | null) => ({ task: due, rule: null, due, done })
    const compliance_tasks = [
      task('2026-10-05', '2026-10-05'),
      task('2026-10-06', '2026-10-07'),
      task('2026-09-06', null),
      task('2026-10-31', null),
    ]
    expect(totalOf('compliance_on_time_rate', { compliance_tasks })).toMatchObject({
      numerator: 1,
      denominator: 2,
    })
    expect(totalOf('overdue_items', { compliance_tasks })?.value).toBe(1)
    expect(totalOf('compliance_due_soon', { compliance_tasks })?.value).toBe(1)
  })
})
