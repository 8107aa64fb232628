import { defineMetric } from './defineMetric.ts'

/** K56, visits an hour, by days worked: patients seen for each hour that staff worked. */
export const visitsPerStaffHour = defineMetric({
  kind: 'ratio',
  id: 'visits_per_staff_hour',
  kpi: 'K56',
  label: 'Visits per staff hour',
  unit: 'number',
  direction: 'up',
  dateBasis: 'work_date',
  mixedWith: ['appointment_date'],
  maturityDays: null,
  dimensions: ['location'],
  summary: 'Patients seen for each hour that staff other than providers and owners worked.',
  formula: "Completed visits ÷ regular, overtime and double-time hours, of the period's last month.",
  notes: [
    'Leave does not count; hours are spread over the days of the pay period.',
    'A month has a value once its pay periods are all in, every line names its employee and no hours are missing.',
    'Regular pay without hours counts the weekly hours of the Staff tab, once a person and pay period, and not beside hours.',
    'Providers and owners are left out.',
  ],
  tabs: ['Payroll', 'Staff', 'Schedule'],
  needs: ['hours_or_weeks'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'visit_count', window: 'period_end', beside: 'full_time' }],
  denominator: [{ fact: 'payroll', measure: 'worked_hours', window: 'period_end' }],
  factor: 100,
})
