import { chargesOf } from './chargeEvents.ts'
import { monthOf, shiftMonth } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { hasOnlyTotals, monthTotalsOf, type MonthTotal } from './monthTotals.ts'
import { reportedEvents } from './reportedEvents.ts'
import { effectOn, netPayment, postingsOf, type Posting } from './transactionEvents.ts'

/**
 * The A/R roll-forward (K04): what the practice's own aging report shows at the end of the month before,
 * plus what was posted, less what it shows at the month's end. 0 ties out. One event per month whose
 * end and predecessor both have a report, and, where there are totals and no lines, whose totals tell everything.
 */
export function reconciliationEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const reported = new Map<string, number>()
  for (const { month, sums } of reportedEvents(rows, options)) {
    const { balance = 0 } = sums
    reported.set(month, (reported.get(month) ?? 0) + balance)
  }
  const postings = postingsOf(rows, options)
  const totals = monthTotalsOf(rows, options)
  return [...reported].flatMap(([month, closing]) => {
    const opening = reported.get(shiftMonth(month, -1))
    if (opening === undefined) return []
    const flows = hasOnlyTotals(rows)
      ? totalFlows(totals, month)
      : lineFlows(month, { rows, postings, options })
    if (flows === null) return []
    const { charges, netPayments, adjustments } = flows
    const difference = opening + charges - netPayments - adjustments - closing
    return [{ month, keys: {}, sums: { opening, ...flows, closing, difference } }]
  })
}

interface Flows {
  readonly charges: number
  readonly netPayments: number
  readonly adjustments: number
}

/** Null where a month's totals do not tell all three. */
function totalFlows(totals: readonly MonthTotal[], month: string): Flows | null {
  const total = totals.find((one) => one.month === month)
  if (total === undefined) return null
  const { charges, netPayments, contractual, otherAdjustments } = total
  return { charges, netPayments, adjustments: contractual + otherAdjustments }
}

function lineFlows(
  month: string,
  {
    rows,
    postings,
    options,
  }: { readonly rows: LedgerRows; readonly postings: readonly Posting[]; readonly options: OracleOptions },
): Flows {
  const charges = chargesOf(rows, options)
    .filter((charge) => monthOf(charge.post_date) === month)
    .reduce((sum, charge) => sum + charge.charge_amount, 0)
  const posted = postings.filter(({ transaction }) => monthOf(transaction.post_date) === month)
  const netPayments = posted.reduce((sum, { transaction }) => sum + netPayment(transaction), 0)
  // What lowers A/R is either money or an adjustment.
  const lowered = posted.reduce((sum, { transaction }) => sum - effectOn(transaction), 0)
  return { charges, netPayments, adjustments: lowered - netPayments }
}
