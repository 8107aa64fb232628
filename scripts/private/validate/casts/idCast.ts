import { CastProblem, defineCast } from './cast.ts'
import { toText } from './toText.ts'

const tooLong = new CastProblem(
  'digits lost: the number is too long',
  'Format the column as text in the export or the sheet, and paste it again.',
)
const scientific = new CastProblem(
  'digits lost: scientific notation',
  'Format the column as text in the export or the sheet, and paste it again.',
)
const notId = new CastProblem(
  'not a number or code',
  'Type the number or code as the billing system shows it.',
)

/** How exports write that there is no number; taken for one, all such rows would be one row that was pasted many times. */
const noId = /^(?:n\/?a|n\.a\.|none|null|nil|nan|nat|unknown|unassigned|\(?blank\)?|[-\u2010-\u2015.]+|\?+)$/i

/** Text with its digits kept (`007`, `12.10`); a number that lost digits is refused, a word for "none" is blank. */
export const idCast = defineCast(readId)

/** An id that a row may lack: as others, and 0 is how databases export "none". */
export const optionalIdCast = defineCast((cell) => (/^0+(?:\.0+)?$/.test(toText(cell)) ? null : readId(cell)))

function readId(cell: string | number | boolean): string | null | CastProblem {
  if (typeof cell === 'boolean') return notId
  if (typeof cell === 'number') return Math.abs(cell) > Number.MAX_SAFE_INTEGER ? tooLong : String(cell)
  const text = toText(cell)
  // Without a point and a plus (`1E11`) it may be a code.
  if (/^[+-]?\d(?:(?:[.,]\d+)?E\+|[.,]\d+E)\d+$/i.test(text)) return scientific
  return text === '' || noId.test(text) ? null : text
}

/** Codes of a fixed list (CPT, modifier): as ids, but `99213.0` is `99213`. */
export const codeCast = defineCast((cell) => {
  if (typeof cell === 'boolean') return notId
  const text = toText(cell).toUpperCase()
  return text === '' ? null : text.replace(/^(\d+)\.0+$/, '$1')
})
