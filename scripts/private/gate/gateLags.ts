import { binDimensions, binOf, type BinName } from '../../../src/cubes/binDimensions.ts'
import { cubesOf, type CubeTable, type CubeValue } from '../../../src/cubes/cube.ts'
import type { Month } from '../../../src/periods/month.ts'
import { isClosed } from './calendar.ts'
import { cellKey, type Cell } from './cellsOf.ts'
import { wholeKey } from './decideWhole.ts'
import type { Decision } from './decision.ts'
import type { Sums } from './sums.ts'

/** Below this many people, ten who are counted in the wrong bin could move nine out of ten. */
const fewestPeople = 110

interface LagRow {
  readonly first: string
  readonly lag: number
  readonly count: number | null
}

interface Bin {
  lag: number
  cells: Cell[]
}

export interface LagOptions {
  readonly asOf: string
  /** The same fact's decisions for the whole practice. */
  readonly whole: Decision
  /** Whether a bin, or with `*` a month's bins, must not be shown apart for a reason outside this table. */
  readonly mustHide: (measure: string, key: string, month: Month) => boolean
}

/**
 * A table of counts by a bin dimension: adjacent bins are merged upwards until each one's group passes, and it is
 * named by its end. Ten people or fewer beyond the last bin but one are counted with the bin below, and those
 * of an unknown lag with the largest. A bin that must not be shown apart grows too. A month of too few people
 * for that is withheld.
 */
export function gateLags(sums: Sums, { whole, asOf, mustHide }: LagOptions): CubeTable {
  const { fact } = sums
  const [measure] = Object.keys(fact.measures)
  const [cube] = cubesOf(fact)
  const bin = binOf(sums.cut.by)
  if (measure === undefined || cube === undefined || bin === null) {
    throw new Error(`no counts: ${fact.name}`)
  }
  const lastBin = lastBinOf(sums, bin)
  const rows = [...sums.cells].flatMap(([first, cells]): LagRow[] => {
    const month = first.slice(0, 7)
    const isTooFine = (lag: number): boolean => mustHide(measure, cellKey([lag]), month)
    const isHidden = !isClosed(month, asOf) || whole.isHidden({ month, months: 1, measure, key: wholeKey })
    const bins = isHidden ? null : binsOf(sums, { bin, measure, cells, lastBin, isTooFine })
    if (bins === null) return [{ first, lag: lastBin, count: null }]
    return bins.map(({ lag, cells: own }) => ({ first, lag, count: sums.size(own, { measure }).sum }))
  })
  const columns: Record<string, CubeValue[]> = {
    month: rows.map(({ first }) => first),
    months: rows.map(() => 1),
    [bin]: rows.map(({ lag }) => lag),
    [measure]: rows.map(({ count }) => count),
  }
  return { cube, rowCount: rows.length, columns }
}

/** The bin that means "more than" the one before it. Throws where a known number is beyond it. */
function lastBinOf({ cut, cells }: Sums, bin: BinName): number {
  const { lastBin } = cut
  const { unknown } = binDimensions[bin]
  if (lastBin === undefined) throw new Error(`no last bin: ${bin}`)
  const lags = [...cells.values()].flat().map(({ values }) => Number(values[0]))
  if (lags.some((lag) => lag > lastBin && lag !== unknown)) throw new Error('lag beyond the last bin')
  return lastBin
}

interface BinOptions {
  readonly bin: BinName
  readonly measure: string
  readonly cells: readonly Cell[]
  readonly lastBin: number
  /** Whether a bin that ends at the lag must grow. */
  readonly isTooFine: (lag: number) => boolean
}

/** Null where there are too few people to tell lags apart. */
function binsOf(sums: Sums, { bin, measure, cells, lastBin, isTooFine }: BinOptions): Bin[] | null {
  const { unknown: unknownLag, width } = binDimensions[bin]
  const lagOf = (cell: Cell): number => Number(cell.values[0])
  const mayShow = (group: readonly Cell[]): boolean =>
    sums.mayShow(group, { measure }) && !isTooFine(Math.max(...group.map(lagOf)))
  const inOrder = cells.toSorted((a, b) => lagOf(a) - lagOf(b))
  const unknown = inOrder.filter((one) => lagOf(one) === unknownLag)
  const known = inOrder.filter((one) => lagOf(one) !== unknownLag)
  // Where nobody's is known there is nothing to tell apart; where few people's is, they are left by the rest.
  if (known.length === 0 && mayShow(unknown)) return [{ lag: unknownLag, cells: unknown }]
  if (sums.size(known, { measure }).people < fewestPeople) return null
  const bins: Bin[] = []
  let open: Cell[] = []
  for (const cell of known.filter((one) => lagOf(one) < lastBin)) {
    open.push(cell)
    if (!mayShow(open)) continue
    bins.push({ lag: lagOf(cell), cells: open })
    open = []
  }
  joinRest(bins, open, lagOf)
  const beyond = known.filter((one) => lagOf(one) === lastBin)
  // What is too few before the first bin has none to go to but this one.
  const rest = bins.length === 0 ? [...open, ...beyond] : beyond
  if (beyond.length > 0 && mayShow(rest)) bins.push({ lag: lastBin, cells: rest })
  else joinRest(bins, rest, () => lastBin - width)
  if (bins.length === 0) return null
  if (unknown.length > 0 && mayShow(unknown)) return [...bins, { lag: unknownLag, cells: unknown }]
  const largest = bins.toSorted(
    (a, b) => sums.size(b.cells, { measure }).people - sums.size(a.cells, { measure }).people,
  )[0]
  largest?.cells.push(...unknown)
  const last = bins.at(-1)
  // A last bin can only grow downwards.
  if (last !== undefined && isTooFine(last.lag)) joinLast(bins)
  return bins.length > 1 ? bins : null
}

/** What is left at the end goes to the last bin, which then reaches further. */
function joinRest(bins: Bin[], rest: readonly Cell[], lagOf: (cell: Cell) => number): void {
  const last = bins.at(-1)
  const lastCell = rest.at(-1)
  if (last === undefined || lastCell === undefined) return
  last.cells.push(...rest)
  last.lag = Math.max(last.lag, lagOf(lastCell))
}

/** The last bin takes in the one before it. */
function joinLast(bins: Bin[]): void {
  const last = bins.pop()
  const before = bins.at(-1)
  if (last === undefined || before === undefined) return
  before.cells.push(...last.cells)
  before.lag = last.lag
}
