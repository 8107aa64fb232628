import { CastProblem, defineCast } from './cast.ts'
import { toText } from './toText.ts'

const notBoolean = new CastProblem('not yes or no', 'Type yes or no, or leave the cell empty.')

const yes = new Set(['y', 'yes', 'true', 't', 'x', '✓', '✔', '☑', '1', '1.0', 'on'])
const no = new Set(['n', 'no', 'false', 'f', '✗', '✘', '☐', '0', '0.0', 'off'])

/** Yes or no; blank stays null. */
export const booleanCast = defineCast((cell) => {
  if (typeof cell === 'boolean') return cell
  const word = toText(cell).toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : notBoolean
})

const voided = /^(?:void(?:ed)?(?: .*)?|deleted|reversed|reversal)$/

/** Whether a line is void: by a mark, or in a column of statuses (`VOID`, `Posted`), whose other words say that it is not. */
export const voidCast = (header = '') =>
  defineCast((cell) => {
    if (typeof cell === 'boolean') return cell
    const word = toText(cell).toLowerCase()
    if (yes.has(word) || voided.test(word)) return true
    return no.has(word) || /status/i.test(header) ? false : notBoolean
  })

const testWord = /(^|[^\p{L}])(z+)?test(ing|er|patient)?([^\p{L}]|$)/u

/** Whether a cell of a column of names (or patient numbers) has the word "test"; a 1 there is a number, not a yes. */
export const testNameCast = defineCast((cell) => testWord.test(toText(cell).toLowerCase()))

/**
 * Whether a cell marks a test patient: yes, or a name with the word "test". Any other text is a name,
 * and gives false; the name itself is never kept.
 */
export const markerCast = defineCast((cell) => {
  if (typeof cell === 'boolean') return cell
  const word = toText(cell).toLowerCase()
  return yes.has(word) || testWord.test(word)
})
