import { defineMetric } from './defineMetric.ts'

/** K51, cents, by period end: what overtime was paid, the base included. */
export const overtimePay = defineMetric({
  kind: 'sum',
  id: 'overtime_pay',
  kpi: 'K51',
  label: 'Overtime pay',
  unit: 'money',
  direction: 'down',
  dateBasis: 'period_end',
  maturityDays: null,
  dimensions: ['location', 'role_group'],
  summary: 'What overtime was paid, the base included.',
  formula: 'Overtime and double-time pay, by the month in which the pay period ends.',
  notes: ['Providers and owners are left out.'],
  tabs: ['Payroll', 'Staff'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'overtime_cents' }],
})
