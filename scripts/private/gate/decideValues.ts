import { shortestOf, chainsOf } from '../../../src/cubes/cube.ts'
import type { Month } from '../../../src/periods/month.ts'
import { isClosed, monthsOfQuarter, quarterOf } from './calendar.ts'
import type { Cell } from './cellsOf.ts'
import { DecisionLog, type Decision, type Place } from './decision.ts'
import { wholeKey } from './decideWhole.ts'
import { mergeParts } from './mergeParts.ts'
import { candidateOf, mayShowGroup, mergeValues, type Candidate, type MergedValues } from './mergeValues.ts'
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
  const candidates = cells.map(candidateOf)
  for (const chain of chainsOf(sums.fact)) {
    // Each measure begins with what is merged of the one before it, which it would tell.
    let before = nothingMerged
    for (const measure of chain) {
      const isWithheld = isRunning || work.whole.isHidden({ month, months, measure, key: wholeKey })
      const isHidden = (key: string) => isWithheld || before.hidden.has(key) || failing.get(key)?.has(measure)
      const hidden = new Set(cells.filter(({ key }) => isHidden(key)).map(({ key }) => key))
      const merged = isWithheld
        ? { hidden, isOtherShown: false }
        : mergeValues(sums, measure, { candidates, hidden })
      before = alsoMerged(before, merged)
      note(work, { month, months, measure }, { ...before, hidden: merged.hidden })
    }
  }
}

/**
 * A value's quarter gives away the sum of its merged months, and all shown quarters together that of the
 * rest: both must pass. A quarter without merged months is the sum of what is shown already.
 */
function decideQuarter(sums: Sums, work: Work, quarter: Month): void {
  for (const chain of chainsOf(sums.fact)) {
    let before = nothingMerged
    for (const measure of chain) {
      if (sums.fact.measures[measure]?.kind !== 'flow') continue
      const merged = mergedInQuarter(sums, work, { quarter, measure, before })
      before = alsoMerged(before, merged)
      note(work, { month: quarter, months: 3, measure }, { ...before, hidden: merged.hidden })
    }
  }
}

function mergedInQuarter(
  sums: Sums,
  work: Work,
  { quarter, measure, before }: { quarter: Month; measure: string; before: MergedValues },
): MergedValues {
  if (work.whole.isHidden({ month: quarter, months: 3, measure, key: wholeKey })) {
    // Where the practice's own quarter is withheld, so is every value's.
    const cells = monthsOfQuarter(quarter).flatMap((month) => work.months.get(month) ?? [])
    return { hidden: new Set(cells.map(({ key }) => key)), isOtherShown: false }
  }
  const candidates = mergedMonths(work, measure, quarter)
  const failing = candidates.filter(
    ({ key, ranges }) =>
      before.hidden.has(key) ||
      work.mustHide(measure, key, quarter, 3) ||
      !mayShowGroup(sums, measure, ranges),
  )
  return mergeValues(sums, measure, { candidates, hidden: new Set(failing.map(({ key }) => key)) })
}

/** Before the first measure of a chain. */
const nothingMerged: MergedValues = { hidden: new Set(), isOtherShown: true }

/** What a chain's next measure must not tell: a measure that is 0 at a value merges nothing there, and yet passes it on. */
function alsoMerged(before: MergedValues, merged: MergedValues): MergedValues {
  return {
    hidden: new Set([...before.hidden, ...merged.hidden]),
    isOtherShown: merged.isOtherShown && before.isOtherShown,
  }
}

function note({ log }: Work, place: Omit<Place, 'key'>, { hidden, isOtherShown }: MergedValues): void {
  for (const key of hidden) log.hide({ ...place, key })
  if (!isOtherShown) log.withholdOther(place)
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
