import type { Health } from '../../../../src/bundle/bundle.ts'
import type { Reject } from '../../intake.ts'
import { columnLetter } from '../../../a1/columnLetter.ts'
import type { Tab } from '../../sources/source.ts'
import { unknownValue } from '../casts/choiceCast.ts'
import type { RowProblem } from '../rows/StagedRows.ts'

/** The quarantine of one tab. */
export class RejectLog {
  readonly rejects: Reject[] = []
  /** Rows rejected for more than a value that no map knows, which is a refusal of its own. */
  rowsAtFault = 0
  readonly #tab: Tab

  constructor(tab: Tab) {
    this.#tab = tab
  }

  /** All problems of one row. */
  add(row: number, problems: readonly RowProblem[]): void {
    const { workbook, name } = this.#tab
    if (problems.some(({ rule }) => rule !== unknownValue)) this.rowsAtFault++
    for (const { column, field, rule, fix } of problems) {
      const at = this.#tab.origin?.(row, column) ?? { row, column }
      const letter = at.column === null ? null : columnLetter(at.column)
      this.rejects.push({ workbook, tab: name, row: at.row, column: letter, field, rule, fix })
    }
  }
}

/** Rejects by tab, column and rule; rows counted once a group. */
export function groupRejects(rejects: readonly Reject[]): Health['rejected'] {
  const groups = Map.groupBy(rejects, ({ workbook, tab, column, field, rule }) =>
    JSON.stringify([workbook, tab, column, field, rule]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { tab, column, field, rule, fix } = first
    return [{ tab, column, field, rule, fix, rows: new Set(group.map(({ row }) => row)).size }]
  })
}
