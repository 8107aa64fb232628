import { toDay } from './calendar.ts'

/** Civil date on which the demo practice's exports were made. */
export const demoAsOf = '2026-11-04'

/** Moment of the demo's sync, so that the same input gives the same bytes. */
export const demoNow = '2026-11-04T11:00:00Z'

/** First and last simulated day of billing and payroll; the schedule runs four weeks past the as-of date. */
export const firstDay = toDay('2023-11-01')
export const lastDay = toDay('2026-10-31')
export const asOfDay = toDay(demoAsOf)
export const lastScheduledDay = asOfDay + 28
