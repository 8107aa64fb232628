import type { Charge } from '../../scripts/private/contracts/charges.ts'
import { claimsOf } from './claimEvents.ts'
import { daysBetween, endOfMonthOrBefore, monthOf } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { openItemsOf } from './openItems.ts'

/** An item that a payer is billed for, long enough ago. */
interface BilledItem {
  readonly month: string
  readonly payer: string
  /** Days from the service to the first payment of a payer; null while there is none. */
  readonly paidDays: number | null
  /** Days from sending the claim to it; null where no claim was sent before. */
  readonly sentDays: number | null
}

/** What K19 says of each month: medians in days, and the share that was paid at all. */
export function expectedLags(
  rows: LedgerRows,
  options: OracleOptions,
  months: readonly string[],
): Record<string, (number | null)[]> {
  const items = billedItems(rows, options)
  const each = (read: (own: readonly BilledItem[]) => number | null): (number | null)[] =>
    months.map((month) => read(items.filter((item) => item.month === month)))
  const hasPayments = rows.transactions.some(({ type }) => type === 'insurance_payment')
  const hasClaims = claimsOf(rows, options).length > 0
  const nothing = months.map(() => null)
  const found: Record<string, (number | null)[]> = {
    paid_days: each((own) => middle(own.map(({ paidDays }) => paidDays))),
    sent_days: hasClaims ? each((own) => middle(own.map(({ sentDays }) => sentDays))) : nothing,
    paid_rate: each(paidShare),
  }
  for (const payer of new Set(items.map((item) => item.payer))) {
    const ofPayer = (own: readonly BilledItem[]) => own.filter((item) => item.payer === payer)
    const days = each((own) => middle(ofPayer(own).map(({ paidDays }) => paidDays)))
    const rate = each((own) => paidShare(ofPayer(own)))
    if (hasPayments && days.some((one) => one !== null)) found[`${payer}_days`] = days
    if (hasPayments && rate.some((one) => one !== null)) found[`${payer}_rate`] = rate
  }
  return found
}

function paidShare(items: readonly BilledItem[]): number | null {
  if (items.length === 0) return null
  return Number((items.filter(({ paidDays }) => paidDays !== null).length / items.length).toFixed(9))
}

function middle(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return ((low ?? 0) + (high ?? 0)) / 2
}

function billedItems(rows: LedgerRows, options: OracleOptions): BilledItem[] {
  const sentOf = Map.groupBy(claimsOf(rows, options), ({ claim_id }) => claim_id)
  return openItemsOf(rows, options).flatMap((item): BilledItem[] => {
    const { charges } = item
    if (charges.length === 0) return []
    const own = item.source as Charge
    const payer = own.payer_class ?? 'none_given'
    const month = monthOf(own.service_date)
    const isLongAgo = daysBetween(endOfMonthOrBefore(month, '9999-12-31'), options.asOf) >= 120
    const isVoid = charges.reduce((sum, { charge_amount }) => sum + charge_amount, 0) <= 0
    if (!isLongAgo || isVoid || payer === 'self_pay' || payer === 'none_given') return []
    const paid = earliest(
      item.movements.flatMap(({ posting, postDate, cents }) =>
        posting?.transaction.type === 'insurance_payment' && cents < 0 ? [postDate] : [],
      ),
    )
    const sent = earliest(
      charges.flatMap(({ claim_id }) =>
        (sentOf.get(claim_id ?? '') ?? []).map((claim) => claim.submitted_date),
      ),
    )
    return [
      {
        month,
        payer,
        paidDays: paid === null ? null : daysBetween(own.service_date, paid),
        sentDays: paid === null || sent === null || sent > paid ? null : daysBetween(sent, paid),
      },
    ]
  })
}

/** The earliest of some days. */
function earliest(days: readonly string[]): string | null {
  return days.toSorted()[0] ?? null
}
