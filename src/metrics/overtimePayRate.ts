import { defineMetric } from './defineMetric.ts'

/** K51, rate 0-1, by period end: how much of gross pay is overtime. */
export const overtimePayRate = defineMetric({
  kind: 'ratio',
  id: 'overtime_pay_rate',
  kpi: 'K51',
  label: 'Overtime, % of pay',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'period_end',
  maturityDays: null,
  dimensions: ['location', 'role_group'],
  summary: 'How much of gross pay is overtime.',
  formula: 'Overtime and double-time pay, the base included ÷ gross pay.',
  notes: ['By the month in which the pay period ends.', 'Providers and owners are left out.'],
  tabs: ['Payroll', 'Staff'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'overtime_cents' }],
  denominator: [{ fact: 'payroll', measure: 'paid_cents' }],
})
