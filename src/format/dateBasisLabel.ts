import type { DateBasis } from '../cubes/cube.ts'

const labels: Record<DateBasis, string> = {
  service_date: 'Service date',
  post_date: 'Posting date',
  submitted_date: 'Submission date',
  remit_date: 'First answer',
  month_end: 'Month end',
  appointment_date: 'Appointment date',
  sample_date: 'Day of sampling',
  as_of_date: 'Day of the data',
  work_date: 'Date worked',
  period_end: 'Pay period end',
  paid_date: 'Date paid',
  due_date: 'Due date',
  budget_month: 'Budget month',
}

/** By which date a metric's months are meant, in words. */
export function dateBasisLabel(basis: DateBasis): string {
  return labels[basis]
}
