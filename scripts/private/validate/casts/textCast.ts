import { defineCast } from './cast.ts'
import { toText } from './toText.ts'

/** Trimmed text; a number as a spreadsheet shows it. */
export const textCast = defineCast((cell) => {
  const text = typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : toText(cell)
  return text === '' ? null : text
})
