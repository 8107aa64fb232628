import { aheadFacts } from './aheadFacts.ts'
import { count, defineFact, type Fact } from './cube.ts'

/** What is counted of bookings by every filter, and not of providers alone. */
const outcomes = [
  'booked_count',
  'visit_count',
  'no_show_count',
  'cancelled_count',
  'late_cancelled_count',
  'unresolved_count',
  'new_patient_visit_count',
  'telehealth_visit_count',
] as const

export const appointments = defineFact({
  name: 'appointments',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment, provider, location, payer class, visit group, weekday (Mon to Sun), part of the day of the booked start (morning before noon, afternoon, not given) and days from booking to appointment (91 is "more than 90", 92 not known: booked after the day itself, or without the day of booking); of a visit also days to its signed note (31 is "more than 30", 92 not signed or not known), minutes of waiting and of the whole visit in steps of 5, each named by its last minute (95 is "more than 90", 185 "more than 180", 999 not recorded or impossible); only appointments before the as-of date; several completed bookings of one patient with one provider on one day are one visit and count once',
  dimensions: [
    'provider',
    'location',
    'payer',
    'visit_type',
    'weekday',
    'day_part',
    'lag_days',
    'sign_lag_days',
    'wait_minutes',
    'cycle_minutes',
  ],
  people: 'patient',
  measures: {
    booked_count: count('Bookings for the month, whatever became of them (no open or blocked slots).'),
    visit_count: {
      ...count('Completed visits: one patient, one provider, one day.'),
      alsoBy: 'service_date',
    },
    no_show_count: count('Bookings missed without notice.'),
    cancelled_count: count('Bookings cancelled, in time or late, by either side.'),
    late_cancelled_count: count('Cancelled later than the setting allows before the start.'),
    unresolved_count: count('Past bookings still scheduled, confirmed, arrived or roomed.'),
    new_patient_visit_count: { ...count('Completed visits of new patients.'), alsoBy: 'service_date' },
    telehealth_visit_count: { ...count('Completed telehealth visits.'), alsoBy: 'service_date' },
    noted_visit_count: {
      ...count('Completed visits of which the schedule or the encounters say whether their note is signed.'),
      alsoBy: 'service_date',
      givesWay: true,
    },
    unsigned_note_count: {
      ...count('Of those, not signed up to the as-of date.'),
      alsoBy: 'service_date',
      givesWay: true,
    },
    no_show_minutes: {
      ...count('Booked minutes of those missed without notice, as far as their length is known.'),
      givesWay: true,
    },
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
    { whole: 'visit_count', parts: ['noted_visit_count'] },
    { whole: 'noted_visit_count', parts: ['unsigned_note_count'] },
  ],
  // Most bookings are of a few lengths: their minutes tell how many they are.
  telling: [['no_show_count', 'no_show_minutes']],
  cuts: [
    { by: [] },
    { by: ['provider'], measures: [...outcomes, 'noted_visit_count', 'unsigned_note_count'] },
    { by: ['location'], measures: outcomes },
    { by: ['payer'], measures: outcomes },
    { by: ['visit_type'], measures: outcomes },
    {
      by: ['weekday', 'day_part'],
      measures: ['booked_count', 'visit_count', 'no_show_count'],
      grain: 'quarter',
    },
    { by: ['lag_days'], measures: ['booked_count'], lastBin: 91 },
    { by: ['sign_lag_days'], measures: ['visit_count'], lastBin: 31, givesWay: true },
    { by: ['wait_minutes'], measures: ['visit_count'], lastBin: 95, givesWay: true },
    { by: ['cycle_minutes'], measures: ['visit_count'], lastBin: 185, givesWay: true },
  ],
})

export const clinicDays = defineFact({
  name: 'clinic_days',
  dateBasis: 'service_date',
  description:
    "one row per month, provider and location; a provider's day counts once, at the site of most of its visits",
  dimensions: ['provider', 'location'],
  people: null,
  follows: [{ fact: 'appointments', measure: 'visit_count' }],
  measures: { clinic_day_count: count('Days on which the provider completed at least one visit.') },
  cuts: [{ by: [] }, { by: ['provider'] }, { by: ['location'] }],
})

export const slots = defineFact({
  name: 'slots',
  dateBasis: 'appointment_date',
  description:
    'one row per month, provider and location; slots before the as-of date, from the slots tab, from open-slot rows or from a weekly template; no row where a provider with bookings has no slots',
  dimensions: ['provider', 'location'],
  people: null,
  // A full schedule has as many slots as bookings that fill them: slots are shown where all of those are.
  follows: [
    { fact: 'appointments', measure: 'visit_count' },
    { fact: 'appointments', measure: 'no_show_count' },
    { fact: 'appointments', measure: 'unresolved_count' },
  ],
  knownBy: 'provider',
  measures: { slot_count: count('Bookable slots, booked or not.') },
  cuts: [{ by: [] }, { by: ['provider'] }, { by: ['location'] }],
})

export const accessSamples = defineFact({
  name: 'access_samples',
  dateBasis: 'sample_date',
  description:
    'one row per month of sampling, provider and visit group; only samples up to the as-of date that found a third open slot',
  dimensions: ['provider', 'visit_type'],
  people: null,
  measures: {
    sample_count: count('Looks at the schedule that found a third open slot.'),
    third_next_days: count('Calendar days from each to that slot, added up.'),
  },
  cuts: [{ by: [] }, { by: ['provider'] }, { by: ['visit_type'] }],
})

/** Patients, each counted once, at a month's end. */
function people(description: string) {
  return { unit: 'count', kind: 'stock', description } as const
}

/**
 * People, not visits. Of the whole practice and as of closed quarters alone: from one month end to the next few come and
 * go, and by provider those would be told (audit, `checkPanel`).
 */
export const panel = defineFact({
  name: 'panel',
  dateBasis: 'month_end',
  description:
    'one row per month of the last three years, as of the last calendar quarter that was over at its end, from which the schedule reaches back 18 months; only patients with a number',
  dimensions: [],
  people: 'patient',
  measures: {
    active_count: people('Patients with a completed visit in the 18 months up to the end of the quarter.'),
    before_count: people(
      'Patients with a completed visit in the 18 months up to a year before that; 0 unless the schedule reaches back 30 months.',
    ),
    returned_count: people('Of those, with another one in the year since.'),
  },
  partitions: [
    { whole: 'active_count', parts: ['returned_count'] },
    { whole: 'before_count', parts: ['returned_count'] },
  ],
  cuts: [{ by: [] }],
})

/** What the schedule tells: bookings and visits, slots, waiting, and what is booked ahead. */
export const scheduleFacts = {
  appointments,
  clinic_days: clinicDays,
  slots,
  access_samples: accessSamples,
  panel,
  ...aheadFacts,
} as const satisfies Record<string, Fact>
