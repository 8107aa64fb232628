import fc from 'fast-check'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Claim } from '../../scripts/private/contracts/claims.ts'
import type { Payer } from '../../scripts/private/contracts/referenceTabs.ts'
import {
  claimOutcomes,
  clearinghouseStates,
  denialCategories,
  denialResolutions,
} from '../../scripts/private/contracts/vocabularies.ts'
import { arbitraryOffset, blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { daysBetween } from './civilDates.ts'

interface ClaimDraft {
  readonly sent: number
  readonly answer: number | null
  readonly appeal: number | null
  readonly end: number | null
  readonly row: Omit<
    Claim,
    | 'claim_id'
    | 'service_date'
    | 'submitted_date'
    | 'first_remit_date'
    | 'appeal_date'
    | 'resolved_date'
    | 'payer'
  >
}

/** Random claims, half of them denied; every second names a charge's claim, if charges have any. */
export function arbitraryClaims(frame: Frame): fc.Arbitrary<readonly ClaimDraft[]> {
  return fc.array(arbitraryClaim(frame), { minLength: 0, maxLength: 60 })
}

function arbitraryClaim(frame: Frame): fc.Arbitrary<ClaimDraft> {
  return fc.record({
    sent: arbitraryOffset(frame),
    answer: blankable(fc.nat({ max: 90 })),
    appeal: blankable(fc.nat({ max: 60 }), 2),
    end: blankable(fc.nat({ max: 120 }), 2),
    row: fc.record({
      patient_key: blankable(fc.nat({ max: 30 }).map((key) => `P${String(key)}`)),
      clearinghouse_status: blankable(fc.constantFrom('accepted', 'accepted', ...clearinghouseStates)),
      outcome: fc.oneof(fc.constant('denied' as const), fc.constantFrom(...claimOutcomes)),
      charge_amount: fc.integer({ min: 1, max: 400_000 }),
      paid_amount: fc.constant(null),
      payer_class: blankable(fc.constantFrom(...names.payer)),
      denial_category: blankable(fc.constantFrom(...denialCategories)),
      resolution: blankable(fc.constantFrom(...denialResolutions), 2),
      touches: blankable(fc.constantFrom(0, 0, 1, 3)),
      last_modified: fc.constant(null),
      is_test: fc.nat({ max: 14 }).map((draw) => (draw === 7 ? true : null)),
    }),
  })
}

/** The rows of drafts, beside the charges of their practice. */
export function claimRows(frame: Frame, drafts: readonly ClaimDraft[], charges: readonly Charge[]): Claim[] {
  const known = [...new Map(charges.map(({ claim_id, service_date }) => [claim_id, service_date]))].flatMap(
    ([id, day]) => (id === null ? [] : [{ id, day }]),
  )
  return drafts.map((draft, index) => {
    const named = index % 2 === 0 ? known[index / 2] : undefined
    // Sent within forty days of the service, so that payers can pay after it.
    const sent = named === undefined ? draft.sent : daysBetween(frame.start, named.day) + (draft.sent % 40)
    const after = (days: number | null): string | null => (days === null ? null : dateAt(frame, sent + days))
    return {
      ...draft.row,
      claim_id: named?.id ?? `CL${String(index)}`,
      service_date: dateAt(frame, sent - 3),
      submitted_date: dateAt(frame, sent),
      first_remit_date: after(draft.answer),
      appeal_date: after(draft.appeal),
      resolved_date: after(draft.end),
      payer: spellings[(index * 7 + draft.sent) % spellings.length] ?? null,
    }
  })
}

/** As claims have payers; the last is on no list. */
const spellings = [
  null,
  'Acme PPO',
  'ACME, P.P.O.',
  'blue  cross',
  'Blue-Cross',
  'P3',
  'Nobody Health',
] as const

/** The payers tab: filing limits that end about when claims are 60 days old, later, or are not given. */
export const arbitraryPayers: fc.Arbitrary<Payer[]> = fc
  .tuple(limit(), limit(), limit())
  .map(([acme, blue, third]) =>
    (
      [
        ['P1', 'Acme PPO', 'Acme; ACME P.P.O.', acme],
        ['P2', 'Blue Cross', null, blue],
        ['P3', 'Third Health', 'Acme PPO', third],
      ] as const
    ).map(([payer_id, name, aliases, timely_filing_days]) => ({
      payer_id,
      name,
      class: 'commercial' as const,
      aliases,
      timely_filing_days,
      contract_renewal: null,
    })),
  )

function limit(): fc.Arbitrary<number | null> {
  return blankable(fc.oneof(fc.constantFrom(90, 180, 365), fc.integer({ min: 20, max: 400 })), 3)
}
