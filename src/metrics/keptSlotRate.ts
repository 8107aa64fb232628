import { defineMetric } from './defineMetric.ts'

/** K42, rate 0-1, by appointment date: how much of the time we offer ends as a visit. */
export const keptSlotRate = defineMetric({
  kind: 'ratio',
  id: 'kept_slot_rate',
  kpi: 'K42',
  label: 'Fill rate (kept)',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location'],
  summary: 'How much of the time we offer ends as a visit.',
  formula: 'Completed visits ÷ bookable slots.',
  notes: [
    'Needs a slots tab, open-slot rows or a templates tab; without them there is no value.',
    'A weekly template gives slots on days with a booking that fills one, because it knows no holidays; a session with a date stands for its day.',
    'Above 95 % means stress and poor access.',
    'Visits that use two slots count once, so long visits lower it; double bookings count twice.',
    'Has a value only where every provider with bookings that fill a slot has slots, in every month of the period.',
    'Is kept private where visits, no-shows or bookings without an outcome are.',
  ],
  tabs: ['Schedule', 'Slots'],
  benchmark: {
    target: 0.9,
    acceptable: 0.85,
    source: '90 to 95 % is ideal in primary care (AAFP, Family Practice Management).',
    secondHand: false,
  },
  numerator: [{ fact: 'appointments', measure: 'visit_count', beside: 'slots' }],
  denominator: [{ fact: 'slots', measure: 'slot_count' }],
})
