import { fieldOfHeader } from '../../recognise/headerFields.ts'
import { headerKey } from '../../recognise/normaliseHeader.ts'
import type { Cell, Row } from '../../sources/source.ts'
import type { RawRows } from './castRows.ts'
import type { RowProblem, StagedRows } from './StagedRows.ts'
import type { TabPlan } from './tabPlan.ts'

/** So many names of columns in a row make it a header; fewer may be words of a data row. */
const fewestNames = 3

const headerRule = 'a header that differs from the first'
const belowRule = 'below a header that differs from the first'

/**
 * Finds a header further down that has other columns, or the same in another order: a second table, or a page that was
 * exported otherwise. What stands below it cannot be read by the first header, even where every cell would pass, so all
 * of it is rejected.
 */
export class SecondHeader {
  readonly #plan: TabPlan
  readonly #own: ReadonlyMap<string, readonly string[]>
  /** Its row number, once it was met. */
  #row: number | null = null

  constructor(plan: TabPlan) {
    this.#plan = plan
    const { columns } = plan.recognised
    this.#own = new Map(
      [...Map.groupBy(columns, ({ header }) => headerKey(header))].map(([key, same]) => [
        key,
        same.map(({ field }) => field),
      ]),
    )
  }

  /** Rejects the header and what is below it; only a row that could not be read can be one. */
  reject(staged: StagedRows, { rows, numbers }: RawRows): void {
    for (const [position, number] of numbers.entries()) {
      if (this.#row !== null) staged.reject(position, this.#problem(belowRule))
      else if (staged.problems.has(position) && this.#isOther(rows[position] ?? [])) {
        this.#row = number
        staged.reject(position, this.#problem(headerRule))
      }
    }
  }

  #problem(rule: string): RowProblem {
    const { headerRow } = this.#plan.recognised
    const where = rule === belowRule && this.#row !== null ? ` in row ${this.#row}` : ''
    const fix = `Move the rows below the second header${where} to a tab of their own, or under the columns of row ${headerRow}.`
    return { column: null, field: null, rule, fix }
  }

  /** Names of at least three fields, most of what stands in the row, and another over some column than the first header's. */
  #isOther(row: Row): boolean {
    const filled = row.flatMap((cell, index) =>
      isFilled(cell) ? [{ index, fields: this.#fieldsOf(cell) }] : [],
    )
    const named = filled.filter(({ fields }) => fields.length > 0)
    const names = new Set(named.map(({ fields }) => fields.join()))
    if (names.size < fewestNames || named.length * 2 < filled.length) return false
    return this.#plan.recognised.columns.some(
      ({ field, index }) =>
        isFilled(row[index] ?? null) && !this.#fieldsOf(row[index] ?? null).includes(field),
    )
  }

  #fieldsOf(cell: Cell): readonly string[] {
    if (typeof cell !== 'string') return []
    const own = this.#own.get(headerKey(cell))
    if (own) return own
    const match = fieldOfHeader(this.#plan.recognised.dataset, cell, new Map())
    return match ? [match.field] : []
  }
}

function isFilled(cell: Cell): boolean {
  return cell !== null && (typeof cell !== 'string' || cell.trim() !== '')
}
