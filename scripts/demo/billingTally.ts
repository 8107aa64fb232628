import { monthOf } from './calendar.ts'
import type { ChargeLine } from './charges.ts'
import { effectOf, type LedgerLine, type TransactionType } from './ledgerLine.ts'
import type { OpenItem } from './receivables.ts'
import type { CellOf, Tally } from './tally.ts'

/** Charges by month of posting. */
export function tallyCharges(tally: Tally, charges: readonly ChargeLine[]): void {
  for (const charge of charges) {
    if (charge.isTest) continue
    const cell = chargeCell(charge, charge.postDay)
    tally.add(cell, 'charge_cents', charge.cents)
    tally.add(cell, 'charge_line_count', charge.cents > 0 ? 1 : 0)
    tally.add(
      cell,
      'posted_within_3_days_count',
      charge.cents > 0 && charge.postDay - charge.serviceDay <= 3 ? 1 : 0,
    )
    tally.add(chargeCell(charge, charge.serviceDay), 'service_charge_cents', charge.cents)
  }
}

function chargeCell(charge: ChargeLine, day: number): CellOf {
  return {
    month: monthOf(day),
    provider: charge.provider.name,
    location: charge.site,
    payer: charge.payer.class,
  }
}

const payments: readonly TransactionType[] = [
  'insurance_payment',
  'patient_payment',
  'refund_patient',
  'refund_payer',
  'takeback',
  'nsf_reversal',
  'payment_reversal',
]

/**
 * Transactions by month of posting; the charge says whose they are, and what has none is income apart from
 * accounts. `matched_…` goes by the charge's month of service.
 */
export function tallyTransactions(tally: Tally, lines: readonly LedgerLine[]): void {
  for (const line of lines) {
    if (line.charge === null) continue
    const cell = chargeCell(line.charge, line.postDay)
    const serviceCell = chargeCell(line.charge, line.charge.serviceDay)
    const effect = effectOf(line)
    if (line.type === 'adjustment') {
      tally.add(cell, 'adjustment_cents', -effect)
      tally.add(
        cell,
        line.category === 'contractual' ? 'contractual_cents' : 'other_adjustment_cents',
        -effect,
      )
      if (line.category === 'contractual') tally.add(serviceCell, 'matched_contractual_cents', -effect)
      continue
    }
    if (!payments.includes(line.type)) continue
    tally.add(cell, 'net_payment_cents', -effect)
    tally.add(serviceCell, 'matched_payment_cents', -effect)
  }
}

/** Balances at the months' ends, first added up by all that tells them apart: there are many. */
export function tallyReceivables(tally: Tally, items: readonly OpenItem[]): void {
  const groups = new Map<string, { item: OpenItem; cents: number }>()
  for (const item of items) {
    const { charge, month, bucket, responsibility } = item
    const key = `${month}|${charge.provider.id}|${charge.site}|${charge.payer.class}|${bucket}|${responsibility}`
    const group = groups.get(key) ?? { item, cents: 0 }
    group.cents += item.cents
    groups.set(key, group)
  }
  for (const { item, cents } of groups.values()) {
    const { charge, month, bucket, responsibility } = item
    const cell = { ...chargeCell(charge, charge.postDay), month }
    tally.add(cell, 'balance_cents', cents)
    tally.add(cell, 'over_90_cents', bucket === '91-120' || bucket === '121+' ? cents : 0)
    tally.add(cell, 'patient_cents', responsibility === 'patient' ? cents : 0)
    tally.add(cell, `balance_cents ${bucket}`, cents)
  }
}
