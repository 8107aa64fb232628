import { SSF } from '@e965/xlsx'
import type { CellObject } from '@e965/xlsx'
import type { Cell } from './source.ts'

/** Days from the first day of the 1904 system to that of the 1900 system. */
const days1904 = 1462

/** The library's number formats come without types. */
const formats = SSF as { readonly is_date: (format: string) => boolean }

const errorNames: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

/**
 * A stored workbook cell as a `Cell`: the raw number in full precision (a date is its serial), text
 * as typed, an empty text (a formula's "") as null. Serials of the 1904 system are shifted; those of
 * January and February 1900 stay as Excel counts them, one day behind the calendar.
 */
export function toCell(cell: CellObject | undefined, is1904: boolean): Cell {
  if (cell?.v === undefined && cell?.t !== 'e') return null
  const { t: type, v: value } = cell
  if (type === 'e') return { error: typeof value === 'number' ? (errorNames[value] ?? '#ERROR!') : '#ERROR!' }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { error: '#NUM!' }
    return is1904 && isShifted(value, cell.z) ? value + days1904 : value
  }
  if (typeof value === 'boolean') return value
  return typeof value === 'string' && value !== '' ? value : null
}

/** Whether a number of a 1904 workbook counts from 1904: a day does, a time of day or a duration does not. */
function isShifted(value: number, format: CellObject['z']): boolean {
  if (typeof format !== 'string' || !formats.is_date(format)) return false
  const shown = format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  const showsDay = /[yd]|mmm/i.test(shown) || (/m/i.test(shown) && !/[hs]/i.test(shown))
  const isElapsed = /\[[hms]+\]/i.test(format)
  return showsDay || (!isElapsed && value >= 1)
}
