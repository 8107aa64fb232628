import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { visitsOf } from './bookings.ts'
import { monthOf } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

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
