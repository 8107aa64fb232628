import { balance, count, defineFact, hours, type Fact } from './cube.ts'

/** What a full-time person, and the providers, would work in a month whose paid hours are all known; nobody's pay. */
export const fullTime = defineFact({
  name: 'full_time',
  dateBasis: 'work_date',
  description:
    'one row per month whose paid hours are all known, and location with pay: periods cover it whole, each line names its employee, no hours are missing',
  dimensions: ['location'],
  people: null,
  measures: {
    full_time_hours: hours("A full-time person's hours: full weekly hours × days ÷ 7."),
    provider_hours: hours("Those × providers' clinical full-time equivalents, by days here."),
    known_count: count('1 for a month and location whose hours are known.'),
  },
  cuts: [
    { by: [], measures: ['full_time_hours', 'provider_hours'] },
    { by: ['location'], measures: ['known_count'] },
  ],
})

/** Counts of staff; who left is counted beside it, where it is shown. */
export const workforce = defineFact({
  name: 'workforce',
  dateBasis: 'month_end',
  description:
    'one row per month, from the first in which somebody left, of staff who are neither providers nor owners, without temporary and contract staff',
  dimensions: [],
  people: 'employee',
  measures: { month_end_count: count("Employees at the month's end, once for each month.") },
  cuts: [{ by: [] }],
})

/**
 * Who left is shown of five employees and more, however few left: owners know who did. So these counts are nobody's, and
 * follow the headcount; of the whole practice only, as a small group may have left altogether.
 */
export const turnover = defineFact({
  name: 'turnover',
  dateBasis: 'month_end',
  description: 'one row per month, of the same staff as the headcount',
  dimensions: [],
  people: null,
  measures: {
    employed_count: count("Employees at the month's end, once for each month."),
    left_count: count('Employees whose last day is in the month.'),
    hired_count: count('Employees whose first 90 days end in the month, or would have.'),
    lost_count: count('Of those, who left within 90 days.'),
  },
  follows: [{ fact: 'workforce', measure: 'month_end_count' }],
  cuts: [{ by: [] }],
})

/** Approved jobs, held or open; with fewer than five of them there are no rows. */
export const positions = defineFact({
  name: 'positions',
  dateBasis: 'month_end',
  description: 'one row per month end; frozen positions left out',
  dimensions: [],
  people: null,
  measures: {
    open_hours: {
      unit: 'hours',
      kind: 'stock',
      description: 'Weekly hours of approved positions that are open.',
    },
    approved_hours: { unit: 'hours', kind: 'stock', description: 'Weekly hours of all approved positions.' },
  },
  cuts: [{ by: [] }],
})

/** What leave is owed, once: as the staff tab has it, at current rates. The total only. */
export const leave = defineFact({
  name: 'leave',
  dateBasis: 'month_end',
  description:
    "one row, in the month of the latest pay period's end; the staff of payroll who are still here",
  dimensions: [],
  people: 'employee',
  measures: {
    liability_cents: balance('Leave hours owed × current hourly pay; balances below zero count as 0.'),
  },
  cuts: [{ by: [] }],
})

/** Who works here, how much, and what is open. */
export const workforceFacts = {
  full_time: fullTime,
  workforce,
  turnover,
  positions,
  leave,
} as const satisfies Record<string, Fact>
