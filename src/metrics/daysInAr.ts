import { defineMetric } from './defineMetric.ts'

/** K08, days, by month end: how many days of charges are still waiting to be paid. */
export const daysInAr = defineMetric({
  kind: 'ratio',
  id: 'days_in_ar',
  kpi: 'K08',
  label: 'Days in A/R',
  unit: 'days',
  direction: 'down',
  dateBasis: 'month_end',
  mixedWith: ['post_date'],
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'How many days of charges are still waiting to be paid.',
  formula: 'A/R at month end, credits deducted ÷ charges posted in the three months up to it × 91.25 days.',
  notes: [
    'A/R and charges are both at fee-schedule prices.',
    'No value until the data holds three months of charges; in the running month its charges are not all posted yet.',
    'A quarter of a year is 91.25 days; charges may be those of 3, 6 or 12 months (American Academy of Family Physicians).',
    'Accounts handed to an agency count only while the billing system keeps them in A/R.',
  ],
  tabs: ['Billing', 'Aging'],
  benchmark: {
    target: 40,
    acceptable: 50,
    source: 'American Academy of Family Physicians: 30 to 40 days preferable, under 50 at least.',
    secondHand: false,
  },
  numerator: [{ fact: 'receivables', measure: 'balance_cents', window: 'period_end' }],
  denominator: [{ fact: 'charges', measure: 'charge_cents', window: 'trailing_3_months' }],
  factor: 91.25,
})
