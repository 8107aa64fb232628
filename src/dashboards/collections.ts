import { cohortMetrics } from './cohortMetrics.ts'
import type { Dashboard } from './dashboard.ts'

/** From charge to cash (owner's 3 to 5, 17, 18, 25; manager's 4, 5, 12; board's 4 to 6). */
export const collections: Dashboard = {
  id: 'collections',
  title: 'Collections',
  question: 'Is what we bill turning into cash, and where does it get stuck?',
  tiles: [
    'net_collections',
    'net_collection_rate',
    'days_in_ar',
    'accounts_receivable',
    'ar_over_90_rate',
    'other_adjustment_rate',
    'charge_lag_median',
    'ar_roll_forward_difference',
  ],
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
      id: 'aging',
      kind: 'stack',
      title: 'Accounts receivable by age',
      metric: 'accounts_receivable',
      by: 'age_bucket',
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
  ],
}
