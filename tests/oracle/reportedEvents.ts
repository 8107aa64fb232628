import { monthOf } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/**
 * A/R by the practice's own aging report: the last report of each month, up to the as-of date. Credits
 * and payments not yet applied lower the balance, with whichever sign the report writes them.
 */
export function reportedEvents(rows: LedgerRows, { asOf }: OracleOptions): Event[] {
  const reports = rows.aging.filter((line) => line.as_of <= asOf)
  return reports
    .filter(
      (line) =>
        !reports.some((other) => other.as_of > line.as_of && monthOf(other.as_of) === monthOf(line.as_of)),
    )
    .map((line) => {
      const balance = line.debit_balance - Math.abs(line.credit_balance ?? 0) - Math.abs(line.unapplied ?? 0)
      const isOld = ['91-120', '121+', '91+'].includes(line.bucket)
      return {
        month: monthOf(line.as_of),
        keys: {
          provider: line.provider ?? 'None given',
          location: line.location ?? 'None given',
          payer: line.payer_class ?? 'none_given',
          age_bucket: line.bucket === 'current' ? '0-30' : line.bucket,
        },
        sums: {
          balance,
          over90: isOld ? balance : 0,
          patient: line.responsibility === 'patient' ? balance : 0,
        },
      }
    })
}
