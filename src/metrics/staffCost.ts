import { defineMetric } from './defineMetric.ts'

/** K48, cents, by work date: what staff other than providers and owners cost, taxes and benefits included. */
export const staffCost = defineMetric({
  kind: 'sum',
  id: 'staff_cost',
  kpi: 'K48',
  label: 'Staff cost',
  unit: 'money',
  direction: 'context',
  dateBasis: 'work_date',
  maturityDays: null,
  dimensions: ['location', 'role_group'],
  summary: 'What staff other than providers and owners cost, taxes and benefits included.',
  formula: 'Gross pay, employer taxes and employer-paid benefits, spread over the days worked.',
  notes: [
    'Providers and owners are left out.',
    'Spread by day, so that a month with three paydays does not stand out.',
    'Contractors and outsourced billing are missing.',
  ],
  tabs: ['Payroll', 'Staff'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'staff_cost_cents' }],
})
