import { endOf } from './chargeEvents.ts'
import { daysBetween, monthOf, monthRange } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { hasOnlyTotals } from './monthTotals.ts'
import { openItemsOf, type OpenItem } from './openItems.ts'
import { reportedEvents } from './reportedEvents.ts'

/**
 * A/R at each month's end by age, and what of it patients owe (K08 to K12): every open item's balance from what
 * was posted by then, or the practice's own aging report where the settings say so or there are no lines. Ages count from the
 * day of service; patients owe what the payer has decided, and what has no insurance.
 */
export function receivableEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const isReported = options.settings.accounts_receivable === 'aging_report' || hasOnlyTotals(rows)
  if (isReported) return reportedEvents(rows, options)
  return openItemsOf(rows, options).flatMap((item) => balancesOf(item, options))
}

function balancesOf(item: OpenItem, options: OracleOptions): Event[] {
  const posted = item.movements.map(({ postDate }) => postDate).sort()
  const [first, last = first] = [posted[0], posted.at(-1)]
  if (first === undefined || last === undefined) return []
  const isSettled = item.movements.reduce((sum, { cents }) => sum + cents, 0) === 0
  return monthRange(monthOf(first), monthOf(isSettled ? last : options.asOf)).flatMap((month) => {
    const end = endOf(month, options)
    const settled = item.movements.filter(({ postDate }) => postDate <= end)
    const balance = settled.reduce((sum, { cents }) => sum + cents, 0)
    if (balance === 0) return []
    const age = daysBetween(item.serviceDate, end)
    const hasNoInsurance = item.keys.payer === 'self_pay' || item.keys.payer === 'none_given'
    const isPatients = hasNoInsurance || settled.some(({ isAdjudication }) => isAdjudication)
    return [
      {
        month,
        keys: { ...item.keys, age_bucket: bucketOf(age) },
        sums: {
          balance,
          over90: age > 90 ? balance : 0,
          patient: isPatients ? balance : 0,
        },
      },
    ]
  })
}

function bucketOf(age: number): string {
  if (age <= 30) return '0-30'
  if (age <= 60) return '31-60'
  if (age <= 90) return '61-90'
  return age <= 120 ? '91-120' : '121+'
}
