import type { AgingRow } from '../../scripts/private/contracts/aging.ts'
import { daysBetween, monthOf } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/**
 * A/R by the practice's own aging report: the last report of each month, up to the as-of date. Credits
 * and payments not yet applied lower the balance, with whichever sign the report writes them. An open invoice is as old as its
 * day of service says.
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
      const bucket = bucketOf(line)
      const isOld = ['91-120', '121+', '91+'].includes(bucket)
      return {
        month: monthOf(line.as_of),
        keys: {
          provider: line.provider ?? 'None given',
          location: line.location ?? 'None given',
          payer: line.payer_class ?? 'none_given',
          age_bucket: bucket === 'current' ? '0-30' : bucket,
        },
        sums: {
          balance,
          over90: isOld ? balance : 0,
          patient: line.responsibility === 'patient' ? balance : 0,
        },
      }
    })
}

/** An open invoice is as old as its day of service says. */
function bucketOf({ bucket, service_date, as_of }: AgingRow): string {
  if (service_date === null) return bucket
  const days = daysBetween(service_date, as_of)
  if (days > 120) return '121+'
  return ['0-30', '31-60', '61-90', '91-120'][Math.max(0, Math.ceil(days / 30) - 1)] ?? bucket
}
