import type { Finding } from './auditReport.ts'
import { columnClasses } from './columnClasses.ts'
import { shownSums, type FactAudit } from './factAudit.ts'
import type { Layer } from './layer.ts'
import type { MeasureTree } from './measureTrees.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'

/** What is published of one tree of measures in one calendar quarter, as sets of columns. */
export interface GroupPool {
  readonly quarter: string
  /** What the same published sums hold, taken together: nothing tells it apart. */
  readonly columns: readonly (readonly Part[])[]
  readonly groups: readonly PublishedGroup[]
}

/** A fine cell's layer that somebody has a part in. */
export interface Part {
  readonly cell: number
  readonly layer: number
}

/** A published sum and its columns, ascending. */
export interface PublishedGroup {
  readonly sum: PublishedSum
  readonly columns: readonly number[]
}

/** The pool of a quarter's slices. Groups of nobody are left out. */
export function groupPool(
  { fine }: FactAudit,
  { tree, quarter, slices }: { tree: MeasureTree; quarter: string; slices: readonly Slice[] },
): GroupPool {
  const parts: Part[] = []
  const depth = tree.layers.length
  const cells = fine.byPeriod.get(`${quarter} 3`) ?? []
  const ids = new Int32Array(cells.length * depth).fill(-1)
  const busy = tree.layers.map((layer) => busyCells(fine, layer))
  for (const [place, cell] of cells.entries()) {
    for (let layer = 0; layer < depth; layer += 1) {
      if (busy[layer]?.[cell] !== 1) continue
      ids[place * depth + layer] = parts.push({ cell, layer }) - 1
    }
  }
  const places = placesInQuarters(fine)
  const sums = slices.flatMap(shownSums)
  const found = sums.map((sum) => {
    const layers = tree.parts.get(sum.measure) ?? []
    const inside: number[] = []
    for (const cell of sum.cells) {
      const place = places[cell] ?? -1
      for (const layer of layers) {
        const id = ids[place * depth + layer] ?? -1
        if (id >= 0) inside.push(id)
      }
    }
    return inside
  })
  const { classes, groups } = columnClasses({ width: parts.length, groups: found })
  return {
    quarter,
    columns: classes.map((members) => members.flatMap((id) => parts[id] ?? [])),
    groups: sums.flatMap((sum, index) => {
      const columns = groups[index] ?? []
      return columns.length > 0 ? [{ sum, columns }] : []
    }),
  }
}

/** By cell, its place among those of its calendar quarter. */
const placesOf = new WeakMap<FactAudit['fine'], Int32Array>()

function placesInQuarters(fine: FactAudit['fine']): Int32Array {
  const before = placesOf.get(fine)
  if (before !== undefined) return before
  const places = new Int32Array(fine.count)
  for (const [period, cells] of fine.byPeriod) {
    if (period.endsWith(' 3')) for (const [place, cell] of cells.entries()) places[cell] = place
  }
  placesOf.set(fine, places)
  return places
}

/** By cell, whether somebody has a part in a layer; the same while the rows are. */
const known = new WeakMap<Layer, Uint8Array>()

function busyCells(fine: FactAudit['fine'], layer: Layer): Uint8Array {
  const before = known.get(layer)
  if (before !== undefined) return before
  const busy = new Uint8Array(fine.count)
  for (let cell = 0; cell < fine.count; cell += 1) if (isBusy(fine, cell, layer.amounts)) busy[cell] = 1
  known.set(layer, busy)
  return busy
}

function isBusy({ start, order }: FactAudit['fine'], cell: number, amounts: Layer['amounts']): boolean {
  for (let index = start[cell] ?? 0; index < (start[cell + 1] ?? 0); index += 1) {
    if (amounts[order[index] ?? -1] !== 0) return true
  }
  return false
}

/** What a pool's columns are counted with. */
export interface PoolWork {
  readonly tree: MeasureTree
  readonly pool: GroupPool
  /** By column, whether enough people have a part in it. */
  readonly isLarge: readonly boolean[]
}

/** A pool with what is asked of its columns again and again. */
export function poolWork(audit: FactAudit, found: Omit<PoolWork, 'isLarge'>): PoolWork {
  return { ...found, isLarge: found.pool.columns.map((_, column) => isLargeGroup(audit, found, [column])) }
}

/** How many people have a part in a group of columns, counted until they are enough to be shown. */
export interface PoolGroup {
  readonly people: number
  /** Whether they are too few, but not nobody. */
  readonly isSmall: boolean
}

/** Counts the people of a group of columns. */
export function countGroup(audit: FactAudit, work: PoolWork, group: Iterable<number>): PoolGroup {
  const isSmall = !isLargeGroup(audit, work, group) && audit.tally.isSmall(audit.rule)
  return { people: audit.tally.people, isSmall }
}

/** Whether enough people have a part in a group of columns: those with more columns are large too. */
export function isLargeGroup(
  audit: FactAudit,
  { tree, pool }: Omit<PoolWork, 'isLarge'>,
  group: Iterable<number>,
): boolean {
  const { tally, fine, rule } = audit
  tally.start()
  for (const id of group) {
    for (const part of pool.columns[id] ?? []) {
      const layer = tree.layers[part.layer]
      if (layer === undefined) throw new Error('unknown layer')
      tally.add(fine, part.cell, layer)
      if (tally.people >= rule.least) return true
    }
  }
  return false
}

/** A finding once, however many trees it was found in. */
export function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()]
}
