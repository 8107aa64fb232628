import { effectOf, type LedgerLine } from './ledgerLine.ts'
import { monthEnd, monthOf } from './calendar.ts'
import type { ChargeLine } from './charges.ts'
import { isPatientPay } from './payers.ts'

export type AgeBucket = '0-30' | '31-60' | '61-90' | '91-120' | '121+'

/** A charge line with a balance at a month's end. */
export interface OpenItem {
  readonly charge: ChargeLine
  readonly month: string
  readonly cents: number
  readonly bucket: AgeBucket
  readonly responsibility: 'insurance' | 'patient'
}

/**
 * Every charge line with a balance, at every month's end; age counts from the day of service. A void
 * lowers the balance of the line that it voids.
 */
export function openItems(
  charges: readonly ChargeLine[],
  lines: readonly LedgerLine[],
  months: readonly string[],
): readonly OpenItem[] {
  const accounts = new Map<string, Account>()
  const indexOf = new Map(months.map((month, index) => [month, index]))
  const ends = months.map(monthEnd)
  for (const charge of charges) {
    if (charge.isTest) continue
    const account = accounts.get(charge.voids ?? charge.id) ?? openAccount(charge, months.length)
    post(account, indexOf.get(monthOf(charge.postDay)), charge.cents)
    accounts.set(charge.voids ?? charge.id, account)
  }
  for (const line of lines) {
    const account = line.charge === null ? undefined : accounts.get(line.charge.id)
    const month = indexOf.get(monthOf(line.postDay))
    if (account === undefined || month === undefined) continue
    post(account, month, effectOf(line))
    if (adjudicates(line)) account.patientFrom = Math.min(account.patientFrom, month)
  }
  return [...accounts.values()].flatMap((account) => balances(account, months, ends))
}

interface Account {
  readonly charge: ChargeLine
  /** Movement by month. */
  readonly cents: number[]
  /** Index of the month from whose end on the patient owes it. */
  patientFrom: number
}

function openAccount(charge: ChargeLine, count: number): Account {
  return {
    charge,
    cents: Array.from({ length: count }, () => 0),
    patientFrom: isPatientPay(charge.payer.class) ? 0 : Number.POSITIVE_INFINITY,
  }
}

function post(account: Account, month: number | undefined, cents: number): void {
  if (month !== undefined) account.cents[month] = (account.cents[month] ?? 0) + cents
}

/** Insurance has spoken: it paid, denied, or named the contractual adjustment. */
function adjudicates(line: LedgerLine): boolean {
  return line.type === 'insurance_payment' || line.type === 'denial' || line.category === 'contractual'
}

function balances(account: Account, months: readonly string[], ends: readonly number[]): readonly OpenItem[] {
  const items: OpenItem[] = []
  let cents = 0
  months.forEach((month, index) => {
    cents += account.cents[index] ?? 0
    if (cents === 0) return
    const bucket = bucketOf((ends[index] ?? 0) - account.charge.serviceDay)
    items.push({
      charge: account.charge,
      month,
      cents,
      bucket,
      responsibility: index >= account.patientFrom ? 'patient' : 'insurance',
    })
  })
  return items
}

function bucketOf(days: number): AgeBucket {
  if (days <= 30) return '0-30'
  if (days <= 60) return '31-60'
  if (days <= 90) return '61-90'
  return days <= 120 ? '91-120' : '121+'
}

/** A row of the practice's aging report. */
export interface AgingLine {
  readonly month: string
  readonly payerClass: string
  readonly responsibility: 'insurance' | 'patient'
  readonly bucket: AgeBucket
  debitCents: number
  creditCents: number
}

/** The aging report: open items by month end, payer class, responsibility and bucket. */
export function agingReport(items: readonly OpenItem[]): readonly AgingLine[] {
  const lines = new Map<string, AgingLine>()
  for (const item of items) {
    const payerClass = item.charge.payer.class
    const key = [item.month, payerClass, item.responsibility, item.bucket].join('|')
    const line = lines.get(key) ?? {
      month: item.month,
      payerClass,
      responsibility: item.responsibility,
      bucket: item.bucket,
      debitCents: 0,
      creditCents: 0,
    }
    if (item.cents > 0) line.debitCents += item.cents
    else line.creditCents += item.cents
    lines.set(key, line)
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}
