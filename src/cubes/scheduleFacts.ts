import { count, defineFact, filterCuts, type Fact } from './cube.ts'

export const appointments = defineFact({
  name: 'appointments',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment, provider, location, payer class and visit group; only appointments before the as-of date; several completed bookings of one patient with one provider on one day are one visit and count once',
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  people: 'patient',
  measures: {
    booked_count: count('Bookings for the month, whatever became of them (no open or blocked slots).'),
    visit_count: count('Completed visits: one patient, one provider, one day.'),
    no_show_count: count('Bookings missed without notice.'),
    cancelled_count: count('Bookings cancelled, in time or late, by either side.'),
    late_cancelled_count: count('Cancelled later than the setting allows before the start.'),
    unresolved_count: count('Past bookings still scheduled, confirmed, arrived or roomed.'),
    new_patient_visit_count: count('Completed visits of new patients.'),
    telehealth_visit_count: count('Completed telehealth visits.'),
  },
  partitions: [
    {
      whole: 'booked_count',
      parts: ['visit_count', 'no_show_count', 'cancelled_count', 'unresolved_count'],
      dearest: 'visit_count',
    },
    { whole: 'cancelled_count', parts: ['late_cancelled_count'] },
    { whole: 'visit_count', parts: ['new_patient_visit_count'] },
    { whole: 'visit_count', parts: ['telehealth_visit_count'] },
  ],
  cuts: [...filterCuts, ['visit_type']],
})

export const clinicDays = defineFact({
  name: 'clinic_days',
  grain: 'month',
  dateBasis: 'service_date',
  description:
    "one row per month, provider and location; a provider's day counts once, at the site of most of its visits",
  dimensions: ['provider', 'location'],
  people: null,
  follows: [{ fact: 'appointments', measure: 'visit_count' }],
  measures: { clinic_day_count: count('Days on which the provider completed at least one visit.') },
  cuts: [[], ['provider'], ['location']],
})

export const slots = defineFact({
  name: 'slots',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month, provider and location; slots before the as-of date, from the slots tab or from open-slot rows',
  dimensions: ['provider', 'location'],
  people: 'patient',
  measures: {
    slot_count: { ...count('Bookable slots.'), ofNobody: true },
    booked_slot_count: count('Slots with a booking that was not cancelled or moved.'),
    kept_slot_count: count('Slots with a completed booking.'),
  },
  partitions: [{ whole: 'booked_slot_count', parts: ['kept_slot_count'] }],
  cuts: [[], ['provider'], ['location']],
})

export const appointmentTimes = defineFact({
  name: 'appointment_times',
  grain: 'quarter',
  dateBasis: 'appointment_date',
  description:
    'one row per quarter, weekday (Mon to Sun) and part of the day (morning before noon, afternoon) of the booked start; bookings without a start are counted under "not given"',
  dimensions: ['weekday', 'day_part'],
  people: 'patient',
  measures: {
    booked_count: {
      ...count('Bookings, whatever became of them.'),
      totalOf: { fact: 'appointments', measure: 'booked_count' },
    },
    visit_count: {
      ...count('Completed visits: one patient, one provider, one day.'),
      totalOf: { fact: 'appointments', measure: 'visit_count' },
    },
    no_show_count: {
      ...count('Bookings missed without notice.'),
      totalOf: { fact: 'appointments', measure: 'no_show_count' },
    },
  },
  partitions: [{ whole: 'booked_count', parts: ['visit_count', 'no_show_count'] }],
  cuts: [['weekday', 'day_part']],
})

export const leadTimes = defineFact({
  name: 'lead_times',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment and days from booking to appointment (91 is "more than 90"); bookings entered after the day itself, or without the day of booking, are 92',
  dimensions: ['lag_days'],
  people: 'patient',
  measures: {
    appointment_count: {
      ...count('Bookings for the month, cancelled ones too.'),
      totalOf: { fact: 'appointments', measure: 'booked_count' },
    },
  },
  cuts: [['lag_days']],
})

/** What the schedule tells: bookings and visits, slots, waiting. */
export const scheduleFacts = {
  appointments,
  clinic_days: clinicDays,
  slots,
  appointment_times: appointmentTimes,
  lead_times: leadTimes,
} as const satisfies Record<string, Fact>
