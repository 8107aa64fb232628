import type { TwoDatedRows } from '../ledger/ledger.ts'
import type { Finding } from './auditReport.ts'
import type { Run } from './cutRuns.ts'
import { areKnown, findingsToMerge, wholePieces, type DatedSums, type KnownPiece } from './datedSums.ts'
import type { FactAudit } from './factAudit.ts'
import { monthBefore } from './monthBefore.ts'
import { isKnownSet, publishedPieces } from './publishedPieces.ts'
import { ServedLeftovers } from './ServedLeftovers.ts'

/** Ages of what is owed, the youngest first; a bucket is about a month of service. */
const buckets = ['0-30', '31-60', '61-90', '91-120']

/** So many of them are not over 90 days. */
const upTo90 = 3

/**
 * Charges by month of service, less what is matched to them, are about the balances of that age at the end of the
 * last of the months: what differs are other write-offs, money that names no charge, and what was taken later. For
 * one to four months up to each month's end that must be nobody's or a group that may be shown. A finding names a sum
 * of `production` to merge; `merged` are those that others name already, and is added to.
 */
export function checkServedAges(
  audits: ReadonlyMap<string, FactAudit>,
  { rows, sums, merged }: { rows: TwoDatedRows; sums: DatedSums; merged: Set<KnownPiece> },
): Finding[] {
  const receivables = audits.get('receivables')
  if (receivables === undefined) return []
  const { timeline, served } = sums
  const boundaries = timeline.length + 1
  const tables = [served.contractual, served.payment, served.charge].map((pieces) =>
    pieces.filter((piece) => !merged.has(piece)),
  )
  const areServedKnown = areKnown(boundaries, tables)
  const areAgesKnown = knownAges(receivables, timeline)
  const leftovers = new ServedLeftovers(rows, receivables.fine.rows)
  const runs = [...timeline.entries()].flatMap(([index, last]) =>
    monthsUpTo(last).flatMap((first, more): Run[] => {
      const run: Run = [timeline.findIndex((month) => month >= first), index + 1]
      if (!areServedKnown(run) || !areAgesKnown(index, more + 1)) return []
      return leftovers.isSmall({ first, last, ages: buckets.slice(0, more + 1) }) ? [run] : []
    }),
  )
  const [pieces = []] = tables
  return findingsToMerge(boundaries, { pieces, runs, merged })
}

/** A month, and it with one to three before it: their first months. */
function monthsUpTo(last: string): string[] {
  const firsts = [last]
  while (firsts.length < buckets.length) firsts.push(monthBefore(firsts.at(-1) ?? last))
  return firsts
}

/** Whether the sum of the youngest `count` ages is known at the end of a month. */
function knownAges(
  receivables: FactAudit,
  timeline: readonly string[],
): (index: number, count: number) => boolean {
  const pieces = publishedPieces(receivables, { by: ['age_bucket'], measure: 'balance_cents', timeline })
  const whole = ['balance_cents', 'over_90_cents'].map((name) => wholePieces(receivables, name, timeline))
  return (index, count) => {
    const own = pieces.find(({ from, slice }) => from === index && slice?.months === 1)
    if (own === undefined) return false
    if (isKnownSet(own, new Set(buckets.slice(0, count)))) return true
    return count === upTo90 && whole.every((known) => known.some(({ from }) => from === index))
  }
}
