import { binDimensions, type BinName } from '../../../src/cubes/binDimensions.ts'
import type { CubeTable } from '../../../src/cubes/cube.ts'
import type { FineCells } from './fineCells.ts'

interface Group {
  readonly name: string
  readonly values: readonly (string | number)[]
  readonly cells: readonly number[]
}

interface Place {
  readonly bin: BinName
  readonly table: CubeTable
  /** What the table counts. */
  readonly measures: readonly string[]
  /** The period's rows by the text of their bin. */
  readonly rows: ReadonlyMap<string, number>
}

/**
 * The bins (`binDimensions`) that each published row adds up: those above the row before it, up to its own; the last
 * row holds what is beyond it too. An unknown lag has a row of its own, or is in the row that is larger
 * than its bins by just as much. What fits nowhere stays by itself, as a row that is missing.
 */
export function lagBins(fine: FineCells, groups: readonly Group[], place: Place): Map<string, Group> {
  const unknownLag: number = binDimensions[place.bin].unknown
  const lags = [...place.rows.values()]
    .map((row) => Number(place.table.columns[place.bin]?.[row]))
    .sort(ascending)
  const ends = lags.filter((lag) => lag !== unknownLag)
  const bins = new Map<number, number[]>()
  for (const { values, cells } of groups) {
    const lag = Number(values[0])
    const bin = lag === unknownLag ? lag : (ends.find((end) => end >= lag) ?? ends.at(-1) ?? lag)
    bins.set(bin, [...(bins.get(bin) ?? []), ...cells])
  }
  const unknown = bins.get(unknownLag)
  if (unknown !== undefined && !lags.includes(unknownLag)) {
    const home = ends.find((end) =>
      holds(fine, place, { end, cells: [...(bins.get(end) ?? []), ...unknown] }),
    )
    if (home !== undefined) {
      bins.set(home, [...(bins.get(home) ?? []), ...unknown])
      bins.delete(unknownLag)
    }
  }
  return new Map(
    [...bins].map(([lag, cells]) => {
      const name = JSON.stringify([lag])
      return [name, { name, values: [lag], cells }]
    }),
  )
}

/** Whether a row's counts are those of the cells; a row that is withheld may hold any. */
function holds(
  { rows, start, order }: FineCells,
  place: Place,
  { end, cells }: { end: number; cells: readonly number[] },
): boolean {
  const row = place.rows.get(JSON.stringify([end])) ?? -1
  return place.measures.every((measure) => {
    const value = place.table.columns[measure]?.[row] ?? null
    if (value === null) return true
    const amounts = rows.measures[measure]
    let sum = 0
    for (const cell of cells) {
      for (let at = start[cell] ?? 0; at < (start[cell + 1] ?? 0); at += 1)
        sum += amounts?.[order[at] ?? -1] ?? 0
    }
    return sum === value
  })
}

function ascending(a: number, b: number): number {
  return a - b
}
