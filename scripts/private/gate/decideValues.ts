import { shortestOf } from '../../../src/cubes/cube.ts'
import type { Month } from '../../../src/periods/month.ts'
import { isClosed, monthsOfQuarter, quarterOf } from './calendar.ts'
import type { Cell } from './cellsOf.ts'
import { DecisionLog, type Decision } from './decision.ts'
import { wholeKey } from './decideWhole.ts'
import { mergeParts } from './mergeParts.ts'
import { candidateOf, mayShowGroup, mergeValues, type Candidate } from './mergeValues.ts'
import type { Sums } from './sums.ts'

export interface ValuesOptions {
  readonly asOf: string
  /** The same fact's decisions for the whole practice. */
  readonly whole: Decision
  /** Whether a value's sum must be merged for a reason outside this table. */
  readonly mustHide: (measure: string, key: string, month: Month, months: 1 | 3) => boolean
}

/**
 * Decides which values of a cut may be shown, month by month and then for closed calendar quarters. The
 * running month is left to the whole practice: day by day its values would tell single days apart.
 */
export function decideValues(sums: Sums, options: ValuesOptions): Decision {
  const log = new DecisionLog(sums.fact)
  const months = new Map([...sums.cells].map(([first, cells]) => [first.slice(0, 7), cells]))
  const work: Work = { ...options, log, months }
  for (const [month, cells] of months) decidePeriod(sums, work, month, cells)
  if (sums.cut.grain === 'quarter') return log
  for (const quarter of new Set([...months.keys()].map(quarterOf))) {
    if (isClosed(monthsOfQuarter(quarter)[2] ?? quarter, options.asOf)) decideQuarter(sums, work, quarter)
  }
  return log
}

interface Work extends ValuesOptions {
  readonly log: DecisionLog
  readonly months: ReadonlyMap<Month, readonly Cell[]>
}

function decidePeriod(sums: Sums, work: Work, month: Month, cells: readonly Cell[]): void {
  const months = shortestOf(sums.cut)
  const isRunning = !isClosed(months === 3 ? (monthsOfQuarter(month)[2] ?? month) : month, work.asOf)
  const names = Object.keys(sums.fact.measures)
  const failing = new Map(
    cells.map((cell) => {
      const forced = names.filter((measure) => work.mustHide(measure, cell.key, month, months))
      return [cell.key, isRunning ? new Set(names) : mergeParts(sums, [cell], forced)]
    }),
  )
  for (const measure of names) {
    const isWithheld = isRunning || work.whole.isHidden({ month, months, measure, key: wholeKey })
    const hidden = new Set(
      cells.filter(({ key }) => isWithheld || failing.get(key)?.has(measure)).map(({ key }) => key),
    )
    const merged = isWithheld
      ? { hidden, isOtherShown: false }
      : mergeValues(sums, measure, { candidates: cells.map(candidateOf), hidden })
    for (const key of merged.hidden) work.log.hide({ month, months, measure, key })
    if (!merged.isOtherShown) work.log.withholdOther({ month, months, measure })
  }
}

/**
 * A value's quarter gives away the sum of its merged months, and all shown quarters together that of the
 * rest: both must pass. A quarter without merged months is the sum of what is shown already.
 */
function decideQuarter(sums: Sums, work: Work, quarter: Month): void {
  const { log, whole } = work
  for (const [measure, { kind }] of Object.entries(sums.fact.measures)) {
    if (kind !== 'flow') continue
    const candidates = mergedMonths(work, measure, quarter)
    if (whole.isHidden({ month: quarter, months: 3, measure, key: wholeKey })) {
      // Where the practice's own quarter is withheld, so is every value's.
      const cells = monthsOfQuarter(quarter).flatMap((month) => work.months.get(month) ?? [])
      for (const { key } of cells) log.hide({ month: quarter, months: 3, measure, key })
      log.withholdOther({ month: quarter, months: 3, measure })
      continue
    }
    const failing = candidates.filter(
      ({ key, ranges }) => work.mustHide(measure, key, quarter, 3) || !mayShowGroup(sums, measure, ranges),
    )
    const hidden = new Set(failing.map(({ key }) => key))
    const merged = mergeValues(sums, measure, { candidates, hidden })
    for (const key of merged.hidden) log.hide({ month: quarter, months: 3, measure, key })
    if (!merged.isOtherShown) log.withholdOther({ month: quarter, months: 3, measure })
  }
}

/** Each value's merged months of a quarter. */
function mergedMonths(work: Work, measure: string, quarter: Month): Candidate[] {
  const byKey = new Map<string, { key: string; ranges: Cell[]; isLast: boolean }>()
  for (const month of monthsOfQuarter(quarter)) {
    for (const cell of work.months.get(month) ?? []) {
      if (!work.log.isHidden({ month, months: 1, measure, key: cell.key })) continue
      const { isLast = false } = candidateOf(cell)
      const candidate = byKey.get(cell.key) ?? { key: cell.key, ranges: [], isLast }
      candidate.ranges.push(cell)
      byKey.set(cell.key, candidate)
    }
  }
  return [...byKey.values()]
}
