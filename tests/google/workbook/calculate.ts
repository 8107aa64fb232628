import type { ContentsView } from '../StandInSpreadsheet.ts'
import { notCopied } from '../http/GoogleProblem.ts'
import { parseArea } from './a1.ts'
import { isFormula, type FormulaCell, type PlainCell, type StandInCell } from './cell.ts'

type Tabs = Pick<ContentsView, 'tabs'>

const deepest = 20

/** The value of a cell: what it holds, or what its formula gives. Throws for a formula it does not know. */
export function valueOf(cell: StandInCell, contents: Tabs, depth = 0): PlainCell {
  if (!isFormula(cell)) return cell
  if (cell.value !== undefined) return cell.value
  return calculate(cell, contents, depth)
}

/** Throws for a formula that the stand-in cannot work out, so that nothing is written that it would lie about. */
export function refuseUnknownFormula(cell: StandInCell): void {
  if (!isFormula(cell) || cell.value !== undefined) return
  if (label(cell.formula) === null && terms(cell.formula) === null) {
    throw notCopied(`the formula ${cell.formula.replace(/\(.*/s, '(…)')}`)
  }
}

function calculate(cell: FormulaCell, contents: Tabs, depth: number): PlainCell {
  if (depth > deepest) return { error: '#REF!', message: 'Circular dependency detected.' }
  refuseUnknownFormula(cell)
  const text = label(cell.formula)
  if (text !== null) return text
  let sum = 0
  for (const { sign, term } of terms(cell.formula) ?? []) {
    const value = typeof term === 'number' ? term : apply(term, contents, depth)
    if (typeof value !== 'number') return value
    sum += sign * value
  }
  return sum
}

/** The text of `="…"` and of `=HYPERLINK("…", "…")`; null for another formula. */
function label(formula: string): string | null {
  const text = /^=\s*"((?:[^"]|"")*)"\s*$/.exec(formula)
  const link = /^=\s*HYPERLINK\(\s*"(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)\s*$/i.exec(formula)
  const found = text?.[1] ?? link?.[1]
  return found === undefined ? null : found.replaceAll('""', '"')
}

interface Call {
  readonly name: string
  readonly tab: string
  readonly cells: string
}

interface Term {
  readonly sign: 1 | -1
  readonly term: number | Call
}

const term =
  /^\s*([+-]?)\s*(?:(\d+(?:\.\d+)?)|(SUM|COUNTA|ROWS|COUNTBLANK)\(\s*(?:'((?:[^']|'')+)'|([\w.]+))!(\$?[A-Z]*\$?\d*:\$?[A-Z]*\$?\d*)\s*\))/i

/** Numbers and calls over a range of a tab, added and taken away; null for anything else. */
function terms(formula: string): Term[] | null {
  let rest = formula.replace(/^=/, '')
  const result: Term[] = []
  while (rest.trim() !== '') {
    const match = term.exec(rest)
    if (match === null || (match[1] === '' && result.length > 0)) return null
    const [read, sign, number, name, quoted, plain, cells = ''] = match
    if (name !== undefined && parseArea(cells) === null) return null
    const tab = quoted?.replaceAll("''", "'") ?? plain ?? ''
    const value = name === undefined ? Number(number) : { name: name.toUpperCase(), tab, cells }
    result.push({ sign: sign === '-' ? -1 : 1, term: value })
    rest = rest.slice(read.length)
  }
  return result.length === 0 ? null : result
}

function apply(call: Call, contents: Tabs, depth: number): PlainCell {
  const tab = contents.tabs.find(({ title }) => title === call.tab)
  const area = parseArea(call.cells)
  if (tab === undefined || area === null) return { error: '#REF!', message: 'Unresolved sheet name.' }
  const rows = Math.max(0, Math.min(area.endRow ?? tab.rowCount, tab.rowCount) - area.startRow)
  const endColumn = Math.min(area.endColumn ?? tab.columnCount, tab.columnCount)
  if (call.name === 'ROWS') return rows
  const state = { filled: 0, sum: 0, problem: null as PlainCell }
  const end = Math.min(area.startRow + rows, tab.grid.length)
  for (let row = area.startRow; row < end; row += 1) {
    const cells = tab.grid.row(row).slice(area.startColumn, endColumn)
    for (const cell of cells) count(valueOf(cell, contents, depth + 1), state)
  }
  if (call.name === 'SUM') return state.problem ?? state.sum
  if (call.name === 'COUNTA') return state.filled
  return rows * (endColumn - area.startColumn) - state.filled
}

function count(value: PlainCell, state: { filled: number; sum: number; problem: PlainCell }): void {
  if (value === null || value === '') return
  state.filled += 1
  if (typeof value === 'number') state.sum += value
  else if (typeof value === 'object') state.problem ??= value
}
