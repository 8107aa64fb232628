import type { sheets_v4 } from '@googleapis/sheets'
import { formatCodes, headerLook } from './headerLook.ts'
import type { ColumnFormat, ColumnRule, TemplateCell, TemplateColumn, TemplateTab } from './templateTab.ts'

type CellData = sheets_v4.Schema$CellData

const numberTypes: Readonly<Record<Exclude<ColumnFormat, 'general'>, string>> = {
  text: 'TEXT',
  date: 'DATE',
  time: 'TIME',
  timestamp: 'DATE_TIME',
  money: 'NUMBER',
  decimal: 'NUMBER',
  integer: 'NUMBER',
}

/** A header cell with its look and note. */
export function headerCell(column: TemplateColumn, tab: TemplateTab): CellData {
  const look = headerLook(column, tab)
  return {
    userEnteredValue: { stringValue: column.header },
    userEnteredFormat: {
      backgroundColorStyle: { rgbColor: rgb(look.fill) },
      textFormat: { bold: true, foregroundColorStyle: { rgbColor: rgb(look.text) } },
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
    },
    ...(column.note === null ? {} : { note: column.note }),
  }
}

/** The value of a cell that the template ships. */
export function valueCell(cell: TemplateCell | undefined): CellData {
  if (cell === null || cell === undefined) return {}
  if (typeof cell === 'object') return { userEnteredValue: { formulaValue: cell.formula } }
  return { userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: cell } }
}

/** The format of the cells below a header. */
export function columnFormat({ format, wrap }: TemplateColumn): sheets_v4.Schema$CellFormat {
  return {
    verticalAlignment: 'TOP',
    ...(wrap ? { wrapStrategy: 'WRAP' } : {}),
    ...(format === 'general' ? {} : { numberFormat: numberFormat(format) }),
  }
}

function numberFormat(format: Exclude<ColumnFormat, 'general'>): sheets_v4.Schema$NumberFormat {
  const type = numberTypes[format]
  const pattern = formatCodes[format]
  // Text takes no pattern.
  return format === 'text' || pattern === null ? { type } : { type, pattern }
}

/** A rule as Google keeps it; the list is written into the rule, so it stands although a tab be deleted. */
export function validationRule(rule: ColumnRule): sheets_v4.Schema$DataValidationRule {
  return {
    condition: condition(rule),
    inputMessage: rule.message,
    strict: rule.strict,
    ...(rule.kind === 'list' ? { showCustomUi: true } : {}),
  }
}

function condition(rule: ColumnRule): sheets_v4.Schema$BooleanCondition {
  const values = (list: readonly (string | number)[]) =>
    list.map((value) => ({ userEnteredValue: String(value) }))
  switch (rule.kind) {
    case 'list':
      return { type: 'ONE_OF_LIST', values: values(rule.words) }
    case 'date':
      return { type: 'DATE_IS_VALID' }
    case 'time':
      return { type: 'NUMBER_BETWEEN', values: values([0, 1]) }
    case 'number':
      return { type: 'NUMBER_BETWEEN', values: values([rule.min, rule.max]) }
  }
}

/** RRGGBB as Google wants it: parts from 0 to 1. */
export function rgb(hex: string): sheets_v4.Schema$Color {
  const part = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255
  return { red: part(0), green: part(2), blue: part(4) }
}
