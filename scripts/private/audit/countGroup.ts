import type { FactAudit } from './factAudit.ts'
import type { GroupPool } from './groupPool.ts'
import { partOf } from './partOf.ts'

/** How many people have a part in a group of columns, counted until they are enough to be shown. */
export interface PoolGroup {
  readonly people: number
  /** Whether they are too few, but not nobody. */
  readonly isSmall: boolean
}

/** Counts the people of a group of a pool's columns. */
export function countGroup(audit: FactAudit, pool: GroupPool, group: Iterable<number>): PoolGroup {
  const isSmall = !isLargeGroup(audit, pool, group) && audit.tally.isSmall(audit.rule)
  return { people: audit.tally.people, isSmall }
}

/** Whether enough people have a part in a group of columns: those with more columns are large too. */
export function isLargeGroup(audit: FactAudit, pool: GroupPool, group: Iterable<number>): boolean {
  audit.tally.start()
  for (const id of group) if (isEnough(audit, pool, pool.columns[id] ?? [])) return true
  return false
}

/** Whether enough people have a part in one column. */
export function isLargeColumn(
  audit: FactAudit,
  pool: Pick<GroupPool, 'tree' | 'cells'>,
  column: readonly number[],
): boolean {
  audit.tally.start()
  return isEnough(audit, pool, column)
}

/** Adds a column's people to those counted so far, until there are enough. */
function isEnough(
  { tally, rule }: FactAudit,
  pool: Pick<GroupPool, 'tree' | 'cells'>,
  column: readonly number[],
): boolean {
  for (const part of column) {
    const { cell, layer: place } = partOf(pool.tree, part)
    const layer = pool.tree.layers[place]
    if (layer === undefined) throw new Error('unknown layer')
    tally.add(pool.cells, cell, layer)
    if (tally.people >= rule.least) return true
  }
  return false
}
