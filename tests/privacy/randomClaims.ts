import { claimMarks, type ClaimMark, type DatedRows } from '../../scripts/private/ledger/ledger.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Dice } from './dice.ts'
import type { Shape } from './practiceShape.ts'

/** A claim of an invented practice: whose it is, its months, and what it is counted as. */
export interface RandomClaim {
  /** -1 without a key. */
  readonly person: number
  readonly payer: string
  /** Month of submission, `2026-03`. */
  readonly sent: string
  /** Month of the first answer; null without one by the last month. */
  readonly answered: string | null
  /** Reason of the denial; none for what is not denied. */
  readonly reason: string
  readonly marks: readonly ClaimMark[]
}

/**
 * The claims of the visits, up to the last month. Few or many are denied, each payer for few reasons; some answers come
 * months later or never; of the clearinghouse all, most or nothing is known.
 */
export function claimsOf({ dice }: Shape, visits: readonly Happening[], last: string): RandomClaim[] {
  const habits = {
    denied: dice.pick([0.01, 0.08, 0.4]),
    late: dice.pick([0, 0.05, 0.4]),
    checked: dice.pick([0, 0.9, 1]),
  }
  const reasons = new Map<string, string[]>()
  return visits.flatMap(({ month, person, at }) => {
    const payer = String(at.payer)
    const known =
      reasons.get(payer) ?? ['coding', 'eligibility', 'auth', 'other'].filter(() => dice.chance(0.5))
    reasons.set(payer, known)
    const sent = addMonths(month, dice.chance(habits.late) ? 1 : 0)
    if (sent > last || dice.chance(0.1)) return []
    const comes = addMonths(sent, dice.chance(habits.late) ? dice.int(1, 2) : 0)
    const answered = comes > last || dice.chance(habits.late / 2) ? null : comes
    const isDenied = answered !== null && dice.chance(habits.denied)
    const marks = [
      ...checkedMarks(dice, habits.checked),
      ...(isDenied ? denialMarks(dice) : paidMarks(dice, answered !== null)),
    ]
    const reason = isDenied ? dice.pick(known.length > 0 ? known : ['coding']) : 'none'
    return [{ person, payer, sent, answered, reason, marks }]
  })
}

function checkedMarks(dice: Dice, checked: number): ClaimMark[] {
  if (!dice.chance(checked)) return []
  return dice.chance(0.9) ? ['checked', 'clean'] : ['checked']
}

function paidMarks(dice: Dice, isAnswered: boolean): ClaimMark[] {
  return isAnswered && dice.chance(0.95) ? ['first_pass'] : []
}

function denialMarks(dice: Dice): ClaimMark[] {
  if (dice.chance(0.3)) return ['denied', 'never_worked']
  if (dice.chance(0.3)) return ['denied']
  return [
    'denied',
    'resolved',
    ...dice.pick<ClaimMark[]>([['overturned'], ['overturned'], ['written_off'], []]),
  ]
}

/** What claims add to the facts that count them by month of submission and by month of the first answer. */
export function claimHappenings(
  claims: readonly RandomClaim[],
): Record<'claims' | 'claim_answers', readonly Happening[]> {
  const adds = (own: readonly ClaimMark[], marks: readonly ClaimMark[]) =>
    Object.fromEntries(own.filter((mark) => marks.includes(mark)).map((mark) => [`${mark}_count`, 1]))
  const sentMarks = claimMarks.slice(0, 3)
  return {
    claims: claims.map(({ person, sent, marks }) => ({
      month: sent,
      at: {},
      person,
      adds: { submitted_count: 1, ...adds(sentMarks, marks) },
    })),
    claim_answers: claims.flatMap(({ person, payer, answered, reason, marks }) =>
      answered === null
        ? []
        : [
            {
              month: answered,
              at: { payer, denial_category: reason },
              person,
              adds: { answered_count: 1, ...adds(claimMarks.slice(3), marks) },
            },
          ],
    ),
  }
}

/** The same claims as the ledger gives them to the audit, by both of their months. */
export function datedClaimsOf(claims: readonly RandomClaim[]): DatedRows {
  const monthNames = [
    ...new Set(claims.flatMap(({ sent, answered }) => [sent, ...(answered === null ? [] : [answered])])),
  ].sort()
  const kindOf = (marks: readonly ClaimMark[]) =>
    marks.reduce((kind, mark) => kind + 2 ** claimMarks.indexOf(mark), 1)
  return {
    monthNames,
    line: Int32Array.from(claims, ({ marks }) => kindOf(marks)),
    served: Int32Array.from(claims, ({ sent }) => monthNames.indexOf(sent)),
    posted: Int32Array.from(claims, ({ answered }) =>
      answered === null ? -1 : monthNames.indexOf(answered),
    ),
    person: Int32Array.from(claims, ({ person }) => person),
    sourceRows: Int32Array.from(claims, () => 1),
    cents: Float64Array.from(claims, () => 1),
  }
}
