import { countIn, countsThings } from '../totals/countIn.ts'
import { isFilled, textOf } from '../../sources/isFilled.ts'
import type { Row } from '../../sources/source.ts'

/** What a row below the header is. `furniture` is a repeated header, a footer, a note, a group's name. */
export type RowClass = 'data' | 'blank' | 'total' | 'furniture'

/** What telling rows apart needs to know of a tab. */
export interface RowShape {
  /** Mapped columns with the header that stands above them. */
  readonly columns: readonly { readonly index: number; readonly header: string }[]
  /** Columns of id fields. */
  readonly ids: readonly number[]
  /** Columns by which reports group their rows: payer, provider, site. */
  readonly groups?: readonly number[]
  /** Columns of required fields, constants and fields to be filled down left out. */
  readonly required: readonly number[]
}

const totalWord = '(?:(?:grand|report|payroll|page|sub|overall|group|provider)[ -]?)?totals?'
const onlyTotal = new RegExp(`^(?:${totalWord}|subtotals?) *:?$`, 'i')
const startsTotal = new RegExp(`^(?:${totalWord}|subtotals?)(?![a-z])`, 'i')
const totalOf = new RegExp(`^(?:${totalWord}|subtotals?) (?:for|of)(?![a-z])`, 'i')
/** `Smith Total`, as the Subtotal command of spreadsheets writes it. */
const endsTotal = /\s(?:sub)?totals? *:?$/i
const footer =
  /^(printed|generated|exported|report (date|run|generated)|run (date|by|on)|page \d+|end of (report|list)|notes?:|\*{2,}|={3,}|-{3,})/i
/** `Average`, `% of Total`, `Smith Average`: a figure of the rows that is no sum of them. */
const figure =
  /^(?:(?:grand|overall|total|sub-?total) )?(?:averages?|avg\.?|median|percent(?:age)?s?|pct\.?|%)(?![a-z])|^(?:min(?:imum)?|max(?:imum)?|mean) *:?$|\s(?:average|avg\.?|median|percent(?:age)?|%) *:?$/i
/** ADP's worksheets begin what is no line with it. */
const worksheetNote = /^!\p{L}/u

/**
 * Tells data from what reports put between it. A total row has a label and neither an id nor all its
 * required cells (or an optional text for a label, in a tab whose lines have ids); a row with a single filled text cell, or nothing in a mapped column, is furniture.
 */
export function classifyRow(row: Row, shape: RowShape): RowClass {
  const filled = filledCells(row)
  const [first] = filled
  if (first === undefined) return 'blank'
  if (!shape.columns.some(({ index }) => isFilled(row[index]))) return 'furniture'
  if (isFigure(row, shape, filled)) return 'furniture'
  if (isTotal(row, shape, filled)) return 'total'
  const text = row[first]
  if (typeof text === 'string') {
    if (worksheetNote.test(text.trim())) return 'furniture'
    if (filled.length === 1 && shape.columns.length > 2) return 'furniture'
    if (filled.length <= 3 && footer.test(text.trim())) return 'furniture'
  }
  return isRepeatedHeader(row, shape) ? 'furniture' : 'data'
}

/** Only the first cells can be labels, so that a long row costs no more than a short one. */
function filledCells(row: Row): number[] {
  const filled: number[] = []
  for (let index = 0; index < row.length && filled.length < 4; index++) {
    if (isFilled(row[index])) filled.push(index)
  }
  return filled
}

function isFigure(row: Row, shape: RowShape, filled: readonly number[]): boolean {
  const [first = 0] = filled
  // Most rows are data, and told as such by this alone.
  const lacks = (label: number): boolean =>
    shape.required.some((index) => index !== label && !isFilled(row[index]))
  if (!lacks(first) && !(shape.groups ?? []).includes(first)) return false
  const label = filled.slice(0, 2).find((index) => figure.test(textOf(row[index]))) ?? first
  if (!figure.test(textOf(row[label])) && !countsThings(row)) return false
  if (shape.ids.some((index) => index !== label && isFilled(row[index]))) return false
  return lacks(label) || (shape.groups ?? []).includes(label)
}

function isTotal(row: Row, shape: RowShape, filled: readonly number[]): boolean {
  const lacks = (label: number): boolean =>
    shape.required.some((index) => index !== label && !isFilled(row[index]))
  const [first = 0] = filled
  if (countIn(row) !== null && lacks(first)) return true
  const ends = (index: number): boolean =>
    onlyTotal.test(textOf(row[index])) || endsTotal.test(textOf(row[index]))
  // Behind the days and the site that it sums, a label ends in the word: `Total`, `Daily Total`.
  const label =
    filled.slice(0, 2).find((index) => startsTotal.test(textOf(row[index])) || ends(index)) ??
    filled.slice(2).find(ends)
  // `Total Unapplied Credit` is the one line of an aging report that says so, and no sum of others.
  if (label === undefined || /\bunapplied\b/i.test(textOf(row[label]))) return false
  if (shape.ids.some((index) => index !== label && isFilled(row[index]))) return false
  if (onlyTotal.test(textOf(row[label]))) return true
  if (lacks(label)) return true
  // A report of few columns (an aging report by payer) has all that it must have in its subtotals as well.
  if (shape.groups?.includes(label) && (ends(label) || totalOf.test(textOf(row[label])))) return true
  // A day's total has the day in every column of dates; what tells it from a line is that it has no number.
  return ends(label) && shape.ids.length > 0 && !shape.required.includes(label)
}

function isRepeatedHeader(row: Row, shape: RowShape): boolean {
  let same = 0
  for (const { index, header } of shape.columns) {
    const cell = row[index]
    if (!isFilled(cell)) continue
    if (typeof cell !== 'string' || !sameWords(cell, header)) return false
    same++
  }
  return same >= Math.min(2, shape.columns.length)
}

/** A merged header stands here joined, while its repetition repeats the lower row only. */
function sameWords(cell: string, header: string): boolean {
  const [short, long] = [cell.trim().toLowerCase(), header.trim().toLowerCase()]
  return short === long || (short !== '' && long.endsWith(` ${short}`))
}
