import { defineMetric } from './defineMetric.ts'

/** K49, staff per provider, by days worked: how many full-time staff there are for each full-time provider. */
export const staffFtePerProvider = defineMetric({
  kind: 'ratio',
  id: 'staff_fte_per_provider',
  kpi: 'K49',
  label: 'Staff FTE per provider FTE',
  unit: 'number',
  direction: 'context',
  dateBasis: 'work_date',
  maturityDays: null,
  dimensions: ['role_group'],
  summary: 'How many full-time staff there are for each full-time provider.',
  formula: 'Staff FTE ÷ clinical FTE of all providers.',
  notes: [
    'Providers are physicians and advanced practitioners; MGMA counts staff per physician, which is higher.',
    'Clinical FTE is that of the Providers tab, by start and end date; all providers need one.',
    'Split by role group, each group is set against all providers.',
    'Months as for staff FTE.',
  ],
  tabs: ['Payroll', 'Staff', 'Providers'],
  needs: ['hours_or_weeks', 'clinical_ftes'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'full_time_hours' }],
  denominator: [{ fact: 'full_time', measure: 'provider_hours', across: ['role_group'] }],
})
