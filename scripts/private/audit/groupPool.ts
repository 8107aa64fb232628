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
  const ids = new Int32Array(fine.count * depth).fill(-1)
  for (const cell of fine.byPeriod.get(`${quarter} 3`) ?? []) {
    for (const [layer, { amounts }] of tree.layers.entries()) {
      if (!isBusy(fine, cell, amounts)) continue
      ids[cell * depth + layer] = parts.push({ cell, layer }) - 1
    }
  }
  const sums = slices.flatMap(shownSums)
  const found = sums.map((sum) => {
    const layers = tree.parts.get(sum.measure) ?? []
    const inside: number[] = []
    for (const cell of sum.cells) {
      for (const layer of layers) {
        const id = ids[cell * depth + layer] ?? -1
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
export function isLargeGroup(audit: FactAudit, { tree, pool }: PoolWork, group: Iterable<number>): boolean {
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
