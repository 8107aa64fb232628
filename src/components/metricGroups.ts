import type { DateBasis } from '../cubes/cube.ts'

/** The chapters of the definitions: metrics by the date that decides their month. */
export const metricGroups: readonly { readonly title: string; readonly bases: readonly DateBasis[] }[] = [
  { title: 'Billing and collections, by posting date', bases: ['post_date'] },
  { title: 'What is owed, at month end', bases: ['month_end'] },
  { title: 'Claims, by submission and by first answer', bases: ['submitted_date', 'remit_date'] },
  { title: 'Care given, by service date', bases: ['service_date'] },
  { title: 'The schedule, by appointment date', bases: ['appointment_date', 'sample_date', 'as_of_date'] },
  { title: 'Staff, by date worked and pay period', bases: ['work_date', 'period_end'] },
  { title: 'Costs, budget and duties', bases: ['paid_date', 'budget_month', 'due_date'] },
]
