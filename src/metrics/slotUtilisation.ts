import { defineMetric } from './defineMetric.ts'

/** K41, rate 0-1, by appointment date: how much of the time we offer is booked. */
export const slotUtilisation = defineMetric({
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
  formula: 'Bookings that were neither cancelled nor moved ÷ bookable slots.',
  notes: [
    'Needs a slots tab, open-slot rows or a templates tab; without them there is no value.',
    'A weekly template gives slots on days with a booking that fills one, because it knows no holidays; a session with a date stands for its day.',
    'Counts bookings and slots, not minutes: visits, no-shows and bookings without an outcome.',
    'Cancelled and moved bookings are left out, and patients who left unseen.',
    'Double bookings count twice, so it can be above 100 %.',
    'Several completed bookings of one patient with one provider on one day are one visit and count once.',
    'Has a value only where every provider with such bookings has slots, in every month of the period.',
    'Is kept private where no-shows are.',
  ],
  tabs: ['Schedule', 'Slots'],
  benchmark: null,
  numerator: [
    { fact: 'appointments', measure: 'visit_count', beside: 'slots' },
    { fact: 'appointments', measure: 'no_show_count', beside: 'slots' },
    { fact: 'appointments', measure: 'unresolved_count', beside: 'slots' },
  ],
  denominator: [{ fact: 'slots', measure: 'slot_count' }],
})
