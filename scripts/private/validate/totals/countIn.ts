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

/** How many rows a line below a table says there are (`Total records: 120`, `Count | 35`); null where it says none. */
export function countIn(row: Row): number | null {
  const filled = row.filter(isFilled)
  const [label, number, ...more] = filled
  if (label === undefined || more.length > 0) return null
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
