import { normaliseHeader } from './normaliseHeader.ts'

const things = `settings map header alias aliases headers status transaction type adjustment visit wrvu table wrvus
  providers provider payers staff roster employees goals targets budget expenses payables credentials compliance tasks
  slots appointments appts schedule charges transactions payments billing ledger aging a r ar payroll journal summary`
const marks = 'copy export report tab data sheet q1 q2 q3 q4 read me readme instructions words control'
const months = `jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
  september october november december`

const plain = new Set([things, marks, months].flatMap((words) => words.split(/\s+/)))

/**
 * Whether a tab's or file's name is made of nothing but words for what tabs hold, months and short numbers:
 * `Schedule 2026-10`, `payroll (2)`. Anything else may be the name of a person, and is not published.
 */
export function isPlainName(name: string): boolean {
  const words = normaliseHeader(name).split(' ')
  return words.every((word) => plain.has(word) || /^\d{1,4}$/.test(word))
}
