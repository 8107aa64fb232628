import { defineMetric } from './defineMetric.ts'

/** K55, cents, by work date: what staff other than providers and owners cost for each patient seen. */
export const payrollCostPerVisit = defineMetric({
  kind: 'ratio',
  id: 'payroll_cost_per_visit',
  kpi: 'K55',
  label: 'Staff cost per visit',
  unit: 'money',
  direction: 'down',
  dateBasis: 'work_date',
  mixedWith: ['appointment_date'],
  maturityDays: null,
  dimensions: ['location', 'role_group'],
  summary: 'What staff other than providers and owners cost for each patient seen.',
  formula: 'Staff cost by days worked ÷ completed visits.',
  notes: ['Providers and owners are left out.', 'Split by role group, each group is set against all visits.'],
  tabs: ['Payroll', 'Staff', 'Schedule'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'staff_cost_cents' }],
  denominator: [{ fact: 'appointments', measure: 'visit_count', across: ['role_group'] }],
})
