import type { Dimension, Fact } from '../../../src/cubes/cube.ts'
import type { PersonRows } from '../ledger/ledger.ts'
import { calendarQuarter } from './calendarQuarter.ts'

/** A fact's rows by person, arranged by cell: month and values of all its dimensions, or of some. */
export interface FineCells {
  readonly fact: Fact
  readonly rows: PersonRows
  /** Number of cells. */
  readonly count: number
  /** By cell: its month, `2026-03`. */
  readonly months: readonly string[]
  /** Cells by period, as `2026-03 1` (a month) and `2026-01 3` (a calendar quarter). */
  readonly byPeriod: ReadonlyMap<string, readonly number[]>
  /** By row: its cell. */
  readonly cellOf: Int32Array
  /** Rows of cell `c` are `order[start[c]]` up to, without, `order[start[c + 1]]`. */
  readonly start: Int32Array
  readonly order: Int32Array
}

/**
 * Arranges the rows; they may come in any order. `by` are the dimensions that tell cells apart, all if left
 * out. Throws if a row's month or value has no name.
 */
export function fineCells(fact: Fact, rows: PersonRows, by: readonly Dimension[] = rows.cut): FineCells {
  const ids = new Map<number, number>()
  const cellOf = new Int32Array(rows.person.length)
  const monthNames = rows.monthNames.map((name) => name.slice(0, 7))
  const months: string[] = []
  const values = rows.values.filter((_, place) => by.some((name) => name === rows.cut[place]))
  for (let row = 0; row < cellOf.length; row += 1) {
    let code = rows.month[row] ?? -1
    for (const { names, codes } of values) code = code * names.length + (codes[row] ?? -1)
    let id = ids.get(code)
    if (id === undefined) {
      id = ids.size
      ids.set(code, id)
      months.push(nameOf(monthNames, rows.month[row]))
      for (const { names, codes } of values) nameOf(names, codes[row])
    }
    cellOf[row] = id
  }
  return { fact, rows, count: ids.size, months, byPeriod: periods(months), ...arrange(cellOf, ids.size) }
}

/** A cell's value for each dimension of the rows: that of its first row. */
export function valuesOf({ rows, start, order }: FineCells, cell: number): (string | number)[] {
  const row = order[start[cell] ?? -1] ?? -1
  return rows.values.map(({ names, codes }) => nameOf(names, codes[row]))
}

function periods(months: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [cell, month] of months.entries()) {
    for (const period of [`${month} 1`, `${calendarQuarter(month)} 3`]) {
      const cells = found.get(period)
      if (cells === undefined) found.set(period, [cell])
      else cells.push(cell)
    }
  }
  return found
}

function nameOf<T extends string | number>(names: readonly T[], code: number | undefined): T {
  const name = names[code ?? -1]
  if (name === undefined) throw new Error('row without a name for its month or value')
  return name
}

/** Rows in the order of their cells. */
function arrange(cellOf: Int32Array, count: number): Pick<FineCells, 'cellOf' | 'start' | 'order'> {
  const start = new Int32Array(count + 1)
  for (const cell of cellOf) start[cell + 1] = (start[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < count; cell += 1) start[cell + 1] = (start[cell + 1] ?? 0) + (start[cell] ?? 0)
  const next = start.slice()
  const order = new Int32Array(cellOf.length)
  for (let row = 0; row < cellOf.length; row += 1) {
    const cell = cellOf[row] ?? 0
    order[next[cell] ?? 0] = row
    next[cell] = (next[cell] ?? 0) + 1
  }
  return { cellOf, start, order }
}
