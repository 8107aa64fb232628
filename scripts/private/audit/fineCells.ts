import type { Fact } from '../../../src/cubes/cube.ts'
import type { PersonRows } from '../ledger/ledger.ts'
import { calendarQuarter } from './calendarQuarter.ts'

/** A fact's rows by person, at all of its dimensions, arranged by cell (month and values). */
export interface FineCells {
  readonly fact: Fact
  readonly rows: PersonRows
  /** Number of cells. */
  readonly count: number
  /** By cell: its month (or its quarter's first), `2026-03`. */
  readonly months: readonly string[]
  /** Cells by period, as `2026-03 1` (a month) and `2026-01 3` (a calendar quarter). */
  readonly byPeriod: ReadonlyMap<string, readonly number[]>
  /** By cell: its value for each dimension of the fact. */
  readonly values: readonly (readonly (string | number)[])[]
  /** Rows of cell `c` are `order[start[c]]` up to, without, `order[start[c + 1]]`. */
  readonly start: Int32Array
  readonly order: Int32Array
}

/** Arranges the rows; they may come in any order. Throws if a row's month or value has no name. */
export function fineCells(fact: Fact, rows: PersonRows): FineCells {
  const ids = new Map<number, number>()
  const cellOf = new Int32Array(rows.person.length)
  const months: string[] = []
  const values: (string | number)[][] = []
  for (let row = 0; row < cellOf.length; row += 1) {
    let code = rows.month[row] ?? -1
    for (const { names, codes } of rows.values) code = code * names.length + (codes[row] ?? -1)
    let id = ids.get(code)
    if (id === undefined) {
      id = ids.size
      ids.set(code, id)
      months.push(nameOf(rows.monthNames, rows.month[row]).slice(0, 7))
      values.push(rows.values.map(({ names, codes }) => nameOf(names, codes[row])))
    }
    cellOf[row] = id
  }
  return {
    fact,
    rows,
    count: ids.size,
    months,
    values,
    byPeriod: periods(months),
    ...arrange(cellOf, ids.size),
  }
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
function arrange(cellOf: Int32Array, count: number): Pick<FineCells, 'start' | 'order'> {
  const start = new Int32Array(count + 1)
  for (const cell of cellOf) start[cell + 1] = (start[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < count; cell += 1) start[cell + 1] = (start[cell + 1] ?? 0) + (start[cell] ?? 0)
  const next = start.slice()
  const order = new Int32Array(cellOf.length)
  for (const [row, cell] of cellOf.entries()) {
    order[next[cell] ?? 0] = row
    next[cell] = (next[cell] ?? 0) + 1
  }
  return { start, order }
}
