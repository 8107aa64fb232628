import { cutOf, shortestOf } from '../../../src/cubes/cube.ts'
import type { SumName } from './auditReport.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { isShown, type FactAudit } from './factAudit.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'

/**
 * Of published sums that tell about a small group together, the one that can be merged at the least loss:
 * the smallest value's; else the smallest value that can join "Other (merged)"; else a part of a measure
 * for the whole practice; else the practice's own sum. What is declared to give way comes first, then values of which
 * `isNear` holds. Null if there is none.
 */
export function sumToMerge(
  audit: FactAudit,
  sums: readonly PublishedSum[],
  isNear: (sum: PublishedSum) => boolean = () => true,
): SumName | null {
  const able = sums.filter((sum) => isMergeable(audit, sum))
  const values = able.filter((sum) => sum.values.length > 0)
  // Also what has no values: parts of the practice's own sums give way to the values of older ones.
  const yielding = able.filter((sum) => givesWay(audit, sum))
  const named = smallest(yielding) ?? smallest(values.filter(isNear)) ?? smallest(values)
  if (named !== null) return named
  const joining = sums.filter(({ isOther }) => isOther).flatMap((sum) => sliceOf(audit, sum)?.sums ?? [])
  const joined = smallest(joining.filter((sum) => isShown(sum) && isMergeable(audit, sum)))
  if (joined !== null) return joined
  const parts = new Set((audit.fact.partitions ?? []).flatMap((partition) => partition.parts))
  return smallest(able.filter(({ measure }) => parts.has(measure))) ?? smallest(able)
}

/** Whether a table or a measure is declared to be merged before others. */
function givesWay({ fact }: FactAudit, { table, measure }: PublishedSum): boolean {
  return cutOf(fact, table).givesWay === true || fact.measures[measure]?.givesWay === true
}

/** A quarter whose months are all shown tells no more than they do. */
function isMergeable({ fact, slices }: FactAudit, sum: PublishedSum): boolean {
  if (sum.isOther || sum.isNobodys || sum.cells.length === 0) return false
  if (sum.months === 1 || shortestOf(cutOf(fact, sum.table)) === 3) return true
  return slices
    .filter(({ table, measure, months }) => table === sum.table && measure === sum.measure && months === 1)
    .filter(({ month }) => calendarQuarter(month) === sum.month)
    .some(({ sums }) => sums.some((one) => !isShown(one) && one.values.join() === sum.values.join()))
}

function sliceOf({ slices }: FactAudit, sum: PublishedSum): Slice | undefined {
  return slices.find(
    ({ table, measure, month, months }) =>
      table === sum.table && measure === sum.measure && month === sum.month && months === sum.months,
  )
}

function smallest(sums: readonly PublishedSum[]): PublishedSum | null {
  return sums.toSorted((a, b) => a.cells.length - b.cells.length)[0] ?? null
}
