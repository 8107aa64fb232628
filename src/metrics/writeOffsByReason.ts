import { defineMetric } from './defineMetric.ts'

/** K22, cents, by post date: what is given up without a contract forcing it, by reason. */
export const writeOffsByReason = defineMetric({
  kind: 'sum',
  id: 'write_offs_by_reason',
  kpi: 'K22',
  label: 'Write-offs by reason',
  unit: 'money',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['adjustment_category'],
  summary: 'What is given up without a contract forcing it, by reason.',
  formula: 'Adjustments other than contractual ones by category and posting date; positive lowers A/R.',
  notes: [
    'Late filing, missing authorization, credentialing and administrative reasons could have been avoided.',
    'The split depends on the adjustment map; unmapped codes are their own category.',
    'Reasons of few patients are kept private; a quarter shows more of them than a month.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'adjustment_reasons'],
  benchmark: null,
  numerator: [
    {
      fact: 'transactions',
      measure: 'adjustment_cents',
      where: {
        adjustment_category: [
          'charity',
          'discount',
          'small_balance',
          'bad_debt',
          'timely_filing',
          'no_auth',
          'credentialing',
          'coding',
          'duplicate',
          'administrative',
          'unknown',
        ],
      },
    },
  ],
})
