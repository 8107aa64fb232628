import type { AuditMemory } from './AuditMemory.ts'
import type { Finding, SumName } from './auditReport.ts'
import { checkBetweenTables } from './checkBetweenTables.ts'
import { finding, type FactAudit } from './factAudit.ts'
import { columnKinds } from './columnClasses.ts'
import { coarseCell } from './coarseCells.ts'
import { countGroup } from './countGroup.ts'
import { fineCells, valuesOf, type FineCells } from './fineCells.ts'
import { groupPool, type GroupPool } from './groupPool.ts'
import { measureTrees, type MeasureTree } from './measureTrees.ts'
import { isOfParts, withoutParts } from './paymentParts.ts'
import { partOf } from './partOf.ts'
import type { PublishedSum, Slice } from './publishedSums.ts'
import { smallSetsInSpan } from './smallSetsInSpan.ts'
import { sumToMerge } from './sumToMerge.ts'
import { swappable } from './swappable.ts'

/**
 * Checks what follows from the published sums of a fact in one calendar quarter taken together, over the
 * cells that are not empty: what one sum and the sums of another table that lie within it, or around it, leave
 * over, and every set of one to three cells whose sum is a combination of published ones.
 */
export function checkDerived(audit: FactAudit, options: DerivedOptions): Finding[] {
  // Without parts of payments first: taken apart by them, a set of three cells is one of many, and is not asked.
  const older = derivedOf(withoutParts(audit), { ...options, isOlder: true })
  if (older.length > 0 || !audit.slices.some(({ measure }) => isOfParts(audit.fact.name, measure)))
    return older
  return derivedOf(audit, options)
}

function derivedOf(audit: FactAudit, options: DerivedOptions & { readonly isOlder?: true }): Finding[] {
  const found = measureTrees(audit).flatMap((tree, index) => {
    const slices = audit.slices.filter(({ measure }) => tree.parts.has(measure))
    const asked: Asked = { ...options, tree, name: `${String(index)}${options.isOlder ? '' : ' with parts'}` }
    const pairs = pairsOfTables(slices)
    if (pairs.length === 0) return fromTables(audit, asked, slices)
    const near = pairs.flatMap((pair) =>
      fromTables(audit, { ...asked, name: `${asked.name} ${pair.name}`, isNew: pair.isNew }, pair.slices),
    )
    // All tables together take long: they are asked once nothing else is left.
    return near.length > 0 ? near : fromTables(audit, { ...asked, isLast: true }, slices)
  })
  return distinct(found)
}

interface Asked extends DerivedOptions {
  readonly tree: MeasureTree
  /** Of the tree, and of the two tables. */
  readonly name: string
  /** Whether two tables at a time have been asked before. */
  readonly isLast?: true
  /** Which tables no pair before has asked against each other; all if left out. */
  readonly isNew?: (one: string, other: string) => boolean
}

/** What follows from the slices of some tables; they are not asked again while they show the same. */
function fromTables(audit: FactAudit, asked: Asked, slices: readonly Slice[]): Finding[] {
  const { memory, quarter, tree, name, isLast, isNew } = asked
  const tables = [...new Set(slices.map(({ table }) => table))]
  const key = ['derived', audit.fact.name, name, quarter, ...tables].join(' ')
  return memory.recall(key, [audit.fine, slices.map(({ text }) => text).join('\n')], () => {
    const cells = cellsOf(audit, slices, memory)
    const pool = groupPool(audit, { tree, quarter, slices, cells })
    return [...(isLast ? [] : checkBetweenTables(audit, pool, isNew)), ...derived(audit, pool)]
  })
}

/** The cells that the tables of some slices tell apart, whatever is merged in them. */
function cellsOf({ fact, fine }: FactAudit, slices: readonly Slice[], memory: AuditMemory): FineCells {
  const by = fine.rows.cut.filter((dimension) => slices.some(({ cut }) => cut.includes(dimension)))
  if (by.length === fine.rows.cut.length) return fine
  return memory.recall(['cells', fact.name, 'by', ...by].join(' '), [fine], () =>
    fineCells(fact, fine.rows, by),
  )
}

export interface DerivedOptions {
  /** The first month of the quarter that all slices of the audit are of. */
  readonly quarter: string
  /** What was found while the same sums were shown. */
  readonly memory: AuditMemory
}

interface Pair {
  /** Its place among the pairs. */
  readonly name: string
  readonly slices: readonly Slice[]
  readonly isNew: (one: string, other: string) => boolean
}

/**
 * The slices of two tables at a time, with the whole practice's: these tell fewer cells apart than all tables
 * together, so that more of what follows from them is a set of three. None where there are no more than two.
 * What one table, or one and the practice's, leave over is asked in the first pair that has it: which cells the
 * other tells apart does not matter to that.
 */
function pairsOfTables(slices: readonly Slice[]): Pair[] {
  const tables = [...new Set(slices.filter(({ cut }) => cut.length > 0).map(({ table }) => table))]
  if (tables.length < 3) return []
  return tables.flatMap((a, index) =>
    tables.slice(index + 1).map((b, place): Pair => {
      const isOf = (table: string): boolean => table === a || table === b
      const isAcross = (one: string, other: string): boolean => one !== other && isOf(one) && isOf(other)
      return {
        name: `${String(index)} ${String(place)}`,
        slices: slices.filter(({ table, cut }) => cut.length === 0 || isOf(table)),
        // Pairs of the first table come first, and of those the one with the second.
        isNew: (one, other) =>
          isAcross(one, other) || (index === 0 && (place === 0 || one === b || other === b)),
      }
    }),
  )
}

function derived(audit: FactAudit, pool: GroupPool): Finding[] {
  const { fine, fact } = audit
  const { tree, cells, columns, groups, isLarge } = pool
  const isOutside = swappableIn(pool)
  const sets = smallSetsInSpan(
    groups.map((group) => group.columns),
    (set) => countGroup(audit, pool, set).isSmall,
    (column) => isLarge[column] === true || isOutside[column] === true,
  )
  return sets.flatMap(({ columns: set, groups: from }) => {
    const { people } = countGroup(audit, pool, set)
    const involved = from.flatMap((group) => groups[group]?.sum ?? [])
    const parts = set.flatMap((id) => columns[id] ?? []).map((part) => partOf(tree, part))
    const inside = new Set(parts.map(({ cell }) => cell))
    const isNear = (sum: PublishedSum): boolean =>
      sum.cells.some((cell) => inside.has(coarseCell(fine, cells, cell)))
    const [first] = parts
    if (first === undefined) return []
    const about: SumName = {
      table: fact.name,
      month: cells.months[first.cell] ?? '',
      months: 1,
      values: valuesOf(cells, first.cell),
      measure: tree.layers[first.layer]?.name ?? '',
    }
    const newer = involved.filter(({ measure }) => isOfParts(fact.name, measure))
    const merge = sumToMerge(audit, newer) ?? sumToMerge(audit, involved, isNear)
    return [finding(fact, 'rank', { sum: about, people, merge })]
  })
}

/** By column, whether no set of three has it; known where there are just two tables besides the practice's. */
function swappableIn({ columns, groups, isLarge }: GroupPool): boolean[] {
  const tables = [...new Set(groups.flatMap(({ sum }) => (sum.values.length > 0 ? sum.table : [])))]
  if (tables.length !== 2) return []
  const [one, other] = tables.map((table) => {
    const own = groups.filter(
      ({ sum }) => sum.table === table || (sum.values.length === 0 && table === tables[0]),
    )
    return columnKinds({ width: columns.length, groups: own.map((group) => group.columns) })
  })
  // Large ones are in no set that matters anyway.
  const isAsked = (column: number): boolean => isLarge[column] !== true
  return one === undefined || other === undefined ? [] : swappable(one, other, isAsked)
}

/** A finding once, however many trees it was found in. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()]
}
