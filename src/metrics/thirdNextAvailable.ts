import { defineMetric } from './defineMetric.ts'

/** K44, days, by the day of sampling: how soon a patient who calls can be seen. */
export const thirdNextAvailable = defineMetric({
  kind: 'ratio',
  id: 'third_next_available',
  kpi: 'K44',
  label: 'Third next available',
  unit: 'days',
  direction: 'down',
  dateBasis: 'sample_date',
  maturityDays: null,
  dimensions: ['provider', 'visit_type'],
  summary: 'Days until the third open slot, on average over the samples.',
  formula: 'Sum of calendar days from the sample to the third open slot ÷ samples.',
  notes: [
    'Only from samples, taken on the same weekday and at the same hour: it cannot be rebuilt from history.',
    'The mean of the samples, not the median. Held and frozen slots must not be counted as open.',
    'A sample without a third open slot in sight is left out, which makes it shorter.',
    'A provider on leave makes it longer.',
    'MGMA 2017, established patients: within 3 days in physician-owned practices, 5 in hospital-owned ones.',
  ],
  tabs: ['Access samples', 'Visit type map'],
  benchmark: null,
  numerator: [{ fact: 'access_samples', measure: 'third_next_days' }],
  denominator: [{ fact: 'access_samples', measure: 'sample_count' }],
})
