import type { Cell, Row } from '../../sources/source.ts'
import type { TabPlan } from './tabPlan.ts'

/** Fields that stand only on the first row of their group, or on a row of their own above it. */
export class FillDown {
  readonly #columns: readonly number[]
  readonly #last = new Map<number, Cell>()

  constructor({ recognised, fields }: TabPlan) {
    this.#columns = fields
      .filter(({ field }) => recognised.fillDown.includes(field))
      .flatMap(({ column }) => (column === null ? [] : [column]))
  }

  /** A row that is no data: its only filled cell may name the group below. */
  heading(row: Row): void {
    const filled = row.flatMap((cell, index) => (isBlank(cell) ? [] : [index]))
    const [index] = filled
    if (index === undefined || filled.length > 1 || !this.#columns.includes(index)) return
    this.#last.set(index, row[index] ?? null)
  }

  /** The row with the blanks of such fields filled from the last row that had them. */
  data(row: Row): Row {
    if (this.#columns.length === 0) return row
    const filled = [...row]
    for (const index of this.#columns) {
      const cell = row[index] ?? null
      if (isBlank(cell)) filled[index] = this.#last.get(index) ?? null
      else this.#last.set(index, cell)
    }
    return filled
  }
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}
