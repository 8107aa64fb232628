import { defineFact, type Fact } from './cube.ts'

/**
 * What is booked of the 28 days from the first day that is not over. A stock of that day, in the row of the last month
 * that ended before it, which is the month that pages open with.
 */
export const bookingsAhead = defineFact({
  name: 'bookings_ahead',
  dateBasis: 'as_of_date',
  description:
    'rows of one month only, the last that ended before the as-of date; one row per seven days ahead (days 1 to 28, the first of which is the first day that is not over); bookings that were neither cancelled nor moved',
  dimensions: ['week_ahead'],
  people: 'patient',
  measures: {
    coming_count: { unit: 'count', kind: 'stock', description: 'Bookings to come, as of the as-of date.' },
  },
  cuts: [{ by: [] }, { by: ['week_ahead'] }],
})

/** Slots of the same days; of a full schedule they are the bookings, and so follow them. */
export const slotsAhead = defineFact({
  name: 'slots_ahead',
  dateBasis: 'as_of_date',
  description:
    'as bookings to come; no row for seven days in which a provider has bookings and no slots, nor for all days then',
  dimensions: ['week_ahead'],
  people: null,
  follows: [{ fact: 'bookings_ahead', measure: 'coming_count' }],
  knownBy: 'week_ahead',
  measures: {
    coming_slot_count: {
      unit: 'count',
      kind: 'stock',
      description: 'Bookable slots to come, booked or not, as of the as-of date.',
    },
  },
  cuts: [{ by: [] }, { by: ['week_ahead'] }],
})

/** What the schedule says of the weeks to come. */
export const aheadFacts = {
  bookings_ahead: bookingsAhead,
  slots_ahead: slotsAhead,
} as const satisfies Record<string, Fact>
