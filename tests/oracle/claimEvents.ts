import type { Claim } from '../../scripts/private/contracts/claims.ts'
import { monthOf } from './civilDates.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** Claims sent up to the as-of date, of real patients; the charges of a test patient tell of their claim too. */
export function claimsOf(rows: LedgerRows, { asOf }: OracleOptions): Claim[] {
  const owners = new Map<string, boolean>()
  for (const { claim_id, post_date, is_test } of rows.charges) {
    if (claim_id !== null && post_date <= asOf && !owners.has(claim_id))
      owners.set(claim_id, is_test === true)
  }
  return rows.claims.filter(
    (claim) => claim.submitted_date <= asOf && claim.is_test !== true && owners.get(claim.claim_id) !== true,
  )
}

/** The month of the payer's first answer; null where the payer said nothing, or never saw the claim. */
function answerMonth(claim: Claim, asOf: string): string | null {
  const { outcome, first_remit_date: day, clearinghouse_status: gate } = claim
  if (day === null || day > asOf || outcome === 'pending') return null
  // What the clearinghouse turns away is a rejection; no payer has denied it.
  return outcome === 'denied' && gate === 'rejected' ? null : monthOf(day)
}

/** Claims by the month in which they were sent (K16, K17). */
export function claimEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return claimsOf(rows, options).map((claim) => {
    const isPaidAtOnce = claim.outcome === 'paid' && answerMonth(claim, options.asOf) !== null
    return {
      month: monthOf(claim.submitted_date),
      keys: {},
      sums: {
        sent: 1,
        checked: tally(claim.clearinghouse_status !== null),
        clean: tally(claim.clearinghouse_status === 'accepted' && !isTouched(claim)),
        firstPass: tally(isPaidAtOnce && claim.clearinghouse_status !== 'rejected'),
      },
    }
  })
}

/** Answered claims by the month of the first answer, and what became of those denied (K13, K15). */
export function claimAnswerEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return claimsOf(rows, options).flatMap((claim) => {
    const month = answerMonth(claim, options.asOf)
    if (month === null) return []
    // CO-45 and PR-1 to PR-3 only say who pays what.
    const isDenied = claim.outcome === 'denied' && claim.denial_category !== 'not_a_denial'
    const end = isDenied ? endOf(claim, options.asOf) : null
    return [
      {
        month,
        keys: {
          payer: claim.payer_class ?? 'none_given',
          denial_category: isDenied ? (claim.denial_category ?? 'unknown') : 'none',
        },
        sums: {
          answered: 1,
          denied: tally(isDenied),
          settled: tally(end !== null),
          overturned: tally(end === 'overturned'),
          writtenOff: tally(end === 'written_off'),
          neverWorked: tally(isDenied && isUntouched(claim, options.asOf)),
        },
      },
    ]
  })
}

/** Denied claims by their reason (K13). */
export function denialEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return claimAnswerEvents(rows, options)
    .filter(({ sums }) => sums.denied === 1)
    .map((event) => ({ ...event, sums: { denied: 1 } }))
}

/** How a denial ended, if it has by now. */
function endOf({ resolution, resolved_date }: Claim, asOf: string): string | null {
  if (resolution === null || resolution === 'unknown') return null
  return resolved_date !== null && resolved_date > asOf ? null : resolution
}

function isUntouched(claim: Claim, asOf: string): boolean {
  const { resolution, resolved_date, appeal_date } = claim
  const isAppealed = appeal_date !== null && appeal_date <= asOf
  return resolution === null && resolved_date === null && !isAppealed && !isTouched(claim)
}

function isTouched({ touches }: Claim): boolean {
  return touches !== null && touches !== 0
}
