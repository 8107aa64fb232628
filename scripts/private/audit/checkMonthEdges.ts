import type { TwoDatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { checkServedAges } from './checkServedAges.ts'
import { allRuns } from './cutRuns.ts'
import { dateFormulas } from './dateFormulas.ts'
import { areKnown, datedSums, datedTwice, findingsToMerge, type KnownPiece } from './datedSums.ts'
import type { FactAudit } from './factAudit.ts'
import { lineGroup } from './lineGroup.ts'
import { timelineOf } from './publishedPieces.ts'

/** The facts whose sums the check depends on. */
export const edgeFacts = [...datedTwice, 'receivables'] as const

/**
 * The practice's sums of the same lines by month of service and by month of posting: where both are known for a run
 * of months, their difference is the lines that lie in one of the two alone, at the run's edges; and charges less
 * what is taken of them is what is left. Those must be nobody's or a group that may be shown, for every run
 * between two boundaries of months and every formula. A finding names a sum to merge: of `production`, as far as
 * there are any.
 */
export function checkMonthEdges(
  audits: ReadonlyMap<string, FactAudit>,
  rows: TwoDatedRows,
  memory: AuditMemory,
): Finding[] {
  if (!audits.has('production')) return []
  const facts = datedTwice.map((name) => audits.get(name))
  const timeline = timelineOf(facts, rows.monthNames)
  const boundaries = timeline.length + 1
  const sums = datedSums(audits, timeline)
  const merged = new Set<KnownPiece>()
  const edges = dateFormulas.flatMap((formula, index) => {
    const { served, posted } = formula
    const all = [...served.map((name) => sums.served[name]), ...posted.map((name) => sums.posted[name])]
    const tables = all.map((pieces) => pieces.filter((piece) => !merged.has(piece)))
    const group = memory.recall(`lines ${String(index)}`, [rows, timeline.join()], () =>
      lineGroup(rows, formula, timeline),
    )
    const known = allRuns(boundaries).filter(areKnown(boundaries, tables))
    const small = known.filter(([from, to]) => group.isSmall(from, to))
    group.release()
    return findingsToMerge(boundaries, { tables, runs: small, merged })
  })
  return [...edges, ...checkServedAges(audits, { rows, sums, merged })]
}
