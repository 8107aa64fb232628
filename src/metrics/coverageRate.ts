import { defineMetric } from './defineMetric.ts'

/** What both numbers of coverage say of how they count. */
export const coverageNotes = [
  'A session is a date, half-day, role and site that needs somebody. Noon parts the day.',
  'Needed hours are the clinic hours of the half-day × staff needed, for each provider in clinic or for the site. Clinic hours go from the first start to the last end of what is booked or bookable; 15 minutes where no length is given.',
  'Hours on the roster are shifts of work without absence, breaks taken off both half-days by their length, also before and after clinic hours.',
  'Counts sessions, not hours as the dictionary has it: hours of few people would tell their pay. A session that lacks an hour counts as one that lacks all; the private list of gaps has the hours.',
  'Roles with fewer than five people on the roster in a half-day are counted together, as Other, and not at all while they are fewer than five together.',
  'Only days from the first to the last on which the roster has anybody of the role.',
] as const

/** K57, rate 0-1, by the day of work: how often enough staff was on the roster. */
export const coverageRate = defineMetric({
  kind: 'ratio',
  id: 'coverage_rate',
  kpi: 'K57',
  label: 'Sessions covered',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'work_date',
  maturityDays: null,
  dimensions: ['role_group', 'day_part'],
  summary: 'How often enough staff was there for the providers in clinic, by half-day.',
  formula: 'Sessions with at least the needed hours on the roster ÷ all sessions that need somebody.',
  notes: coverageNotes,
  tabs: ['Shifts', 'Coverage rules', 'Schedule', 'Slots'],
  needs: ['start_times'],
  benchmark: null,
  numerator: [{ fact: 'coverage', measure: 'covered_count' }],
  denominator: [{ fact: 'coverage', measure: 'session_count' }],
})
