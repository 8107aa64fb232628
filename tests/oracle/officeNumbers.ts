import type { OfficeNumbers } from '../../scripts/private/office/officeNumbers.ts'
import { claimsOf } from './claimEvents.ts'
import { daysBetween, endOfMonthOrBefore, monthOf, monthRange, shiftMonth } from './civilDates.ts'
import { chargesOf } from './chargeEvents.ts'
import { owedTo } from './creditBalances.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { openItemsOf } from './openItems.ts'
import { expectedLags } from './paymentLags.ts'
import { postingsOf, type Posting } from './transactionEvents.ts'

/** What each office number should be, month by month; null where nothing can be said. */
export type ExpectedOffice = Readonly<Record<string, readonly (number | null)[]>>

/** The fourteen months up to the as-of date. */
export function officeMonths({ asOf }: OracleOptions): string[] {
  return monthRange(shiftMonth(monthOf(asOf), -13), monthOf(asOf))
}

/** All office numbers, computed plainly, row by row (K12, K14, K19, K23). */
export function expectedOffice(rows: LedgerRows, options: OracleOptions): ExpectedOffice {
  const lags = expectedLags(rows, options, officeMonths(options))
  return { ...returns(rows, options), ...denials(rows, options), ...credits(rows, options), ...lags }
}

/** Numbers as the oracle has them: by name, rates to nine digits. */
export function toldOffice({ numbers }: OfficeNumbers): ExpectedOffice {
  return Object.fromEntries(numbers.map(({ id, values }) => [id, values.map(rounded)]))
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9))
}

function divided(part: number, whole: number): number | null {
  return whole <= 0 ? null : rounded(part / whole)
}

const kinds = {
  patient_refund: 'refund_patient',
  payer_refund: 'refund_payer',
  takeback: 'takeback',
  bounced: 'nsf_reversal',
} as const

function returns(rows: LedgerRows, options: OracleOptions): ExpectedOffice {
  const postings = postingsOf(rows, options)
  const months = officeMonths(options)
  const sum = (types: readonly string[], month: string): number =>
    postings.filter((one) => isOf(one, types, month)).reduce((all, one) => all + one.transaction.amount, 0)
  const ever = (types: readonly string[]) =>
    postings.some(({ transaction }) => types.includes(transaction.type))
  const paid = months.map(
    (month) => 0 - sum(['insurance_payment', 'patient_payment', 'payment_reversal'], month),
  )
  const hasPaid = ever(['insurance_payment', 'patient_payment'])
  const found: Record<string, (number | null)[]> = {
    payment_cents: paid.map((cents) => (hasPaid ? cents : null)),
  }
  for (const [name, type] of Object.entries(kinds)) {
    const cents = months.map((month) => (ever([type]) ? sum([type], month) : null))
    found[`${name}_cents`] = cents
    found[`${name}_rate`] = cents.map((part, index) =>
      part === null || !hasPaid ? null : divided(part, paid[index] ?? 0),
    )
  }
  return found
}

function isOf({ transaction }: Posting, types: readonly string[], month: string): boolean {
  return types.includes(transaction.type) && monthOf(transaction.post_date) === month
}

function denials(rows: LedgerRows, options: OracleOptions): ExpectedOffice {
  const claims = claimsOf(rows, options)
  const answered = claims.flatMap((claim) => {
    const { first_remit_date: day, outcome, clearinghouse_status: gate, denial_category: reason } = claim
    if (day === null || day > options.asOf || outcome === 'pending') return []
    if (outcome === 'denied' && gate === 'rejected') return []
    const isDenied = outcome === 'denied' && reason !== 'not_a_denial'
    return [{ month: monthOf(day), cents: claim.charge_amount, isDenied }]
  })
  const first = claims.map(({ submitted_date }) => monthOf(submitted_date)).sort()[0]
  const total = (some: readonly { cents: number }[]) => some.reduce((sum, { cents }) => sum + cents, 0)
  const each = officeMonths(options).map((month) => {
    const own = answered.filter((one) => one.month === month)
    const denied = total(own.filter(({ isDenied }) => isDenied))
    const before = [1, 2, 3].map((back) => shiftMonth(month, -back))
    const sent = claims.filter(({ submitted_date }) => before.includes(monthOf(submitted_date)))
    const average = total(sent.map(({ charge_amount }) => ({ cents: charge_amount }))) / 3
    const reaches = first !== undefined && first <= shiftMonth(month, -3)
    return {
      denied_cents: denied,
      denied_rate: divided(denied, total(own)),
      denied_sent_rate: reaches ? divided(denied, average) : null,
    }
  })
  const column = (name: keyof (typeof each)[number]) =>
    each.map((one) => (answered.length === 0 ? null : one[name]))
  return {
    denied_cents: column('denied_cents'),
    denied_rate: column('denied_rate'),
    denied_sent_rate: column('denied_sent_rate'),
  }
}

function credits(rows: LedgerRows, options: OracleOptions): ExpectedOffice {
  const isKnown = chargesOf(rows, options).length > 0 && postingsOf(rows, options).length > 0
  const items = openItemsOf(rows, options)
  const each = officeMonths(options).map((month) => {
    const end = endOfMonthOrBefore(month, options.asOf)
    const found = items.flatMap(({ movements }) => {
      const until = movements.filter(({ postDate }) => postDate <= end)
      const credit = 0 - until.reduce((sum, { cents }) => sum + cents, 0)
      if (credit <= 0) return []
      const last = until.reduce((latest, { postDate }) => (postDate > latest ? postDate : latest), '')
      return [{ credit, days: daysBetween(last, end), to: owedTo(until, credit) }]
    })
    const sum = (to?: string): number =>
      found.filter((one) => to === undefined || one.to === to).reduce((all, one) => all + one.credit, 0)
    return {
      credit_cents: sum(),
      credit_count: found.length,
      oldest_days: found.length === 0 ? null : Math.max(...found.map(({ days }) => days)),
      patient_credit_cents: sum('patient'),
      payer_credit_cents: sum('payer'),
    }
  })
  const names = [
    'credit_cents',
    'credit_count',
    'oldest_days',
    'patient_credit_cents',
    'payer_credit_cents',
  ] as const
  return Object.fromEntries(names.map((name) => [name, each.map((one) => (isKnown ? one[name] : null))]))
}
