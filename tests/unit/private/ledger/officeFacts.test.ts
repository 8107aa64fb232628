import { describe, expect, it } from 'vitest'
import { cubeRows } from './cubeRows.ts'

const period = { period_start: '2026-03-25', period_end: '2026-04-07', pay_date: '2026-04-10' }
const line = { ...period, employee_id: '007', role_group: 'nurse', location: 'Main', earning_code: 'regular' }

describe('payroll costs', () => {
  it('are spread over the days of the period, to the cent', async () => {
    const rows = await cubeRows('payroll', { tabs: { payroll: [{ ...line, amount: 10_001 }] } })
    // 7 of 14 days: 5000.5 rounds away from zero, April has the rest.
    expect(rows.map((row) => [row.month, row.staff_cost_cents])).toEqual([
      ['2026-03-01', 5_001],
      ['2026-04-01', 5_000],
    ])
  })

  it('round a correction away from zero like the pay that it corrects', async () => {
    const rows = await cubeRows('payroll', {
      tabs: {
        payroll: [
          { ...line, amount: 10_001 },
          { ...line, earning_code: 'other', amount: -10_001 },
        ],
      },
    })
    expect(rows).toEqual([])
  })

  it('leave providers and owners out, and add taxes and benefits', async () => {
    const rows = await cubeRows('payroll_by_role_group', {
      tabs: {
        staff: [{ employee_id: '2', role_group: 'physician', location: 'Main', is_owner: true }],
        payroll: [
          { ...line, employee_id: '1', amount: 1_400, employer_taxes: 140, employer_benefits: 14 },
          { ...line, employee_id: '2', role_group: null, amount: 2_800, employer_taxes: 280 },
          { ...line, employee_id: '3', role_group: 'app', amount: 28, employer_taxes: 14 },
          { ...line, employee_id: '4', role_group: 'admin', amount: 14, is_owner: true },
          { ...line, employee_id: '5', role_group: null, amount: null, employer_taxes: 140 },
        ].map((row) => ({ ...row, period_start: '2026-04-01' })),
      },
    })
    expect(rows.map((row) => [row.role_group, row.staff_cost_cents])).toEqual([
      ['nurse', 1_554],
      ['other', 140],
    ])
  })

  it('wait until the period has ended', async () => {
    const tabs = { payroll: [{ ...line, amount: 100 }] }
    expect(await cubeRows('payroll', { tabs, asOf: '2026-04-06' })).toEqual([])
    expect(await cubeRows('payroll', { tabs, asOf: '2026-04-07' })).toHaveLength(2)
  })

  it('never lose the pay of a period typed back to front', async () => {
    const typo = { ...line, period_start: '2026-04-09', amount: 100 }
    expect(await cubeRows('payroll', { tabs: { payroll: [typo] } })).toMatchObject([
      { month: '2026-04-01', staff_cost_cents: 100 },
    ])
  })
})

describe('payroll hours', () => {
  it('split hours and pay by earning code, at the month of the period end, providers and owners left out', async () => {
    const rows = await cubeRows('payroll_by_location', {
      tabs: {
        staff: [{ employee_id: '008', role_group: 'billing', location: 'West' }],
        payroll: [
          { ...line, hours: 8_000, amount: 160_000 },
          { ...line, employee_id: '010', role_group: 'app', hours: 8_000, amount: 512_345 },
          { ...line, earning_code: 'overtime', hours: 550, amount: 16_500 },
          { ...line, earning_code: 'doubletime', hours: 100, amount: 4_000 },
          { ...line, earning_code: 'pto', hours: 800, amount: 16_000 },
          { ...line, employee_id: '008', role_group: null, location: null, hours: 10, amount: 200 },
          { ...line, employee_id: '009', is_owner: true, hours: 9_999, amount: 9_999 },
        ].map((row) => ({ ...row, period_start: '2026-04-01' })),
      },
    })
    expect(rows).toEqual([
      {
        month: '2026-04-01',
        months: 1,
        location: 'Main',
        staff_cost_cents: 196_500,
        regular_hours: 8_000,
        overtime_hours: 650,
        paid_cents: 196_500,
        overtime_cents: 20_500,
        worked_hours: 8_650,
        full_time_hours: 0,
      },
      {
        month: '2026-04-01',
        months: 1,
        location: 'West',
        staff_cost_cents: 200,
        regular_hours: 10,
        overtime_hours: 0,
        paid_cents: 200,
        overtime_cents: 0,
        worked_hours: 10,
        full_time_hours: 0,
      },
    ])
  })
})

describe('expenses', () => {
  const expense = { vendor: 'Acme', category: 'medical_supplies', invoice_date: '2026-03-20', amount: 100 }
  const tabs = {
    expenses: [
      { ...expense, invoice_no: '1', paid_date: '2026-04-15' },
      { ...expense, invoice_no: '2', paid_date: null, amount: 20 },
      { ...expense, invoice_no: '3', paid_date: '2026-04-16', amount: 3, is_owner_expense: true },
      { ...expense, invoice_no: '4', paid_date: '2026-04-17', amount: 4_000, category: 'provider_comp' },
      { ...expense, invoice_no: '5', paid_date: '2026-05-02', amount: 50_000 },
    ],
  }

  it('count when paid on a cash basis; owners and providers are no operating expense', async () => {
    expect(await cubeRows('expenses', { tabs, asOf: '2026-04-30' })).toEqual([
      { month: '2026-04-01', months: 1, operating_cents: 100 },
    ])
  })

  it('count when invoiced on an accrual basis, paid or not', async () => {
    const settings = { accounting_basis: 'accrual' as const }
    expect(await cubeRows('expenses', { tabs, asOf: '2026-04-30', settings })).toEqual([
      { month: '2026-03-01', months: 1, operating_cents: 50_120 },
    ])
  })
})

describe('budgets', () => {
  it('add up the sites of a month, whichever day of it is written', async () => {
    const rows = await cubeRows('budgets_by_category', {
      tabs: {
        budget: [
          { month: '2026-03-01', category: 'collections', location: 'Main', amount: 500 },
          { month: '2026-03-31', category: 'collections', location: 'West', amount: 70 },
          { month: '2027-01-01', category: 'visits', amount: 400 },
        ],
      },
    })
    expect(rows).toEqual([
      { month: '2026-03-01', months: 1, category: 'collections', budget_cents: 570 },
      { month: '2027-01-01', months: 1, category: 'visits', budget_cents: 400 },
    ])
  })
})

describe('budgets of expenses', () => {
  it('are apart from those of collections and visits; other income is in neither', async () => {
    const categories = ['staff_wages', 'provider_comp', 'other', 'collections', 'other_income', 'visits']
    const tabs = { budget: categories.map((category) => ({ month: '2026-03-01', category, amount: 100 })) }
    const named = async (cube: string) => (await cubeRows(cube, { tabs })).map(({ category }) => category)
    expect(await named('expense_budgets_by_category')).toEqual(['other', 'provider_comp', 'staff_wages'])
    expect(await named('budgets_by_category')).toEqual(['collections', 'visits'])
  })
})

describe('compliance', () => {
  it('counts what fell due, what was done by then, and what stays open at each month end', async () => {
    const credential = { holder_id: 'P1', type: 'dea' }
    const rows = await cubeRows('compliance_by_kind', {
      asOf: '2026-05-10',
      tabs: {
        credentials: [
          { ...credential, number_last4: '1', expires: '2026-03-10', renewed_on: '2026-03-10' },
          { ...credential, number_last4: '2', expires: '2026-03-10', renewed_on: '2026-04-30' },
          { ...credential, number_last4: '3', expires: '2026-03-31', renewed_on: null },
          { ...credential, number_last4: '4', expires: '2026-05-10', renewed_on: null },
        ],
        compliance_tasks: [{ task: 'Fire drill', due: '2026-05-09', done: '2026-05-10' }],
      },
    })
    const line = (month: string, kind: string, [due, onTime, overdue, soon]: number[]) => ({
      month,
      months: 1,
      kind,
      due_count: due,
      on_time_count: onTime,
      overdue_count: overdue,
      due_soon_count: soon,
    })
    expect(rows).toEqual([
      line('2026-03-01', 'credential', [3, 1, 1, 2]),
      line('2026-03-01', 'task', [0, 0, 0, 1]),
      line('2026-04-01', 'credential', [0, 0, 1, 1]),
      line('2026-04-01', 'task', [0, 0, 0, 1]),
      line('2026-05-01', 'credential', [0, 0, 1, 1]),
      line('2026-05-01', 'task', [1, 0, 0, 0]),
    ])
  })
  it('counts what is due within 90 days, also where nothing was ever due', async () => {
    const task = (due: string, done: string | null = null) => ({ task: `Check of ${due}`, due, done })
    const counted = async (compliance_tasks: ReturnType<typeof task>[]) =>
      (await cubeRows('compliance_by_kind', { asOf: '2026-05-10', tabs: { compliance_tasks } })).map(
        ({ month, due_count, overdue_count, due_soon_count }) => [
          month,
          due_count,
          overdue_count,
          due_soon_count,
        ],
      )
    expect(await counted([task('2026-08-08'), task('2026-08-07', '2026-05-10')])).toEqual([
      ['2026-05-01', 0, 0, 1],
    ])
    expect(await counted([task('2026-08-09')])).toEqual([])
  })
})
