import { count, defineFact, type Fact } from './cube.ts'

/**
 * Sessions, which are nobody's: dates, half-days, roles and sites for which somebody is needed. Hours of few people would
 * tell their pay, so hours are not published, and sessions only of roles that are at least five people together.
 */
export const coverage = defineFact({
  name: 'coverage',
  dateBasis: 'work_date',
  description:
    'one row per month, role group and half-day; a session is a date, half-day, role and site that needs somebody, on the days that the roster covers',
  dimensions: ['role_group', 'day_part'],
  people: null,
  follows: [{ fact: 'appointments', measure: 'booked_count' }],
  measures: {
    session_count: count('Sessions: dates, half-days, roles and sites that need somebody.'),
    covered_count: count('Sessions with as many hours on the roster as are needed, or more.'),
  },
  cuts: [{ by: [] }, { by: ['role_group'] }, { by: ['day_part'] }],
})

/** The same of the fourteen days from the first day that is not over: a stock of that day, as bookings ahead are. */
export const coverageAhead = defineFact({
  name: 'coverage_ahead',
  dateBasis: 'as_of_date',
  description:
    'rows of one month only, the last that ended before the as-of date; one row per role group; sessions of days 1 to 14',
  dimensions: ['role_group'],
  people: null,
  follows: [{ fact: 'bookings_ahead', measure: 'coming_count' }],
  measures: {
    coming_session_count: {
      unit: 'count',
      kind: 'stock',
      description: 'Sessions to come that need somebody, as of the as-of date.',
    },
    coming_covered_count: {
      unit: 'count',
      kind: 'stock',
      description: 'Sessions to come with as many hours on the roster as are needed, or more.',
    },
  },
  cuts: [{ by: [] }, { by: ['role_group'] }],
})

/** Whether enough staff is there. */
export const coverageFacts = {
  coverage,
  coverage_ahead: coverageAhead,
} as const satisfies Record<string, Fact>
