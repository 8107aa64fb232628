import type { Dashboard } from './dashboard.ts'

/** What staff cost and whether duties are met (owner's 14, 15, 20; manager's 14, 20; board's 10, 11, 19). */
export const staffing: Dashboard = {
  id: 'staffing',
  title: 'Staffing',
  question: 'What does our staff cost for the work we do, and are our duties met?',
  tiles: [
    'staff_cost',
    'staff_cost_rate',
    'staff_cost_rate_12m',
    'payroll_cost_per_visit',
    'overtime_rate',
    'overtime_pay',
    'compliance_on_time_rate',
    'overdue_items',
  ],
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
      id: 'overtime',
      kind: 'trend',
      title: 'Overtime',
      metrics: ['overtime_rate', 'overtime_pay_rate'],
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
}
