import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { bookingKeys, bookingsOf } from './appointmentEvents.ts'
import { monthOf } from './civilDates.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/**
 * One event per visit (R4): one patient, one provider, one day, completed. Two completed bookings of
 * a patient with one provider on one day are one visit, that of the earlier booking.
 */
export function visitEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return visitsOf(rows, options).map((visit) => ({
    month: monthOf(visit.appt_date),
    keys: bookingKeys(visit),
    sums: {
      visits: 1,
      newPatientVisits: tally(visit.is_new_patient ?? visit.visit_group === 'new'),
      telehealthVisits: tally(visit.is_telehealth ?? visit.visit_group === 'telehealth'),
    },
  }))
}

/** A provider's day with at least one visit, at the site of most visits; alphabetical on a tie. */
export function clinicDayEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const days = Map.groupBy(visitsOf(rows, options), (visit) =>
    JSON.stringify([visit.provider, visit.appt_date]),
  )
  return [...days.values()].flatMap((visits) => {
    const [visit] = visits
    if (visit === undefined) return []
    const location = busiestSite(visits)
    return [
      {
        month: monthOf(visit.appt_date),
        keys: { provider: visit.provider, location },
        sums: { clinicDays: 1 },
      },
    ]
  })
}

function busiestSite(visits: readonly Appointment[]): string {
  const sites = Map.groupBy(visits, (visit) => visit.location ?? 'None given')
  const ranked = [...sites].sort(([a, atA], [b, atB]) => atB.length - atA.length || (a < b ? -1 : 1))
  return ranked[0]?.[0] ?? 'None given'
}

/** Completed bookings, one a patient, provider and day; each without a patient key. */
export function visitsOf(rows: LedgerRows, options: OracleOptions): Appointment[] {
  const completed = bookingsOf(rows, options).filter((booking) => booking.status === 'completed')
  const unknown = completed.filter((booking) => booking.patient_key === null)
  const known = Map.groupBy(
    completed.filter((booking) => booking.patient_key !== null),
    (booking) => JSON.stringify([booking.patient_key, booking.provider, booking.appt_date]),
  )
  return [...unknown, ...[...known.values()].flatMap((bookings) => bookings.sort(byStart).slice(0, 1))]
}

/** Earliest start first, then by appointment number; blanks last. */
function byStart(a: Appointment, b: Appointment): number {
  return compare(a.start_time, b.start_time) || compare(a.appt_id, b.appt_id)
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
