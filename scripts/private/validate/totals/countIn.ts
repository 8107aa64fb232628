import { isFilled, textOf } from '../../sources/isFilled.ts'
import type { Cell, Row } from '../../sources/source.ts'

const of = '(?:records?|rows?|lines?|line items?|entries)'
const patterns = [
  new RegExp(
    `^(?:total |grand total |number of |no\\.? of |# of )?${of}(?: count)?(?: total)?\\s*[:=]?\\s*(\\d[\\d,]*)?$`,
    'i',
  ),
  new RegExp(`^(?:total |grand )?(?:${of} )?count\\s*[:=]?\\s*(\\d[\\d,]*)?$`, 'i'),
  // `Smith Count`, as the Subtotal command of spreadsheets writes it.
  /^.+\scount\s*:?$/i,
  new RegExp(`^(\\d[\\d,]*) ${of}$`, 'i'),
]

const things =
  '(?:patients?|persons?|people|claims?|encounters?|visits?|invoices?|providers?|payers?|employees?|checks?|accounts?)'
const ofThings = new RegExp(
  `^(?:(?:total|number of|unique|distinct|different) )*${things} count(?: total)?\\s*[:=]?\\s*(\\d[\\d,]*)?$`,
  'i',
)

/** Whether a line says how many people or claims there are (`Patient Count: 35`): not as many as rows. */
export function countsThings(row: Row): boolean {
  const [label, ...more] = row.filter(isFilled)
  return more.length < 2 && ofThings.test(textOf(label))
}

/** How many rows a line below a table says there are (`Total records: 120`, `Count | 35`); null where it says none. */
export function countIn(row: Row): number | null {
  const filled = row.filter(isFilled)
  const [label, number, ...more] = filled
  if (label === undefined || more.length > 0 || countsThings(row)) return null
  for (const pattern of patterns) {
    const match = pattern.exec(textOf(label))
    if (!match) continue
    if (match[1] !== undefined) return number === undefined ? Number(match[1].replaceAll(',', '')) : null
    return number === undefined ? null : wholeNumber(number)
  }
  return null
}

function wholeNumber(cell: Cell): number | null {
  const number = typeof cell === 'number' ? cell : Number(textOf(cell).replaceAll(',', '') || Number.NaN)
  return Number.isInteger(number) && number >= 0 ? number : null
}
