import { CastProblem, defineCast, type Cast } from './cast.ts'
import { unknownValue, valueKey } from './choiceCast.ts'
import { parseMoment, type DateOptions } from './parseMoment.ts'
import { clockText } from './timeCast.ts'
import { toText } from './toText.ts'

const problem = new CastProblem(unknownValue, 'Type signed or unsigned, or the date of signing.')

const signed = /^(?:(?:e )?signed|locked|closed|completed?|final(?:ized|ised)?|yes|y|true|t|x|✓|✔|☑|1)$/
/** `Signed by A. Birch on 10/5`: what follows is not kept. */
const signedBy = /^(?:e )?(?:signed|locked) (?:by|on|at) /
const unsigned =
  /^(?:un ?signed|not signed|unlocked|open|draft|pending|incomplete|in progress|no|n|false|f|✗|✘|☐|-+|0)$/

/**
 * Whether a note is signed, from a mark, a word or the date of signing. Another word is unknown: it is
 * counted, and the booking stands.
 */
export function noteSignedCast(dates: DateOptions): Cast<string> {
  return defineCast<string>((cell) => {
    const word = valueKey(toText(cell))
    if (signed.test(word) || signedBy.test(word)) return 'signed'
    if (unsigned.test(word)) return 'unsigned'
    const moment = parseMoment(cell, dates)
    if (moment instanceof CastProblem) return problem
    return moment === null ? 'unsigned' : 'signed'
  })
}

/** When a note was signed, to `2026-10-31 09:30:00`; a word for "not signed" is blank. */
export function noteSignedAtCast(dates: DateOptions): Cast<string> {
  return defineCast<string>((cell) => {
    if (unsigned.test(valueKey(toText(cell)))) return null
    const moment = parseMoment(cell, dates)
    if (moment === null || moment instanceof CastProblem) return moment
    return `${moment.day} ${clockText(moment.seconds ?? 0)}`
  })
}
