import { cohortMetrics } from './cohortMetrics.ts'
import { defineDashboard } from './defineDashboard.ts'

/** From charge to cash (owner's 3 to 5, 17, 18, 25; manager's 4, 5, 12; board's 4 to 6). */
export const collections = defineDashboard({
  id: 'collections',
  title: 'Collections',
  question: 'Is what we bill turning into cash, and where does it get stuck?',
  sections: [
    {
      id: 'came-in',
      question: 'How much came in, and why did it change?',
      tiles: ['net_collections', 'cash_per_visit', 'gross_collection_rate'],
      charts: [
        {
          id: 'why-collections',
          kind: 'waterfall',
          title: 'Why net collections changed',
          metric: 'net_collections',
        },
        {
          id: 'charges-and-cash',
          kind: 'trend',
          title: 'Charges and collections',
          metrics: ['gross_charges', 'net_collections'],
          form: 'line',
          months: 13,
        },
        {
          id: 'by-provider',
          kind: 'breakdown',
          title: 'Net collections by provider',
          metric: 'net_collections',
          by: 'provider',
        },
        {
          id: 'per-visit',
          kind: 'breakdown',
          title: 'Cash per visit by payer',
          metric: 'cash_per_visit',
          by: 'payer',
        },
      ],
    },
    {
      id: 'collected',
      question: 'Do we collect what we are owed?',
      tiles: ['net_collection_rate', 'other_adjustment_rate', 'bad_debt_rate'],
      charts: [
        {
          id: 'collection-rates',
          kind: 'trend',
          title: 'Collection rates',
          metrics: ['net_collection_rate', 'net_collection_rate_12m', 'gross_collection_rate'],
          form: 'line',
          months: 13,
        },
        {
          id: 'cohorts',
          kind: 'cohorts',
          title: 'How each month is being paid',
          metrics: cohortMetrics,
        },
        {
          id: 'adjustments',
          kind: 'breakdown',
          title: 'Adjustments by category',
          metric: 'adjustments_by_category',
          by: 'adjustment_category',
        },
        {
          id: 'write-offs',
          kind: 'breakdown',
          title: 'Write-offs by reason',
          metric: 'write_offs_by_reason',
          by: 'adjustment_category',
          quarters: true,
        },
        {
          id: 'given-up',
          kind: 'trend',
          title: 'Bad debt',
          metrics: ['bad_debt_rate'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'open',
      question: 'What are we still owed, and how old is it?',
      tiles: [
        'days_in_ar',
        'accounts_receivable',
        'ar_over_90_rate',
        'patient_ar_share',
        'ar_roll_forward_difference',
      ],
      charts: [
        {
          id: 'aging',
          kind: 'stack',
          title: 'Accounts receivable by age',
          metric: 'accounts_receivable',
          by: 'age_bucket',
          months: 13,
        },
      ],
    },
    {
      id: 'payers',
      question: 'Who pays, how soon, and at which level do we bill?',
      tiles: ['charge_lag_median', 'point_of_service_rate'],
      // The scorecard has the whole width. Days to pay (K19) would be one more column.
      charts: [
        {
          id: 'new-levels',
          kind: 'breakdown',
          title: 'Office visits by level, new patients',
          metric: 'new_visit_level_mix',
          by: 'new_visit_level',
          quarters: true,
        },
        {
          id: 'established-levels',
          kind: 'breakdown',
          title: 'Office visits by level, established patients',
          metric: 'established_visit_level_mix',
          by: 'established_visit_level',
          quarters: true,
        },
        {
          id: 'payer-scorecard',
          kind: 'scorecard',
          title: 'Payer scorecard',
          by: 'payer',
          columns: [
            { metric: 'payer_mix_payments', label: 'Share of payments' },
            { metric: 'payer_mix_charges', label: 'Share of charges' },
            { metric: 'cash_per_visit', label: 'Cash per visit' },
            { metric: 'initial_denial_rate', label: 'Denial rate' },
          ],
          quarters: true,
        },
      ],
    },
  ],
})
