import { SyncError } from '../../errors/SyncError.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import { headerSearchRows } from '../recognise/headerRows.ts'
import { headerKey } from '../recognise/normaliseHeader.ts'
import { isOwnFile, tabLabel } from '../recognise/tabLabel.ts'
import { readControl, toNumber, type ControlLine } from './controlLines.ts'
import type { Cell, Row, Tab } from './source.ts'

export interface ControlCheck {
  /** The tabs that hold data: all but the control tabs. */
  readonly tabs: readonly Tab[]
  /** What ties with the control tabs: told in the status workbook only, for the sum of one cell is the cell. */
  readonly held: readonly ControlFigure[]
  /** Columns that do not hold what the control tab says. */
  readonly refusals: readonly SyncError[]
  /** Lines of control tabs that could not be checked. */
  readonly warnings: readonly string[]
}

/** A figure of a control tab that was found again in what was read. */
export interface ControlFigure {
  readonly workbook: string
  readonly tab: string
  /** `cells of column H`, `sum of column H`. */
  readonly measure: string
  /** A count, or a sum to two decimals. */
  readonly figure: number
}

/** What a column holds besides its header. */
interface Column {
  readonly index: number
  /** Cells with a value, those above the header too, as COUNTA counts them. */
  cells: number
  /** Of all numbers, as SUM adds them. */
  sum: number
  /** What adding to `sum` lost so far: a million cents add up to the cent. */
  lost: number
}

/** Whether a tab tells what other tabs must hold. */
export function isControl(tab: Pick<Tab, 'name'>): boolean {
  return tab.name.trim().toLowerCase() === '_control'
}

/**
 * Compares what was read with what the `_control` tabs say: columns `tab`, `column` (its header), `cells`
 * (cells with a value but for the header) and `sum` (of its numbers, to the cent). A tab is looked for in
 * the control tab's own workbook, then anywhere. Reads the tabs named; tells counts and totals, no cell.
 */
export async function checkControl(all: readonly Tab[]): Promise<ControlCheck> {
  const tabs = all.filter((tab) => !isControl(tab))
  const refusals: SyncError[] = []
  const warnings: string[] = []
  const held: ControlFigure[] = []
  for (const control of all.filter(isControl)) {
    const { lines, warnings: unread } = await readControl(control)
    warnings.push(...unread)
    const named = Map.groupBy(lines, (line) => tabOf(line, control, tabs))
    for (const [tab, itsLines] of named) {
      const found = tab === undefined ? itsLines.map(noTab) : await compare(tab, itsLines)
      for (const one of found) {
        if (one instanceof SyncError) refusals.push(one)
        else if (typeof one === 'string') warnings.push(one)
        else held.push(one)
      }
    }
  }
  return { tabs, held, refusals, warnings }
}

function tabOf({ tab }: ControlLine, control: Tab, tabs: readonly Tab[]): Tab | undefined {
  const near = tabs.filter(({ workbook }) => workbook === control.workbook)
  for (const group of [near, tabs]) {
    const found =
      group.find(({ name }) => sameName(name, tab)) ??
      group.find(({ boundName }) => boundName !== undefined && sameName(boundName, tab))
    if (found) return found
  }
  return undefined
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function noTab({ label, row }: ControlLine): string {
  return `Tab ${label}, row ${row}: there is no tab of that name; the line was not checked.`
}

/** What does not tie, what could not be checked (in words), and what ties. */
type Finding = SyncError | string | ControlFigure

async function compare(tab: Tab, lines: readonly ControlLine[]): Promise<Finding[]> {
  const head: Row[] = []
  for await (const batch of tab.rows()) {
    head.push(...batch.slice(0, headerSearchRows - head.length))
    if (head.length === headerSearchRows) break
  }
  const places = lines.map((line) => ({ line, columns: columnsOf(head, line.column) }))
  const wanted = new Set(places.flatMap(({ columns }) => (columns.length === 1 ? columns : [])))
  const columns = new Map([...wanted].map((index) => [index, { index, cells: -1, sum: 0, lost: 0 }]))
  await addUp(tab, [...columns.values()])
  return places.flatMap(({ line, columns: found }): Finding[] => {
    const column = columns.get(found[0] ?? -1)
    if (found.length === 1 && column) return compareColumn(tab, line, column)
    const what = found.length === 0 ? 'no column has that header' : 'several columns have that header'
    return [`Tab ${line.label}, row ${line.row}: ${what} in tab ${tabLabel(tab)}; the line was not checked.`]
  })
}

/** Columns whose header, in the first row that has it, reads so. */
function columnsOf(head: readonly Row[], header: string): number[] {
  const key = headerKey(header)
  for (const row of head) {
    const found = [...row.keys()].filter((index) => {
      const cell = row[index]
      return typeof cell === 'string' && headerKey(cell) === key
    })
    if (found.length > 0) return found
  }
  return []
}

async function addUp(tab: Tab, columns: readonly Column[]): Promise<void> {
  if (columns.length === 0) return
  const isText = isOwnFile(tab) && tab.sheet === undefined
  for await (const batch of tab.rows()) {
    for (const row of batch) {
      for (const column of columns) {
        const cell = row[column.index] ?? null
        if (cell === null) continue
        column.cells += 1
        add(column, isText ? (toNumber(cell) ?? 0) : numberOf(cell))
      }
    }
  }
}

function numberOf(cell: Cell): number {
  return typeof cell === 'number' ? cell : 0
}

/** Neumaier's sum. */
function add(column: Column, value: number): void {
  const sum = column.sum + value
  column.lost += Math.abs(column.sum) >= Math.abs(value) ? column.sum - sum + value : value - sum + column.sum
  column.sum = sum
}

function compareColumn(tab: Tab, line: ControlLine, column: Column): Finding[] {
  const where = `Tab ${tabLabel(tab)}, column ${columnLetter(column.index)}`
  const hint = `Look whether rows are missing there. If they are not, correct row ${line.row} of tab ${line.label}; then sync again.`
  const sum = column.sum + column.lost
  const texts: string[] = []
  if (line.cells !== null && line.cells !== column.cells) {
    texts.push(`${column.cells} cells with a value were read, not ${line.cells}`)
  }
  if (line.sum !== null && !isSameSum(line.sum, sum)) {
    texts.push(`its numbers add up to ${money(sum)}, not ${money(line.sum)}`)
  }
  if (texts.length === 0) return figuresOf(tab, line, column)
  // The sum of one cell would be the cell.
  if (Math.min(column.cells, line.cells ?? column.cells) <= 1) {
    return [new SyncError(`${where} does not hold what the control tab says.`, hint)]
  }
  return [new SyncError(`${where}: ${texts.join('; ')}, as the control tab says.`, hint)]
}

function figuresOf({ workbook, name }: Tab, { cells, sum }: ControlLine, { index }: Column): ControlFigure[] {
  const column = `column ${columnLetter(index)}`
  const place = { workbook, tab: name }
  return [
    ...(cells === null ? [] : [{ ...place, measure: `cells of ${column}`, figure: cells }]),
    ...(sum === null ? [] : [{ ...place, measure: `sum of ${column}`, figure: Math.round(sum * 100) / 100 }]),
  ]
}

/** To the cent; of very large sums as exactly as spreadsheets add. */
function isSameSum(a: number, b: number): boolean {
  return Math.abs(a - b) < Math.max(0.005, Math.abs(a) * 1e-11)
}

function money(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
