import { CastProblem } from '../../validate/casts/cast.ts'
import { parseMoment, type MonthRule } from '../../validate/casts/parseMoment.ts'

/** The first and the last day, `2026-10-05`. */
export type DateRange = readonly [string, string]

/**
 * Days as the title of a report has them: `10/05/2026 - 10/18/2026`, `October 1 - 14, 2026`, `January through March 2026`,
 * one day, one month. Null where it is none of these, or ends before it begins.
 */
export function readDateRange(text: string): DateRange | null {
  const [from = '', to, ...more] = text.trim().split(/\s+(?:through|thru|to|-|–|—)\s+/i)
  if (more.length > 0) return null
  const [first, last] = to === undefined ? [from, from] : completed(from, to)
  const [start, end] = [dayOf(first, 'first'), dayOf(last, 'last')]
  return start === null || end === null || start > end ? null : [start, end]
}

/** What is said once for both: the year stands behind the last day, the month before the first. */
function completed(from: string, to: string): [string, string] {
  const last = /^\d{1,2},/.test(to) ? `${/^\p{L}+/u.exec(from)?.[0] ?? ''} ${to}` : to
  const year = /(?:,|\s)\s*(\d{4})$/.exec(last)?.[1]
  if (year === undefined || /\d{4}/.test(from) || !/^\p{L}/u.test(from)) return [from, last]
  return [/\d/.test(from) ? `${from}, ${year}` : `${from} ${year}`, last]
}

function dayOf(text: string, month: MonthRule): string | null {
  const moment = parseMoment(text, { timeZone: 'UTC', month })
  return moment === null || moment instanceof CastProblem ? null : moment.day
}
