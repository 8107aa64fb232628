import { normaliseHeader } from './normaliseHeader.ts'

const things = `settings map header alias aliases headers status transaction type adjustment visit wrvu table wrvus
  providers provider payers staff roster employees goals targets budget expenses payables credentials compliance tasks
  slots appointments appts schedule charges transactions payments billing ledger aging a r ar payroll journal summary`
const marks = 'copy export report tab data sheet q1 q2 q3 q4 read me readme instructions words control'
const months = `jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
  september october november december`

const thingWords = new Set(things.split(/\s+/))
const monthWords = new Set(months.split(/\s+/))
const plain = new Set([...thingWords, ...marks.split(' '), ...monthWords])

/**
 * Whether a tab's or file's name is made of nothing but words for what tabs hold, a year and a month, or the number
 * of a copy: `Schedule 2026-10`, `payroll (2)`. Anything else, a day among it, may be somebody's, and is not
 * published.
 */
export function isPlainName(name: string): boolean {
  const words = normaliseHeader(name).split(' ')
  if (!words.some((word) => thingWords.has(word))) return false
  return words.every((word, at) => plain.has(word) || isPlainNumber(word, words, at))
}

/** A year; the month right behind it; or, at the end of a name without any date, one digit. */
function isPlainNumber(word: string, words: readonly string[], at: number): boolean {
  if (/^20\d\d$/.test(word)) return true
  if (/^(?:0[1-9]|1[0-2])$/.test(word)) return /^20\d\d$/.test(words[at - 1] ?? '')
  const isDated = words.some((other) => monthWords.has(other) || /^\d\d/.test(other))
  return /^[1-9]$/.test(word) && at === words.length - 1 && !isDated
}
