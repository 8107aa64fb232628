import { coarseCells } from './coarseCells.ts'
import { columnClasses } from './columnClasses.ts'
import { isLargeColumn } from './countGroup.ts'
import { crowd, crowds } from './crowds.ts'
import { shownSums, type FactAudit } from './factAudit.ts'
import type { FineCells } from './fineCells.ts'
import type { MeasureTree } from './measureTrees.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'

/** What is published of one tree of measures in one calendar quarter, as sets of columns. */
export interface GroupPool {
  readonly tree: MeasureTree
  /** The cells that the slices' tables tell apart. */
  readonly cells: FineCells
  /** What the same published sums hold, taken together: nothing tells it apart. See `partOf`. */
  readonly columns: readonly (readonly number[])[]
  /** By column, whether enough people have a part in it. */
  readonly isLarge: readonly boolean[]
  readonly groups: readonly PublishedGroup[]
}

/** A published sum and its columns, ascending. */
export interface PublishedGroup {
  readonly sum: PublishedSum
  readonly columns: readonly number[]
}

export interface PoolOptions {
  readonly tree: MeasureTree
  /** The first month of the calendar quarter. */
  readonly quarter: string
  readonly slices: readonly Slice[]
  /** The fact's rows by the dimensions of the slices: no sum has a part of such a cell. */
  readonly cells: FineCells
}

/** The pool of a quarter's slices. Groups of nobody are left out. */
export function groupPool(audit: FactAudit, options: PoolOptions): GroupPool {
  const { tree, quarter, slices, cells } = options
  const sizes = tree.layers.map((layer) => crowds(audit, cells, layer))
  const depth = tree.layers.length
  const inQuarter = cells.byPeriod.get(`${quarter} 3`) ?? []
  const firstOf = placesInQuarters(cells)
  const ids = new Int32Array(inQuarter.length * depth).fill(-1)
  const parts: number[] = []
  for (const [place, cell] of inQuarter.entries()) {
    for (let layer = 0; layer < depth; layer += 1) {
      if (sizes[layer]?.[cell] === crowd.nobody) continue
      ids[place * depth + layer] = parts.push(cell * depth + layer) - 1
    }
  }
  const sums = slices.flatMap(shownSums)
  const found = sums.map((sum) => {
    const layers = tree.parts.get(sum.measure) ?? []
    const own = coarseCells(audit.fine, cells, sum.cells)
    const inside = new Int32Array(own.length * layers.length)
    let count = 0
    for (const cell of own) {
      const first = (firstOf[cell] ?? 0) * depth
      for (const layer of layers) {
        const id = ids[first + layer] ?? -1
        if (id < 0) continue
        inside[count] = id
        count += 1
      }
    }
    return inside.subarray(0, count)
  })
  const { classes, groups } = columnClasses({ width: parts.length, groups: found })
  const columns = classes.map((members) => members.map((id) => parts[id] ?? -1))
  const isCrowd = (part: number): boolean => sizes[part % depth]?.[Math.floor(part / depth)] === crowd.enough
  return {
    tree,
    cells,
    columns,
    // Of a single part it is known: only several together have to be counted.
    isLarge: columns.map(
      (own) => own.some(isCrowd) || (own.length > 1 && isLargeColumn(audit, { tree, cells }, own)),
    ),
    groups: sums.flatMap((sum, index) => {
      const own = groups[index] ?? []
      return own.length > 0 ? [{ sum, columns: own }] : []
    }),
  }
}

/** By cell, its place among those of its calendar quarter. */
const placesOf = new WeakMap<FineCells, Int32Array>()

function placesInQuarters(cells: FineCells): Int32Array {
  const before = placesOf.get(cells)
  if (before !== undefined) return before
  const places = new Int32Array(cells.count)
  for (const [period, inside] of cells.byPeriod) {
    if (period.endsWith(' 3')) for (const [place, cell] of inside.entries()) places[cell] = place
  }
  placesOf.set(cells, places)
  return places
}
