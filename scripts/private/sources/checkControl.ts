import { SyncError } from '../../errors/SyncError.ts'
import { columnLetter } from '../recognise/columnLetter.ts'
import { headerSearchRows } from '../recognise/headerRows.ts'
import { headerKey } from '../recognise/normaliseHeader.ts'
import { isOwnFile, tabLabel } from '../recognise/tabLabel.ts'
import { readControl, toNumber, type ControlLine } from './controlLines.ts'
import type { Cell, Row, Tab } from './source.ts'

export interface ControlCheck {
  /** The tabs that hold data: all but the control tabs. */
  readonly tabs: readonly Tab[]
  /** Columns that do not hold what the control tab says. */
  readonly refusals: readonly SyncError[]
  /** Lines of control tabs that could not be checked. */
  readonly warnings: readonly string[]
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
  for (const control of all.filter(isControl)) {
    const { lines, warnings: unread } = await readControl(control)
    warnings.push(...unread)
    const named = Map.groupBy(lines, (line) => tabOf(line, control, tabs))
    for (const [tab, itsLines] of named) {
      const found = tab === undefined ? itsLines.map(noTab) : await compare(tab, itsLines)
      for (const one of found) {
        if (one instanceof SyncError) refusals.push(one)
        else warnings.push(one)
      }
    }
  }
  return { tabs, refusals, warnings }
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

async function compare(tab: Tab, lines: readonly ControlLine[]): Promise<(SyncError | string)[]> {
  const head: Row[] = []
  for await (const batch of tab.rows()) {
    head.push(...batch.slice(0, headerSearchRows - head.length))
    if (head.length === headerSearchRows) break
  }
  const places = lines.map((line) => ({ line, columns: columnsOf(head, line.column) }))
  const wanted = new Set(places.flatMap(({ columns }) => (columns.length === 1 ? columns : [])))
  const columns = new Map([...wanted].map((index) => [index, { index, cells: -1, sum: 0, lost: 0 }]))
  await addUp(tab, [...columns.values()])
  return places.flatMap(({ line, columns: found }): (SyncError | string)[] => {
    const column = columns.get(found[0] ?? -1)
    if (found.length === 1 && column) return differences(tab, line, column)
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

function differences(tab: Tab, line: ControlLine, column: Column): SyncError[] {
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
  if (texts.length === 0) return []
  // The sum of one cell would be the cell.
  if (Math.min(column.cells, line.cells ?? column.cells) <= 1) {
    return [new SyncError(`${where} does not hold what the control tab says.`, hint)]
  }
  return [new SyncError(`${where}: ${texts.join('; ')}, as the control tab says.`, hint)]
}

/** To the cent; of very large sums as exactly as spreadsheets add. */
function isSameSum(a: number, b: number): boolean {
  return Math.abs(a - b) < Math.max(0.005, Math.abs(a) * 1e-11)
}

function money(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
