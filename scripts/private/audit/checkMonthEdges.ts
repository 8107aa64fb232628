import type { TwoDatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { checkPartEdges } from './checkPartEdges.ts'
import { checkServedAges } from './checkServedAges.ts'
import { dateFormulas, linesOf, restOf, type DateFormula, type PostedSum } from './dateFormulas.ts'
import { datedSums, edgeFacts, findingsToMerge, type DatedSums, type KnownPiece } from './datedSums.ts'
import type { FactAudit } from './factAudit.ts'
import { kindsIn, lineGroup } from './lineGroup.ts'
import { timelineOf } from './publishedPieces.ts'
import { smallRuns, type KnownTable, type Way } from './smallRuns.ts'

/**
 * The practice's sums of the same lines by month of service and by month of posting: where both are known for a run
 * of months, their difference is the lines that lie in one of the two alone, at the run's edges; and charges less
 * what is taken of them is what is left. Those must be nobody's or a group that may be shown, for every run
 * between two boundaries of months and every formula, also where one of the two is known of some of the months only, or
 * from balances. A finding names sums of `production` to merge.
 */
export function checkMonthEdges(
  audits: ReadonlyMap<string, FactAudit>,
  rows: TwoDatedRows,
  memory: AuditMemory,
): Finding[] {
  if (!audits.has('production')) return []
  const timeline = timelineOf(
    edgeFacts.map((name) => audits.get(name)),
    rows.monthNames,
  )
  const boundaries = timeline.length + 1
  const sums = datedSums(audits, timeline)
  const merged = new Set<KnownPiece>()
  const edges = dateFormulas.flatMap((formula, index) => {
    const group = memory.recall(`lines ${String(index)}`, [rows, timeline.join()], () =>
      lineGroup(rows, { served: kindsIn(formula.served), posted: kindsIn(formula.posted) }, timeline),
    )
    const found = waysOf(formula, sums).flatMap(({ served, ...way }) => {
      const left = served.map(({ kinds, pieces }) => ({
        kinds,
        pieces: pieces.filter((piece) => !merged.has(piece)),
      }))
      const runs = smallRuns({ ...way, served: left }, group, boundaries)
      return findingsToMerge(boundaries, { pieces: left[0]?.pieces ?? [], runs, merged })
    })
    group.release()
    return found
  })
  const parts = checkPartEdges(rows, { sums, merged, memory })
  return [...edges, ...parts, ...checkServedAges(audits, { rows, sums, merged, memory })]
}

/** How a formula can be worked out: from the published flows, or from balances and the other flows. */
function waysOf(formula: DateFormula, { served, posted, balance }: DatedSums): Way[] {
  const flows = (names: readonly PostedSum[]): KnownTable[] =>
    names.map((name) => ({ kinds: kindsIn([name]), pieces: posted[name] }))
  const ours = formula.served.map((name) => ({ kinds: kindsIn([name]), pieces: served[name] }))
  const all = kindsIn(formula.posted)
  const direct: Way = { served: ours, posted: flows(formula.posted), rest: [] }
  if (!formula.posted.some((name) => linesOf(name).length > 0)) return [direct]
  return [direct, { served: ours, posted: [{ kinds: all, pieces: balance }], rest: flows(restOf(formula)) }]
}
