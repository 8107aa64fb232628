import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Row } from '../sources/source.ts'
import { cellFit } from './cellFit.ts'
import type { Column } from './mapColumns.ts'

/** Fewer cells say nothing of a column. */
const fewestCells = 3

/** Columns whose header says one thing and most of whose cells another: a header `Date` over amounts. */
export function doubtfulColumns(
  rows: readonly Row[],
  found: { readonly dataset: Dataset; readonly headerRow: number; readonly columns: readonly Column[] },
): Column[] {
  const contract = contracts[found.dataset]
  return found.columns.filter(({ field, index, means }) => {
    if (means !== undefined || contract.fields[field]?.required !== true) return false
    const { filled, fitting } = cellFit(rows, { headerRow: found.headerRow, index }, { contract, field })
    return filled >= fewestCells && fitting * 2 < filled
  })
}
