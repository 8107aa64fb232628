import { defineMetric } from './defineMetric.ts'

/** K58, rate 0-1, by service date: how many visits have no signed note up to the as-of date. */
export const unsignedNoteRate = defineMetric({
  kind: 'ratio',
  id: 'unsigned_note_rate',
  kpi: 'K58',
  label: 'Unsigned notes',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider'],
  summary: 'How many visits of the period still have no signed note.',
  formula:
    'Completed visits without a signed note up to the as-of date ÷ completed visits of which the schedule says whether it is signed.',
  notes: [
    'By month of the visit, so that the month tells how old the notes are; how many there are stands in the details.',
    'Needs a column for signed notes in the schedule: a blank there is an unsigned note, without it there is no value.',
    'Unsigned notes hold claims back; the manager has the list of those older than 3 days.',
    'Recent visits are always among them: compare closed months.',
  ],
  tabs: ['Schedule'],
  needs: ['note_states'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'unsigned_note_count' }],
  denominator: [{ fact: 'appointments', measure: 'noted_visit_count' }],
})
