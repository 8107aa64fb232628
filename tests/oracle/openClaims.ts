import type { Claim } from '../../scripts/private/contracts/claims.ts'
import type { Payer } from '../../scripts/private/contracts/referenceTabs.ts'
import { daysBetween } from './civilDates.ts'
import { claimsOf } from './claimEvents.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import type { ListedRow } from './worklistRows.ts'

/** Unsettled claims sent more than 60 days ago, or with 30 days or less to file: these first, then the most money. */
export function openClaims(rows: LedgerRows, options: OracleOptions): readonly ListedRow[] {
  const near = (row: ListedRow) =>
    isNear(Number(row.values.days_left ?? -1)) ? Number(row.values.days_left) : 99
  return claimsOf(rows, options)
    .flatMap((claim) => openClaim(claim, rows, options))
    .filter(({ values }) => Number(values.days) > 60 || isNear(Number(values.days_left ?? -1)))
    .sort(
      (a, b) =>
        near(a) - near(b) ||
        Number(b.values.charge_cents) - Number(a.values.charge_cents) ||
        Number(b.values.days) - Number(a.values.days) ||
        rows.claims.indexOf(a.source as Claim) - rows.claims.indexOf(b.source as Claim),
    )
}

function isNear(days: number): boolean {
  return days >= 0 && days <= 30
}

function openClaim(claim: Claim, { payers }: LedgerRows, { asOf }: OracleOptions): ListedRow[] {
  const state = stateOf(claim, asOf)
  if (state === null) return []
  const limit = filingLimit(claim.payer, payers)
  const fileBy = limit === null || claim.service_date === null ? null : dayAfter(claim.service_date, limit)
  return [
    {
      source: claim,
      values: {
        charge_cents: claim.charge_amount,
        days: daysBetween(claim.submitted_date, asOf),
        submitted_date: claim.submitted_date,
        state,
        denial_category: state === 'denied' ? (claim.denial_category ?? 'unknown') : null,
        file_by: fileBy,
        days_left: fileBy === null ? null : daysBetween(asOf, fileBy),
        payer: claim.payer ?? (claim.payer_class === 'none_given' ? null : claim.payer_class),
        service_date: claim.service_date,
        claim_id: claim.claim_id,
        patient_key: claim.patient_key,
      },
    },
  ]
}

/** Where a claim stands that nobody has settled. */
function stateOf(claim: Claim, asOf: string): string | null {
  const { outcome, first_remit_date, clearinghouse_status, denial_category, resolution, resolved_date } =
    claim
  const isToCome = first_remit_date !== null && first_remit_date > asOf
  const isEnded =
    resolution !== null && resolution !== 'unknown' && !(resolved_date !== null && resolved_date > asOf)
  if (outcome === 'denied' && isEnded) return null
  if ((outcome === 'paid' || outcome === 'partial') && !isToCome) return null
  if (clearinghouse_status === 'rejected') return 'rejected'
  if (outcome === 'pending' || isToCome) return 'no answer'
  return denial_category === 'not_a_denial' ? null : 'denied'
}

/** Days that the payers tab gives, the fewest if two payers are written alike. */
function filingLimit(written: string | null, payers: readonly Payer[]): number | null {
  if (written === null) return null
  const limits = payers.flatMap(({ name, payer_id, aliases, timely_filing_days: days }) => {
    const spellings = [name, payer_id, ...(aliases?.split(';') ?? [])]
    return days !== null && spellings.some((spelling) => plain(spelling) === plain(written)) ? [days] : []
  })
  return limits.length === 0 ? null : Math.min(...limits)
}

function plain(spelling: string): string {
  const words = spelling
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(',', '')
    .split(/[\s_-]/)
  return words.filter((word) => word !== '').join(' ')
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
