import type { Merge } from '../../google/googleApi.ts'
import type { Cell, Row } from '../sources/source.ts'

/**
 * The first rows of a tab with the text of merged cells in all of them that name something: downwards
 * always; across only over two columns or more that have names of their own below, so that one wide header
 * cell does not become two equal headers.
 */
export function unfoldMerges(rows: readonly Row[], merges: readonly Merge[] = []): Row[] {
  const unfolded = rows.map((row) => [...row])
  for (const merge of merges) {
    const text = rows[merge.startRow]?.[merge.startColumn]
    if (typeof text !== 'string') continue
    const endColumn = isGroup(merge, rows) ? merge.endColumn : merge.startColumn + 1
    for (const row of unfolded.slice(merge.startRow, merge.endRow)) {
      for (let column = merge.startColumn; column < endColumn; column++) fill(row, column, text)
    }
  }
  return unfolded
}

function isGroup({ endRow, startColumn, endColumn }: Merge, rows: readonly Row[]): boolean {
  const below = rows[endRow]?.slice(startColumn, endColumn) ?? []
  return below.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length >= 2
}

/** What stands there already stays; a short row is lengthened. */
function fill(row: Cell[], column: number, text: string): void {
  while (row.length <= column) row.push(null)
  row[column] ??= text
}
