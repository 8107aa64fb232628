import { defineMetric } from './defineMetric.ts'

/** K04, cents, by month end: whether charges, payments and adjustments explain the change in the billing system's A/R. */
export const arRollForwardDifference = defineMetric({
  kind: 'sum',
  id: 'ar_roll_forward_difference',
  kpi: 'K04',
  label: 'A/R roll-forward difference',
  unit: 'money',
  direction: 'context',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: "Whether charges, payments and adjustments explain the change in the billing system's A/R.",
  formula:
    "Opening A/R + charges − payments − adjustments − closing A/R, against the practice's own aging report; 0 ties out.",
  notes: [
    'Anything but 0 means that something is missing, late or posted by another date.',
    'Needs the month-end aging report.',
  ],
  tabs: ['Billing', 'Aging'],
  benchmark: null,
  numerator: [{ fact: 'reconciliation', measure: 'difference_cents' }],
})
