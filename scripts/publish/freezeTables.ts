import { Temporal } from 'temporal-polyfill'
import type { CubeTable, CubeValue, Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { SyncError } from '../errors/SyncError.ts'

/** What was published last, and up to when its running month counts. */
export interface FrozenTables {
  /** Civil date up to which the rows of the running month counted when they were last published. */
  readonly asOf: string
  readonly tables: readonly CubeTable[]
}

/** The running month is published anew after this many days at the earliest. */
const refreshDays = 7

/**
 * What may be published now, given what was published last: two publications of one month must not tell a
 * day's few patients apart. Until a month closes, sums of closed months stay as they were published, and
 * the running month's are taken anew once a week; when it closes, everything is. Sums that are nobody's
 * (expenses, budgets, duties) are always new. Throws `SyncError` if the as-of date goes back.
 */
export function freezeTables(
  next: FrozenTables,
  frozen: FrozenTables | null,
): FrozenTables & { readonly isHeld: boolean } {
  if (frozen === null || monthOf(frozen.asOf) < monthOf(next.asOf)) return { ...next, isHeld: false }
  if (next.asOf < frozen.asOf) {
    throw new SyncError(
      `Numbers up to ${frozen.asOf} are published already; this run would publish those up to ${next.asOf}.`,
      'Take "as_of" out of the config, or set it to a later date. The last good bundle is untouched.',
    )
  }
  const isDue = daysBetween(frozen.asOf, next.asOf) >= refreshDays
  const running = `${monthOf(next.asOf)}-01`
  const known = new Map(frozen.tables.map((table) => [table.cube.name, table]))
  const tables = next.tables.map((table) => {
    const before = known.get(table.cube.name)
    if (before === undefined || !isPeoples(table) || !sameColumns(table, before)) return table
    return isDue ? joinRows(before, table, running) : before
  })
  return { asOf: isDue ? next.asOf : frozen.asOf, tables, isHeld: true }
}

/** Closed months of the one table, the running month of the other. */
function joinRows(closed: CubeTable, open: CubeTable, running: string): CubeTable {
  const isRunning = (table: CubeTable, row: number) =>
    table.columns.month?.[row] === running && table.columns.months?.[row] === 1
  const kept = positions(closed, (row) => !isRunning(closed, row))
  const added = positions(open, (row) => isRunning(open, row))
  const rows = [...kept.map((row) => ({ table: closed, row })), ...added.map((row) => ({ table: open, row }))]
  const columns = closed.cube.columns.map(
    ({ name }) =>
      [name, rows.map(({ table, row }): CubeValue => table.columns[name]?.[row] ?? null)] as const,
  )
  return { cube: closed.cube, rowCount: rows.length, columns: Object.fromEntries(columns) }
}

function positions(table: CubeTable, wanted: (row: number) => boolean): number[] {
  return Array.from({ length: table.rowCount }, (_, row) => row).filter(wanted)
}

function isPeoples({ cube }: CubeTable): boolean {
  const fact: Fact = facts[cube.fact as FactName]
  return fact.people !== null || fact.follows !== undefined
}

/** A release that publishes other columns starts anew. */
function sameColumns(a: CubeTable, b: CubeTable): boolean {
  return JSON.stringify(a.cube.columns) === JSON.stringify(b.cube.columns)
}

function monthOf(day: string): string {
  return day.slice(0, 7)
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}
