import type { RatioMetric } from './metric.ts'

/** K41, rate 0-1, by appointment date: how much of the time we offer is booked. */
export const slotUtilisation: RatioMetric = {
  kind: 'ratio',
  id: 'slot_utilisation',
  kpi: 'K41',
  label: 'Slot utilization',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location'],
  summary: 'How much of the time we offer is booked.',
  formula: 'Slots with a booking that was not cancelled or moved ÷ bookable slots.',
  notes: [
    'Needs a slots tab or open-slot rows; without them there is no value.',
    'Counts slots, not minutes.',
  ],
  tabs: ['Schedule', 'Slots'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'booked_slot_count' }],
  denominator: [{ fact: 'slots', measure: 'slot_count' }],
}
