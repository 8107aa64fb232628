import { defineMetric } from './defineMetric.ts'

/** K54, cents, at the latest pay period's end: what leave that is owed to staff would cost. */
export const ptoLiability = defineMetric({
  kind: 'sum',
  id: 'pto_liability',
  kpi: 'K54',
  label: 'PTO liability',
  unit: 'money',
  direction: 'context',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: 'What the leave that staff have earned and not taken would cost at current pay.',
  formula: 'PTO balance in hours × current hourly pay, added up over staff.',
  notes: [
    'The total only, and only from five employees on, none of them above a quarter.',
    'The Staff tab has one balance each, so there is one value: in the month of the latest pay period.',
    'Current pay is that of the latest regular pay; as long as one is missing there is no value.',
    'Balances below zero count as 0; sick leave and employer taxes are left out.',
    'Providers and owners are left out.',
  ],
  tabs: ['Staff', 'Payroll'],
  needs: ['leave_balances'],
  benchmark: null,
  numerator: [{ fact: 'leave', measure: 'liability_cents', window: 'period_end' }],
})
