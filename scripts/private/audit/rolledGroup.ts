import type { Run } from './cutRuns.ts'
import { areFlowsKnown, cellsIn, type RolledCut, type RolledSet } from './rolledCut.ts'
import type { Tally } from './Tally.ts'

/** Counts the people behind a set's balance at a boundary, or behind nothing if it is null. */
export function countBalance(
  { receivables, balance, balances }: RolledCut,
  {
    tally,
    at,
    values,
  }: { readonly tally: Tally; readonly at: number | null; readonly values: ReadonlySet<string> },
): void {
  const piece = at === null ? undefined : balances.get(at)
  if (piece === undefined) return
  for (const cell of cellsIn(piece, values)) tally.add(receivables.fine, cell, balance)
}

/** Counts those behind the flows of a run that are not known, added to what stands at its `end`. */
export function countHiddenFlows(
  set: RolledSet,
  { tally, run: [from, to], end }: { readonly tally: Tally; readonly run: Run; readonly end: 'from' | 'to' },
): void {
  if (areFlowsKnown(set, [from, to])) return
  for (const { audit, hidden, labels, effect, reversed } of set.flows) {
    if (labels[from] === labels[to]) continue
    const layer = end === 'from' ? effect : reversed
    for (const month of hidden) {
      if (month.from < from || month.to > to) continue
      for (const cell of month.cells) tally.add(audit.fine, cell, layer)
    }
  }
}

/** Whether a set's balance at a boundary is what its flows since the beginning add up to. */
export function startsAtNothing(
  cut: RolledCut,
  { set, at, tally }: { readonly set: RolledSet; readonly at: number; readonly tally: Tally },
): boolean {
  tally.start()
  countBalance(cut, { tally, at, values: set.values })
  for (const { audit, monthly, reversed } of set.flows) {
    for (const month of monthly) {
      if (month.to > at) continue
      for (const cell of month.cells) tally.add(audit.fine, cell, reversed)
    }
  }
  return tally.sum === 0
}

/**
 * Whether a set's balances at both ends of a run differ by its flows between. Where payments are another payer's than
 * the charges that they pay, they do not, and nothing follows from them.
 */
export function rolls(
  cut: RolledCut,
  { set, run: [from, to], tally }: { readonly set: RolledSet; readonly run: Run; readonly tally: Tally },
): boolean {
  const [before, after] = [from, to].map((at) => {
    tally.start()
    countBalance(cut, { tally, at, values: set.values })
    return tally.sum
  })
  tally.start()
  for (const { audit, monthly, effect } of set.flows) {
    for (const month of monthly) {
      if (month.from < from || month.to > to) continue
      for (const cell of month.cells) tally.add(audit.fine, cell, effect)
    }
  }
  return (before ?? 0) + tally.sum === after
}
