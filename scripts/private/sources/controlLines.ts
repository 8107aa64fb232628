import { headerSearchRows } from '../recognise/headerRows.ts'
import { headerKey } from '../recognise/normaliseHeader.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Cell, Row, Tab } from './source.ts'

/** What a control tab says of one column of a tab. */
export interface ControlLine {
  /** Title of the tab. */
  readonly tab: string
  /** Its header. */
  readonly column: string
  /** Null is not to be checked. */
  readonly cells: number | null
  readonly sum: number | null
  /** The control tab as messages name it, and the line's row in it. */
  readonly label: string
  readonly row: number
}

interface ControlLines {
  readonly lines: readonly ControlLine[]
  readonly warnings: readonly string[]
}

const names = ['tab', 'column', 'cells', 'sum'] as const
type Columns = Readonly<Record<(typeof names)[number], number>>

/** The lines of a control tab, and why others cannot be checked. */
export async function readControl(control: Tab): Promise<ControlLines> {
  const label = tabLabel(control)
  const lines: ControlLine[] = []
  const warnings: string[] = []
  let columns: Columns | null = null
  let row = 0
  for await (const batch of control.rows()) {
    for (const cells of batch) {
      row += 1
      if (columns === null) {
        if (row <= headerSearchRows) columns = columnsOf(cells)
        continue
      }
      const line = toLine(cells, columns, { label, row })
      if (typeof line === 'string') warnings.push(line)
      else if (line !== null) lines.push(line)
    }
  }
  if (columns === null && row > 0) {
    warnings.push(
      `Tab ${label} has no header row with tab, column, cells and sum; nothing was checked by it.`,
    )
  }
  return { lines, warnings }
}

/** Where the columns are, if this row is the header. */
function columnsOf(row: Row): Columns | null {
  const keys = row.map((cell) => (typeof cell === 'string' ? headerKey(cell) : ''))
  const [tab, column, cells, sum] = names.map((name) => keys.indexOf(name))
  if (tab === undefined || column === undefined || cells === undefined || sum === undefined) return null
  return tab < 0 || column < 0 || (cells < 0 && sum < 0) ? null : { tab, column, cells, sum }
}

function toLine(
  row: Row,
  columns: Columns,
  place: { readonly label: string; readonly row: number },
): ControlLine | string | null {
  const [tab = null, column = null, cells = null, sum = null] = names.map((name) => row[columns[name]])
  if (tab === null && column === null) return null
  const where = `Tab ${place.label}, row ${place.row}`
  if (!isName(tab) || !isName(column)) {
    return `${where}: names no tab and column; the line was not checked.`
  }
  const expected = { cells: toNumber(cells), sum: toNumber(sum) }
  const isBroken = (cells !== null && expected.cells === null) || (sum !== null && expected.sum === null)
  if (isBroken) return `${where}: its count or its sum is no number; the line was not checked.`
  return { tab, column, ...expected, ...place }
}

function isName(cell: Cell): cell is string {
  return typeof cell === 'string' && cell.trim() !== ''
}

/** A number as such or as plain text, such as `$1,234.50`; null for anything else. */
export function toNumber(cell: Cell): number | null {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string') return null
  const text = cell.trim().replace(/[$,]/g, '')
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}
