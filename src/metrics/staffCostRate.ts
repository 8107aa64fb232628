import { defineMetric } from './defineMetric.ts'

/** K48, rate 0-1, by work date: the share of collections that goes to staff other than providers and owners. */
export const staffCostRate = defineMetric({
  kind: 'ratio',
  id: 'staff_cost_rate',
  kpi: 'K48',
  label: 'Staff cost, % of collections',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'work_date',
  mixedWith: ['post_date'],
  maturityDays: null,
  dimensions: ['location', 'role_group'],
  summary: 'The share of collections that goes to staff other than providers and owners.',
  formula: 'Staff cost of 3 months ÷ net collections of the same 3 months.',
  notes: [
    'Published ranges of 22 to 26 % leave out taxes and benefits, which are in here; set your own target.',
    'Split by role group it says how many points each group takes.',
    'No value until the data reaches back 3 months.',
  ],
  tabs: ['Payroll', 'Staff', 'Billing'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'staff_cost_cents', window: 'trailing_3_months' }],
  denominator: [
    {
      fact: 'transactions',
      measure: 'net_payment_cents',
      window: 'trailing_3_months',
      across: ['role_group'],
    },
  ],
})
