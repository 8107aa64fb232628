import { defineMetric } from './defineMetric.ts'

/** K38, minutes, by appointment date: how much booked time was lost to patients who did not come. */
export const noShowMinutes = defineMetric({
  kind: 'sum',
  id: 'no_show_minutes',
  kpi: 'K38',
  label: 'Minutes lost to no-shows',
  unit: 'minutes',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: [],
  summary: 'How much booked time was lost to patients who did not come.',
  formula: 'Booked minutes of no-shows.',
  notes: [
    'No-shows without a booked length add nothing: where lengths are missing, more was lost.',
    'Time that somebody else filled on the day is counted too: the schedule does not say whether it was.',
    'For the whole practice only, and only where the number of no-shows is shown.',
  ],
  tabs: ['Schedule'],
  needs: ['booked_lengths'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'no_show_minutes' }],
})
