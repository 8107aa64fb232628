import { coverageNotes } from './coverageRate.ts'
import { defineMetric } from './defineMetric.ts'

/** K57 ahead, rate 0-1, as of the as-of date: how much of the next two weeks is covered. */
export const coverageAheadRate = defineMetric({
  kind: 'ratio',
  id: 'coverage_ahead_rate',
  kpi: 'K57',
  label: 'Next two weeks covered',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'as_of_date',
  maturityDays: null,
  dimensions: ['role_group'],
  summary: 'How many half-days of the next 14 days have enough staff on the roster.',
  formula:
    'Sessions of the next 14 days with at least the needed hours on the roster ÷ all that need somebody.',
  notes: [
    'Day 1 is the first day that was not over when the data was read. There is one value, as of that day: it stands in the last month that ended before it.',
    'Clinic hours are those booked or bookable so far; later bookings can add to them.',
    ...coverageNotes,
  ],
  tabs: ['Shifts', 'Coverage rules', 'Schedule', 'Slots'],
  needs: ['start_times'],
  benchmark: null,
  numerator: [{ fact: 'coverage_ahead', measure: 'coming_covered_count', window: 'period_end' }],
  denominator: [{ fact: 'coverage_ahead', measure: 'coming_session_count', window: 'period_end' }],
})
