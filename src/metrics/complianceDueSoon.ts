import { defineMetric } from './defineMetric.ts'

/** K60, count, by due date: licences, trainings and checks that fall due in 90 days and are not done. */
export const complianceDueSoon = defineMetric({
  kind: 'sum',
  id: 'compliance_due_soon',
  kpi: 'K60',
  label: 'Compliance items due in 90 days',
  unit: 'count',
  direction: 'context',
  dateBasis: 'due_date',
  maturityDays: null,
  dimensions: ['kind'],
  summary: 'Licences, trainings and checks that fall due in the next 90 days and are not done yet.',
  formula: "Items not done at the month's end and due on that day or in the 90 days after it.",
  notes: [
    "A state at the month's end: it is never added up over months.",
    'What is due before the month’s end and not done is overdue, and not counted here.',
  ],
  tabs: ['Credentials', 'Compliance tasks'],
  benchmark: null,
  numerator: [{ fact: 'compliance', measure: 'due_soon_count', window: 'period_end' }],
})
