import type { ContentsView } from '../StandInSpreadsheet.ts'
import { valueOf } from './calculate.ts'
import { isError, isFormula, type CellFormat, type PlainCell, type StandInCell } from './cell.ts'

export type Render = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA'

export interface Rendering {
  readonly contents: ContentsView
  readonly render: Render
  readonly dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING'
}

const dayMs = 86_400_000
const epochMs = Date.UTC(1899, 11, 30)

/** A cell as values of the API: an empty one is "". */
export function renderCell(
  cell: StandInCell,
  format: CellFormat | undefined,
  { contents, render, dates }: Rendering,
): string | number | boolean {
  if (cell === null) return ''
  if (render === 'FORMULA' && isFormula(cell)) return cell.formula
  const value = valueOf(cell, contents)
  if (value === null) return ''
  if (render === 'FORMATTED_VALUE') return formatted(value, format)
  if (isError(value)) return value.message === undefined ? value.error : `${value.error} (${value.message})`
  if (typeof value === 'number' && dates === 'FORMATTED_STRING' && isDate(format)) {
    return formatted(value, format)
  }
  return value
}

/** What the cell shows: dates as 2020-01-01, numbers plain, unless a format says percent or thousands. */
export function formatted(value: Exclude<PlainCell, null>, format: CellFormat | undefined): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'object') return value.error
  if (isDate(format)) return shownDate(value, format?.numberFormat?.type ?? '')
  if (format?.numberFormat?.type === 'PERCENT') return `${(value * 100).toFixed(2)}%`
  if (format?.numberFormat?.pattern?.includes('#,##0.00') === true) {
    return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  }
  return String(value)
}

function isDate(format: CellFormat | undefined): boolean {
  return ['DATE', 'TIME', 'DATE_TIME'].includes(format?.numberFormat?.type ?? '')
}

function shownDate(serial: number, type: string): string {
  const moment = new Date(epochMs + Math.round(serial * dayMs)).toISOString()
  const [day = '', time = ''] = moment.slice(0, 19).split('T')
  if (type === 'DATE') return day
  return type === 'TIME' ? time : `${day} ${time}`
}
