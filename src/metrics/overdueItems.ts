import { defineMetric } from './defineMetric.ts'

/** K60, count, by due date: licences, trainings and checks that are past due and not done. */
export const overdueItems = defineMetric({
  kind: 'sum',
  id: 'overdue_items',
  kpi: 'K60',
  label: 'Overdue compliance items',
  unit: 'count',
  direction: 'down',
  dateBasis: 'due_date',
  maturityDays: null,
  dimensions: ['kind'],
  summary: 'Licences, trainings and checks that are past due and not done.',
  formula: "Items past due and not done at the month's end.",
  notes: ["A state at the month's end: it is never added up over months."],
  tabs: ['Credentials', 'Compliance tasks'],
  benchmark: {
    target: 0,
    acceptable: 0,
    source: 'By definition: nothing is past due.',
    secondHand: false,
  },
  numerator: [{ fact: 'compliance', measure: 'overdue_count', window: 'period_end' }],
})
