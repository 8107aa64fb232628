import { defineDashboard } from './defineDashboard.ts'

/** How the practice did, in two minutes (owner's questions 1, 3 to 6, 8 to 10, 13, 14). */
export const overview = defineDashboard({
  id: 'overview',
  title: 'Overview',
  question: 'How did the practice do, and what needs attention?',
  signals: true,
  sections: [
    {
      id: 'vital-signs',
      question: null,
      tiles: [
        'net_collections',
        'collections_vs_budget_rate',
        'net_collection_rate_12m',
        'days_in_ar',
        'ar_over_90_rate',
        'cash_per_visit',
        'completed_visits',
        'visits_per_clinic_day',
        'no_show_rate',
        'slot_utilisation',
        'overhead_rate',
        'staff_cost_rate',
      ],
      charts: [
        {
          id: 'collections',
          kind: 'trend',
          title: 'Net collections',
          metrics: ['net_collections'],
          form: 'bar',
          months: 13,
        },
        {
          id: 'visits',
          kind: 'trend',
          title: 'Completed visits',
          metrics: ['completed_visits'],
          form: 'bar',
          months: 13,
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
          id: 'overhead',
          kind: 'breakdown',
          title: 'Overhead by category',
          metric: 'overhead_rate',
          by: 'category',
        },
      ],
    },
  ],
})
