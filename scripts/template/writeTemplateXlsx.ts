import { writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { columnLetter } from '../a1/columnLetter.ts'
import { flapColour, formatCodes, headerLook } from './headerLook.ts'
import { styleColumns } from './styleColumns.ts'
import type { ColumnRule, TemplateCell, TemplateColumn, TemplateTab } from './templateTab.ts'
import { wordLists } from './wordsTab.ts'

/** Last row of a sheet in Excel. */
const lastRow = 1_048_576
/** The file carries no moment of its own, so that equal tabs give equal bytes. */
const written = new Date('2026-01-01T00:00:00Z')

/** The template as an XLSX file; equal tabs give equal bytes. */
export async function writeTemplateXlsx(tabs: readonly TemplateTab[]): Promise<Uint8Array> {
  const lists = listRanges(tabs)
  const bytes = await writeXlsx({
    sheets: tabs.map((tab) => toSheet(tab, lists)),
    properties: { title: 'Practice Vitals template', created: written, modified: written },
  })
  return styleColumns(bytes, tabs)
}

/** Where each list of words stands on the tab of words; Excel takes no more than 255 characters in the rule itself. */
type ListRanges = ReadonlyMap<string, string>

function listRanges(tabs: readonly TemplateTab[]): ListRanges {
  const words = tabs.find(({ kind }) => kind === 'words')
  const ranges = new Map<string, string>()
  let row = 2
  for (const list of wordLists(tabs)) {
    const last = row + list.words.length - 1
    ranges.set(JSON.stringify(list.words), `'${words?.name ?? ''}'!$B$${row}:$B$${last}`)
    row = last + 1
  }
  return ranges
}

function toSheet(tab: TemplateTab, lists: ListRanges): WriteSheet {
  const { columns, rows } = tab
  // A row of empty cells carries the columns' styles where the template ships no row.
  const body = rows.length > 0 ? rows : [columns.map(() => null)]
  return {
    name: tab.name,
    columns: columns.map((column) => ({ width: column.width, style: cellStyle(column, tab) })),
    rows: [columns.map(({ header }) => header), ...body.map((row) => row.map(plainValue))],
    cells: new Map([...headerCells(tab), ...formulaCells(tab)]),
    freezePane: { rows: 1 },
    view: { tabColor: { rgb: flapColour(tab) } },
    dataValidations: validations(tab, lists),
    ...(tab.protection === 'none' ? {} : { protection: protection }),
  }
}

/** Sheet protection without a password: against slips. What a manager does to rows stays possible. */
const protection = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
}

/** Style of the cells below the header. */
function cellStyle(column: TemplateColumn, tab: TemplateTab): CellStyle {
  const numFmt = formatCodes[column.format]
  return {
    ...(numFmt === null ? {} : { numFmt }),
    alignment: { vertical: 'top', ...(column.wrap ? { wrapText: true } : {}) },
    ...(tab.protection === 'header' ? { protection: { locked: false } } : {}),
  }
}

function headerCells(tab: TemplateTab): [string, Partial<Cell>][] {
  return tab.columns.map((column, index) => {
    const look = headerLook(column, tab)
    const style: CellStyle = {
      font: { bold: true, color: { rgb: look.text } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: look.fill } },
      alignment: { vertical: 'center', wrapText: true },
    }
    const comment = column.note === null ? {} : { comment: { author: 'Practice Vitals', text: column.note } }
    return [`0,${index}`, { value: column.header, style, ...comment }]
  })
}

function formulaCells(tab: TemplateTab): [string, Partial<Cell>][] {
  return tab.rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column): [string, Partial<Cell>][] =>
      typeof cell === 'object' && cell !== null
        ? [[`${rowIndex + 1},${column}`, { formula: cell.formula.slice(1) }]]
        : [],
    ),
  )
}

function plainValue(cell: TemplateCell): string | number | null {
  return typeof cell === 'object' ? null : cell
}

function validations(tab: TemplateTab, lists: ListRanges): DataValidation[] {
  const ofColumns = tab.columns.flatMap(({ rule }, index) => {
    const letter = columnLetter(index)
    return rule === null ? [] : [validation(rule, `${letter}2:${letter}${lastRow}`, lists)]
  })
  const ofCells = tab.cellRules.map(({ row, column, rule }) =>
    validation(rule, `${columnLetter(column)}${row + 1}`, lists),
  )
  return [...ofColumns, ...ofCells]
}

function validation(rule: ColumnRule, range: string, lists: ListRanges): DataValidation {
  return {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.strict ? 'stop' : 'warning',
    errorTitle: rule.strict ? 'Not possible here' : 'Please check',
    errorMessage: rule.message,
    ...condition(rule, lists),
  }
}

function condition(
  rule: ColumnRule,
  lists: ListRanges,
): Pick<DataValidation, 'type'> & Partial<DataValidation> {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formula1: lists.get(JSON.stringify(rule.words)) ?? '' }
    case 'date':
      // 1950-01-01 to 2199-12-31 as serial numbers.
      return { type: 'date', operator: 'between', formula1: '18264', formula2: '109574' }
    case 'time':
      return { type: 'decimal', operator: 'between', formula1: '0', formula2: '1' }
    case 'number': {
      const type = rule.whole ? 'whole' : 'decimal'
      return { type, operator: 'between', formula1: String(rule.min), formula2: String(rule.max) }
    }
  }
}
