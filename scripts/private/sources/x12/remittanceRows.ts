import type { transactionTypes } from '../../contracts/vocabularies.ts'
import type { Row } from '../source.ts'
import { adjustmentsOf } from './checkBalance.ts'
import type { ClaimAdjustment, Remittance, RemittedClaim, RemittedLine } from './remittance.ts'
import {
  contractualReasons,
  deniedStatuses,
  incomeReasons,
  predeterminationStatus,
  priorPayerReasons,
  reversalStatus,
} from './remittanceReasons.ts'

/** Columns of the tab that a remittance file becomes, by which its preset knows it (`presets/x12Remittance.ts`). */
export const remittanceHeaders = [
  'Transaction ID',
  'Claim ID',
  'Line Control Number',
  'Transaction Type',
  'Payment Date',
  'Service Date',
  'Effect on A/R',
  'Payer',
  'Group and Reason Code',
  'Method',
  'Trace Number',
  'Remittance File',
  'Remittance Segment',
] as const

/** What stands in a row besides what its remittance says of all of them. */
interface Entry {
  readonly type: (typeof transactionTypes)[number]
  readonly segment: number
  readonly cents: number
  readonly claim?: RemittedClaim
  readonly line?: RemittedLine | undefined
  readonly reason?: string
}

/**
 * The transactions of a remittance, as the contract has them: one row per payment of a service line (of a claim where its lines do
 * not add up to it by themselves), per adjustment, denial and patient's part, and per provider adjustment. Amounts are effects on A/R,
 * income apart from accounts is money in. Numbers are made of payer, trace and place, so that a file read twice counts once.
 */
export function remittanceRows(remittance: Remittance, file: string): Row[] {
  const entries = [
    ...remittance.claims.filter(({ status }) => status !== predeterminationStatus).flatMap(claimEntries),
    ...remittance.providerAdjustments.filter(({ cents }) => cents !== 0).map(providerEntry),
  ]
  return entries.map((entry, index) => [...rowOf(remittance, entry, index + 1), file, entry.segment])
}

function claimEntries(claim: RemittedClaim): Entry[] {
  const isByLine =
    claim.lines.length > 0 && claim.paidCents === claim.lines.reduce((all, line) => all + line.paidCents, 0)
  const paid = isByLine ? claim.lines : [claim]
  const type = claim.status === reversalStatus ? 'payment_reversal' : 'insurance_payment'
  const payments = paid
    .filter(({ paidCents }) => paidCents !== 0)
    .map(({ segment, paidCents }): Entry => {
      const line = claim.lines.find((one) => one.segment === segment)
      return { type, segment, cents: 0 - paidCents, claim, line }
    })
  const adjusted = [
    ...claim.adjustments.map((one) => adjustmentEntry(one, claim)),
    ...claim.lines.flatMap((line) => line.adjustments.map((one) => adjustmentEntry(one, claim, line))),
  ]
  return [...payments, ...adjusted.flatMap((one) => one ?? [])]
}

/** Null for what an earlier payer settled, and for nothing. */
function adjustmentEntry(
  adjustment: ClaimAdjustment,
  claim: RemittedClaim,
  line?: RemittedLine,
): Entry | null {
  const { segment, group, reason, cents } = adjustment
  if (cents === 0 || isSettledBefore(adjustment)) return null
  const entry = { segment, claim, line, reason: `${group}-${reason}` }
  if (group === 'PR') return { ...entry, type: 'transfer', cents }
  const isDenied = deniedStatuses.has(claim.status) || (line ?? claim).paidCents === 0
  if (isDenied && !contractualReasons.has(reason)) {
    // A denial that is taken back changed no account when it was made, and is no denial itself.
    return { ...entry, type: claim.status === reversalStatus ? 'transfer' : 'denial', cents }
  }
  return { ...entry, type: 'adjustment', cents: 0 - cents }
}

/** Cents that an earlier payer settled, by its own remittance: not among the rows. */
export function settledBeforeCents({ claims }: Remittance): number {
  return claims
    .filter(({ status }) => status !== predeterminationStatus)
    .flatMap(adjustmentsOf)
    .filter(isSettledBefore)
    .reduce((all, { cents }) => all + cents, 0)
}

function isSettledBefore({ group, reason }: ClaimAdjustment): boolean {
  return group !== 'PR' && priorPayerReasons.has(reason)
}

/** What a payer keeps back from accounts is taken back; income is money in, so that it has the other sign. */
function providerEntry({ segment, reason, cents }: Remittance['providerAdjustments'][number]): Entry {
  const income = incomeReasons[reason]
  return { type: income ?? 'takeback', segment, cents: income === undefined ? cents : 0 - cents, reason }
}

function rowOf({ originator, trace, paidOn, payer, method }: Remittance, entry: Entry, place: number): Row {
  const { type, cents, claim, line, reason } = entry
  return [
    [originator, trace, paidOn, String(place)].join(' '),
    claim?.claimId ?? null,
    line?.controlId ?? null,
    type,
    paidOn,
    line?.servedOn ?? claim?.servedOn ?? null,
    (cents / 100).toFixed(2),
    payer === '' ? null : payer,
    reason ?? null,
    method === '' ? null : method,
    trace,
  ]
}
