import { claimMarks, type ClaimMark, type DatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { findingsToMerge, wholePieces, type KnownPiece } from './datedSums.ts'
import type { FactAudit } from './factAudit.ts'
import { lineGroup } from './lineGroup.ts'
import { timelineOf } from './publishedPieces.ts'
import { smallRuns } from './smallRuns.ts'

/** The facts that count the same claims by two dates. */
export const claimEdgeFacts = ['claims', 'claim_answers'] as const

/** What published sums of one fact tell of claims by themselves, or one less the other: those with a mark, or without. */
interface ClaimSum {
  readonly measures: readonly string[]
  readonly isIn: (has: (mark: ClaimMark) => boolean) => boolean
}

const all: ClaimSum['isIn'] = () => true

const bySubmission: readonly ClaimSum[] = [
  { measures: ['submitted_count'], isIn: all },
  { measures: ['first_pass_count'], isIn: (has) => has('first_pass') },
  { measures: ['first_pass_count', 'submitted_count'], isIn: (has) => !has('first_pass') },
  { measures: ['checked_count'], isIn: (has) => has('checked') },
  { measures: ['clean_count'], isIn: (has) => has('clean') },
  { measures: ['clean_count', 'submitted_count'], isIn: (has) => !has('clean') },
]

const parts = ['denied', 'resolved', 'overturned', 'written_off', 'never_worked'] as const

const byAnswer: readonly ClaimSum[] = [
  { measures: ['answered_count'], isIn: all },
  { measures: ['answered_count', 'denied_count'], isIn: (has) => !has('denied') },
  ...parts.map((mark): ClaimSum => ({ measures: [`${mark}_count`], isIn: (has) => has(mark) })),
]

/**
 * The practice's counts of the same claims by month of submission and by month of the first answer: where both are known
 * for a run of months, their difference is the claims at the run's edges, and those that only one of the two counts (sent
 * and not answered, paid in part). Those must be nobody's or enough people's, for every run and every pair of sums. A
 * finding names sums of `claims` to merge: it is published for the practice alone, for this reason.
 */
export function checkClaimEdges(
  audits: ReadonlyMap<string, FactAudit>,
  rows: DatedRows,
  memory: AuditMemory,
): Finding[] {
  const [claims, answers] = claimEdgeFacts.map((name) => audits.get(name))
  if (claims === undefined || answers === undefined) return []
  const timeline = timelineOf([claims, answers], rows.monthNames)
  const boundaries = timeline.length + 1
  const merged = new Set<KnownPiece>()
  const known = piecesBy((audit: FactAudit, measure: string) => wholePieces(audit, measure, timeline))
  return bySubmission.flatMap((sent) =>
    byAnswer.flatMap((answered) => {
      const name = `claims ${[...sent.measures, ...answered.measures].join()}`
      const group = memory.recall(name, [rows, timeline.join()], () =>
        lineGroup(rows, { served: kindsOf(sent), posted: kindsOf(answered) }, timeline),
      )
      const served = sent.measures.map((measure) => ({
        kinds: [],
        pieces: known(claims, measure).filter((piece) => !merged.has(piece)),
      }))
      const posted = answered.measures.map((measure) => ({ kinds: [], pieces: known(answers, measure) }))
      const runs = smallRuns({ served, posted, rest: [] }, group, boundaries)
      group.release()
      return findingsToMerge(boundaries, { pieces: served[0]?.pieces ?? [], runs, merged })
    }),
  )
}

/** By the number of a kind, whether a sum counts its claims; 0 is no kind. */
function kindsOf({ isIn }: ClaimSum): boolean[] {
  const kinds = Array.from({ length: 2 ** claimMarks.length }, (_, bits) =>
    isIn((mark) => (bits & (1 << claimMarks.indexOf(mark))) !== 0),
  )
  return [false, ...kinds]
}

/** The pieces of each measure, made once: what is merged is known by its piece. */
function piecesBy(
  make: (audit: FactAudit, measure: string) => KnownPiece[],
): (audit: FactAudit, measure: string) => KnownPiece[] {
  const made = new Map<string, KnownPiece[]>()
  return (audit, measure) => {
    const pieces = made.get(measure) ?? make(audit, measure)
    made.set(measure, pieces)
    return pieces
  }
}
