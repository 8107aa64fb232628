import type { DateBasis } from '../cubes/cube.ts'

/** The dates by which numbers are filed under their months. */
export const dateBasisTexts = {
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
} satisfies Record<DateBasis, string>
