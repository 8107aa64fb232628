import type { Finding } from './auditReport.ts'
import { shownSums, type FactAudit } from './factAudit.ts'
import type { MeasureTree } from './measureTrees.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'

/** What is published of one tree of measures in one calendar quarter, as sets of columns. */
export interface GroupPool {
  readonly quarter: string
  /** A fine cell's layer that somebody has a part in. */
  readonly columns: readonly { readonly cell: number; readonly layer: number }[]
  readonly groups: readonly PublishedGroup[]
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
  const columns: { cell: number; layer: number }[] = []
  const depth = tree.layers.length
  const ids = new Int32Array(fine.count * depth).fill(-1)
  for (const cell of fine.byPeriod.get(`${quarter} 3`) ?? []) {
    for (const [layer, { amounts }] of tree.layers.entries()) {
      if (!isBusy(fine, cell, amounts)) continue
      ids[cell * depth + layer] = columns.push({ cell, layer }) - 1
    }
  }
  const groups = slices.flatMap(shownSums).map((sum) => {
    const found: number[] = []
    for (const cell of sum.cells) {
      for (const layer of tree.parts.get(sum.measure) ?? []) {
        const id = ids[cell * depth + layer] ?? -1
        if (id >= 0) found.push(id)
      }
    }
    return { sum, columns: found.sort((a, b) => a - b) }
  })
  return { quarter, columns, groups: groups.filter((group) => group.columns.length > 0) }
}

function isBusy({ start, order }: FactAudit['fine'], cell: number, amounts: Float64Array): boolean {
  for (let index = start[cell] ?? 0; index < (start[cell + 1] ?? 0); index += 1) {
    if (amounts[order[index] ?? -1] !== 0) return true
  }
  return false
}

/** Puts a pool's columns into the tally until the group is large enough; says whether it is small. */
export function isSmallGroup(
  audit: FactAudit,
  { tree, pool: { columns } }: { tree: MeasureTree; pool: GroupPool },
  group: Iterable<number>,
): boolean {
  const { tally, fine, rule } = audit
  tally.start()
  for (const id of group) {
    const column = columns[id]
    const layer = tree.layers[column?.layer ?? -1]
    if (column === undefined || layer === undefined) throw new Error('unknown column')
    tally.add(fine, column.cell, layer)
    if (tally.people >= rule.least) return false
  }
  return tally.isSmall(rule)
}

/** A finding once, however many trees it was found in. */
export function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()]
}
