import { defineMetric } from './defineMetric.ts'

/** K41 ahead, rate 0-1, as of the as-of date: how much of the next four weeks is booked. */
export const scheduleFullness = defineMetric({
  kind: 'ratio',
  id: 'schedule_fullness',
  kpi: 'K41',
  label: 'Next four weeks booked',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'as_of_date',
  maturityDays: null,
  dimensions: ['week_ahead'],
  summary: 'How much of the time we offer in the next 28 days is booked already.',
  formula: 'Bookings of the next 28 days, neither cancelled nor moved ÷ bookable slots of those days.',
  notes: [
    'Day 1 is the first day that was not over when the data was read; each seven days are shown apart.',
    'There is one value, as of that day: it stands in the last month that ended before it, and has no history.',
    'Needs slots or open-slot rows of the days to come, or a templates tab; without them there is no value.',
    'A weekly template gives slots on all of those days; a session with a date that is blocked throughout closes its day.',
    'Has no value where a provider has bookings and no slots in the same seven days.',
    'Counts bookings and slots, not minutes: double bookings count twice, so it can be above 100 %.',
    'Later weeks are always emptier: they still fill. Compare a week with the same week ahead of another day.',
  ],
  tabs: ['Schedule', 'Slots'],
  benchmark: null,
  numerator: [
    { fact: 'bookings_ahead', measure: 'coming_count', window: 'period_end', beside: 'slots_ahead' },
  ],
  denominator: [{ fact: 'slots_ahead', measure: 'coming_slot_count', window: 'period_end' }],
})
