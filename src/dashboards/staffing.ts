import { defineDashboard } from './defineDashboard.ts'

/** What staff cost, how many there are, who leaves, and whether duties are met (owner's 14, 15, 20; manager's 14, 20; board's 10, 11, 19). */
export const staffing = defineDashboard({
  id: 'staffing',
  title: 'Staffing',
  question: 'What does our staff cost for the work we do, and are our duties met?',
  sections: [
    {
      id: 'cost',
      question: 'What do staff cost for the work we do?',
      tiles: ['staff_cost', 'staff_cost_rate', 'payroll_cost_per_visit'],
      charts: [
        {
          id: 'cost',
          kind: 'stack',
          title: 'Staff cost by role',
          metric: 'staff_cost',
          by: 'role_group',
          quarters: true,
        },
        {
          id: 'cost-rate',
          kind: 'trend',
          title: 'Staff cost, % of collections',
          metrics: ['staff_cost_rate', 'staff_cost_rate_12m'],
          form: 'line',
          months: 13,
        },
        {
          id: 'per-visit',
          kind: 'trend',
          title: 'Staff cost per visit',
          metrics: ['payroll_cost_per_visit'],
          form: 'line',
          months: 13,
        },
        {
          id: 'sites',
          kind: 'breakdown',
          title: 'Staff cost per visit by location',
          metric: 'payroll_cost_per_visit',
          by: 'location',
        },
      ],
    },
    {
      id: 'overtime',
      question: 'How much overtime do we pay?',
      tiles: ['overtime_rate', 'overtime_pay'],
      charts: [
        {
          id: 'overtime',
          kind: 'trend',
          title: 'Overtime',
          metrics: ['overtime_rate', 'overtime_pay_rate'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'enough',
      question: 'Are we enough, and how much gets done?',
      tiles: ['staff_fte', 'staff_fte_per_provider', 'visits_per_staff_hour'],
      charts: [
        {
          id: 'fte-per-provider',
          kind: 'trend',
          title: 'Staff FTE per provider FTE',
          metrics: ['staff_fte_per_provider'],
          form: 'line',
          months: 13,
        },
        {
          id: 'per-hour',
          kind: 'trend',
          title: 'Visits per staff hour',
          metrics: ['visits_per_staff_hour'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'people',
      question: 'Who left, who is missing, and what leave is owed?',
      tiles: ['turnover_rate', 'vacancy_rate', 'pto_liability'],
      charts: [
        {
          id: 'turnover',
          kind: 'trend',
          title: 'Turnover and vacancy',
          metrics: ['turnover_rate', 'vacancy_rate'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'covered',
      question: 'Is every session covered?',
      tiles: ['coverage_rate', 'coverage_ahead_rate'],
      charts: [
        {
          id: 'coverage-ahead',
          kind: 'breakdown',
          title: 'Next two weeks covered by role',
          metric: 'coverage_ahead_rate',
          by: 'role_group',
        },
        {
          id: 'coverage',
          kind: 'trend',
          title: 'Sessions covered',
          metrics: ['coverage_rate'],
          form: 'line',
          months: 13,
        },
        {
          id: 'coverage-roles',
          kind: 'breakdown',
          title: 'Sessions covered by role',
          metric: 'coverage_rate',
          by: 'role_group',
          quarters: true,
        },
      ],
    },
    {
      id: 'duties',
      question: 'Are our duties met?',
      tiles: ['compliance_on_time_rate', 'overdue_items', 'compliance_due_soon'],
      charts: [],
    },
  ],
})
