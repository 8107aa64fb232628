import { daysBetween, monthOf } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** One event per sample up to the as-of date that found a third open slot (K44). */
export function accessSampleEvents(rows: LedgerRows, { asOf }: OracleOptions): Event[] {
  return rows.access_samples.flatMap(({ sample_date, third_next_date, provider, visit_group }) => {
    const days = third_next_date === null ? -1 : daysBetween(sample_date, third_next_date)
    if (days < 0 || sample_date > asOf) return []
    const keys = { provider, visit_type: visit_group ?? 'unmapped' }
    return [{ month: monthOf(sample_date), keys, sums: { samples: 1, days } }]
  })
}
