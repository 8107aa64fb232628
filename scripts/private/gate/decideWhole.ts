import { chainsOf } from '../../../src/cubes/cube.ts'
import type { Month } from '../../../src/periods/month.ts'
import { monthsOfQuarter, quarterOf } from './calendar.ts'
import { DecisionLog, type Decision } from './decision.ts'
import type { RowRange } from './groupSize.ts'
import { mergeParts } from './mergeParts.ts'
import { mayShowGroup } from './mergeValues.ts'
import type { Sums } from './sums.ts'

/** The practice's own sum has no value to be named by. */
export const wholeKey = '[]'

export interface WholeOptions {
  /** Whether a sum must be hidden for a reason outside this table. */
  readonly mustHide: (measure: string, month: Month, months: 1 | 3) => boolean
}

/**
 * Decides which months of the whole practice may be shown. A month that fails is carried forward: the
 * months after it in its calendar quarter are merged with it until their group passes, and the quarter's
 * row then holds the sum. Whether a month is shown never depends on months to come, because it may have
 * been published before they were known.
 */
export function decideWhole(sums: Sums, options: WholeOptions): Decision {
  const log = new DecisionLog(sums.fact)
  const rangesOf = new Map([...sums.cells].map(([first, cells]) => [first.slice(0, 7), cells]))
  decideMonths(sums, { ...options, log, rangesOf })
  return log
}

interface Work extends WholeOptions {
  readonly log: DecisionLog
  readonly rangesOf: ReadonlyMap<Month, readonly RowRange[]>
}

function decideMonths(sums: Sums, work: Work): void {
  const { rangesOf, mustHide } = work
  for (const quarter of new Set([...rangesOf.keys()].map(quarterOf))) {
    const carried = new Map<string, Month[]>()
    for (const month of monthsOfQuarter(quarter)) {
      const ranges = rangesOf.get(month)
      if (ranges === undefined) continue
      const forced = Object.keys(sums.fact.measures).filter((measure) => mustHide(measure, month, 1))
      const failing = mergeParts(sums, ranges, forced)
      for (const chain of chainsOf(sums.fact)) {
        // A measure is merged wherever the one before it is, which it would tell.
        let isTold = false
        for (const measure of chain) {
          const before = carried.get(measure) ?? []
          const isCarried = !mustHide(measure, quarter, 3)
          const step = {
            ...work,
            measure,
            month,
            carried: before,
            isCarried,
            isFailing: failing.has(measure),
          }
          isTold = isMonthHidden(sums, step) || isTold
          if (!isTold) continue
          work.log.hide({ month, months: 1, measure, key: wholeKey })
          carried.set(measure, [...before, month])
        }
      }
    }
    for (const chain of chainsOf(sums.fact)) closeQuarter(sums, { ...work, chain, quarter, carried })
  }
}

function isMonthHidden(
  sums: Sums,
  step: Work & {
    readonly measure: string
    readonly month: Month
    /** The quarter's months before it that are merged. */
    readonly carried: readonly Month[]
    readonly isFailing: boolean
    /** Whether the quarter's own sum may tell what is merged of its months. */
    readonly isCarried: boolean
  },
): boolean {
  const { measure, month, carried, isFailing, isCarried, rangesOf } = step
  const isOpen =
    isCarried && isFlow(sums, measure) && carried.length > 0 && !isEnough(sums, measure, carried, rangesOf)
  const isEmpty = sums.size(rangesOf.get(month) ?? [], { measure }).people === 0
  return isFailing || (isOpen && !isEmpty)
}

/** The quarter's own sum gives away the sum of its merged months: it is shown if that one passes. */
function closeQuarter(
  sums: Sums,
  step: Work & {
    readonly chain: readonly string[]
    readonly quarter: Month
    readonly carried: ReadonlyMap<string, readonly Month[]>
  },
): void {
  const { chain, quarter, carried, log, rangesOf, mustHide } = step
  let isTold = false
  for (const measure of chain) {
    const months = carried.get(measure)
    if (months === undefined) continue
    isTold = isTold || mustHide(measure, quarter, 3) || !isEnough(sums, measure, months, rangesOf)
    if (isTold) log.hide({ month: quarter, months: 3, measure, key: wholeKey })
  }
}

function isEnough(
  sums: Sums,
  measure: string,
  months: readonly Month[],
  rangesOf: ReadonlyMap<Month, readonly RowRange[]>,
): boolean {
  const ranges = months.flatMap((month) => rangesOf.get(month) ?? [])
  const busy = months.filter((month) => sums.size(rangesOf.get(month) ?? [], { measure }).people > 0)
  return busy.length !== 1 && mayShowGroup(sums, measure, ranges)
}

function isFlow(sums: Sums, measure: string): boolean {
  return sums.fact.measures[measure]?.kind === 'flow'
}
