import { defineMetric } from './defineMetric.ts'

/** K50, full-time equivalents, by days worked: how many full-time people the paid hours of staff make. */
export const staffFte = defineMetric({
  kind: 'ratio',
  id: 'staff_fte',
  kpi: 'K50',
  label: 'Staff FTE',
  unit: 'number',
  direction: 'context',
  dateBasis: 'work_date',
  maturityDays: null,
  dimensions: ['role_group'],
  summary: 'How many full-time people the paid hours of staff other than providers and owners make.',
  formula: 'Paid hours, at most a full week each ÷ (full weekly hours × weeks).',
  notes: [
    'A full week is the setting full_time_hours, 40 hours unless set.',
    'Paid leave counts; in no month does overtime make anybody more than one.',
    'Hours are spread over the days of the pay period.',
    'Regular pay without hours counts the weekly hours of the Staff tab, once a person and pay period, and not beside hours.',
    'A month has a value once its pay periods are all in, every line names its employee and no hours are missing.',
    'Where somebody has several roles in a month, the last one has the hours.',
    'Split by role group, each group is set against one full-time week.',
    'Providers and owners are left out.',
  ],
  tabs: ['Payroll', 'Staff'],
  needs: ['hours_or_weeks'],
  benchmark: null,
  numerator: [{ fact: 'payroll', measure: 'full_time_hours' }],
  denominator: [{ fact: 'full_time', measure: 'full_time_hours', across: ['role_group'] }],
})
