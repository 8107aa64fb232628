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
    'Completed visits without a signed note up to the as-of date ÷ completed visits of which the schedule or the encounters say whether it is signed.',
  notes: [
    'By month of the visit, so that the month tells how old the notes are; how many there are stands in the details.',
    'Needs a column for signed notes in the schedule or an encounters tab: a blank there is an unsigned note, without either there is no value.',
    'An encounter is of the appointment that has its number, or else of the same patient, provider and day; what it says wins over the schedule. A visit with several encounters is signed once all are.',
    'Unsigned notes hold claims back; the manager has the list of those older than 3 days.',
    'Recent visits are always among them: compare closed months.',
  ],
  tabs: ['Schedule'],
  needs: ['note_states'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'unsigned_note_count' }],
  denominator: [{ fact: 'appointments', measure: 'noted_visit_count' }],
})
