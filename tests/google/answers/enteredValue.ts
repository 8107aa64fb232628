import { notCopied } from '../http/GoogleProblem.ts'
import type { CellFormat, StandInCell } from '../workbook/cell.ts'
import { refuseUnknownFormula } from '../workbook/calculate.ts'

export interface Entered {
  readonly cell: StandInCell
  /** What typing a date brings with it. */
  readonly format?: CellFormat
}

/** What typing a text into a cell makes of it: numbers, truth values, days, formulas; refuses what it would guess. */
export function enteredValue(text: string): Entered {
  if (text.startsWith('=')) {
    const cell = { formula: text }
    refuseUnknownFormula(cell)
    return { cell }
  }
  if (text.startsWith("'")) return { cell: text.slice(1) }
  if (/^(TRUE|FALSE)$/i.test(text)) return { cell: text.toUpperCase() === 'TRUE' }
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return { cell: Number(text) }
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return { cell: Number(text.replaceAll(',', '')) }
  const day = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text)
  if (day !== null) return dayCell(Number(day[1]), Number(day[2]), Number(day[3]))
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text)
  if (american !== null) return dayCell(Number(american[3]), Number(american[1]), Number(american[2]))
  if (/^[$€£+-]?\s*\d[\d\s.,:/%-]*(am|pm)?$/i.test(text)) throw notCopied('a typed value of this kind')
  return { cell: text === '' ? null : text }
}

function dayCell(year: number, month: number, day: number): Entered {
  const moment = Date.UTC(year, month - 1, day)
  if (new Date(moment).getUTCDate() !== day) throw notCopied('a typed day that does not exist')
  const cell = (moment - Date.UTC(1899, 11, 30)) / 86_400_000
  return { cell, format: { numberFormat: { type: 'DATE' } } }
}
