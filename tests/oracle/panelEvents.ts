import { bookingsOf, visitsOf } from './bookings.ts'
import { monthOf, monthRange, quarterOf, shiftMonth } from './civilDates.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** One event per patient and month: whether seen in 18 months up to the last closed quarter's end, and who came again (K37). */
export function panelEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const booked = bookingsOf(rows, options).map(({ appt_date }) => monthOf(appt_date))
  const first = booked.toSorted()[0]
  if (first === undefined) return []
  const patients = Map.groupBy(
    visitsOf(rows, options).filter(({ patient_key }) => patient_key !== null),
    ({ patient_key }) => patient_key,
  )
  const seen = [...patients.values()].map((visits) => new Set(visits.map((one) => monthOf(one.appt_date))))
  const now = monthOf(options.asOf)
  return monthRange(shiftMonth(now, -35), now).flatMap((month) => {
    // A month is over once the as-of date lies in a later one.
    const over = month < now ? month : shiftMonth(now, -1)
    const end = shiftMonth(quarterOf(shiftMonth(over, 1)), -1)
    if (shiftMonth(end, -17) < first) return []
    const isLong = shiftMonth(end, -29) >= first
    return seen.map((months) => {
      const within = (from: number, to: number) =>
        monthRange(shiftMonth(end, from), shiftMonth(end, to)).some((each) => months.has(each))
      const was = isLong && within(-29, -12)
      const sums = {
        active: tally(within(-17, 0)),
        before: tally(was),
        returned: tally(was && within(-11, 0)),
      }
      return { month, keys: {}, sums }
    })
  })
}
