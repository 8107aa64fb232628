import { cellData } from '../../../scripts/status/cellData.ts'
import type { StatusCell, StatusRow, StatusSheet } from '../../../scripts/status/statusSheet.ts'

/** A sheet as lines of text, for goldens: cells by `|`, links in brackets, blank rows kept. */
export function shownSheet({ rows }: StatusSheet): string {
  return rows.map(shownRow).join('\n')
}

export function shownRow(row: StatusRow): string {
  return row.map(shownCell).join(' | ')
}

function shownCell(cell: StatusCell | null): string {
  if (cell === null) return ''
  const { userEnteredValue, userEnteredFormat, dataValidation } = cellData(cell)
  const link = userEnteredFormat?.textFormat?.link?.uri
  const words =
    userEnteredValue?.stringValue ?? userEnteredValue?.numberValue?.toString() ?? (dataValidation ? '▾' : '')
  return link ? `${words} [${link.replace('https://docs.google.com/spreadsheets/d/', '')}]` : words
}
