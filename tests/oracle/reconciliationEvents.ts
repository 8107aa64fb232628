import { chargesOf } from './chargeEvents.ts'
import { monthOf, shiftMonth } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { reportedEvents } from './reportedEvents.ts'
import { effectOn, netPayment, postingsOf } from './transactionEvents.ts'

/**
 * The A/R roll-forward (K04): what the practice's own aging report shows at the end of the month before,
 * plus what was posted, less what it shows at the month's end. 0 ties out. One event per month whose
 * end and predecessor both have a report.
 */
export function reconciliationEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const reported = new Map<string, number>()
  for (const { month, sums } of reportedEvents(rows, options)) {
    const { balance = 0 } = sums
    reported.set(month, (reported.get(month) ?? 0) + balance)
  }
  const postings = postingsOf(rows, options)
  return [...reported].flatMap(([month, closing]) => {
    const opening = reported.get(shiftMonth(month, -1))
    if (opening === undefined) return []
    const charges = chargesOf(rows, options)
      .filter((charge) => monthOf(charge.post_date) === month)
      .reduce((sum, charge) => sum + charge.charge_amount, 0)
    const posted = postings.filter(({ transaction }) => monthOf(transaction.post_date) === month)
    const netPayments = posted.reduce((sum, { transaction }) => sum + netPayment(transaction), 0)
    // What lowers A/R is either money or an adjustment.
    const lowered = posted.reduce((sum, { transaction }) => sum - effectOn(transaction), 0)
    const adjustments = lowered - netPayments
    const difference = opening + charges - netPayments - adjustments - closing
    return [{ month, keys: {}, sums: { opening, charges, netPayments, adjustments, closing, difference } }]
  })
}
