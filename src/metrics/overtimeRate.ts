import { defineMetric } from './defineMetric.ts'

/** K51, rate 0-1, by period end: how much of the paid working time is overtime. */
export const overtimeRate = defineMetric({
  kind: 'ratio',
  id: 'overtime_rate',
  kpi: 'K51',
  label: 'Overtime, % of hours',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'period_end',
  maturityDays: null,
  dimensions: ['location', 'role_group'],
  summary: 'How much of the paid working time is overtime.',
  formula: 'Overtime and double-time hours ÷ (regular + overtime and double-time hours).',
  notes: [
    'By the month in which the pay period ends.',
    'Providers and owners are left out; leave hours do not count.',
  ],
  tabs: ['Payroll', 'Staff'],
  needs: ['hours'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'overtime_hours' }],
  denominator: [
    { fact: 'payroll', measure: 'regular_hours' },
    { fact: 'payroll', measure: 'overtime_hours' },
  ],
})
