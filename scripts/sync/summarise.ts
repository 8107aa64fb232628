import type { Account, Health, TotalsHealth } from '../../src/bundle/bundle.ts'
import { onOneLine } from '../errors/onOneLine.ts'
import { counted } from '../words/counted.ts'
import { dollars } from '../words/dollars.ts'
import { wrapped } from '../words/wrapped.ts'
import { problemLines } from './problemLines.ts'
import type { SyncResult } from './sync.ts'
import { screenWidth, tabLines } from './tabLines.ts'

/** Where a run's bundle went, in words for the summary. */
export interface Destination {
  readonly demo: boolean
  /** Null after a dry run. */
  readonly out: string | null
  /** Where the quarantine list was written; null if nothing was rejected, or after a dry run. */
  readonly quarantine: string | null
  /** Where the privacy audit was written; null if it was not. */
  readonly auditPage: string | null
  /** Where everything that the run noticed was written; null if it was not. */
  readonly notes: string | null
}

/** The totals of all tabs; rows, and cents where the dataset has an amount. */
export function totalsOf(health: Health): { rows: Account; cents: Account } {
  return {
    rows: sum(health.tabs.map((tab) => tab.rows)),
    cents: sum(health.tabs.flatMap((tab) => tab.cents ?? [])),
  }
}

/** How many lines a screen has for the summary; a line that is cut off says nothing. */
const screenLines = 40

/**
 * What a run did, on one screen: each tab once, then all rows and cents, what is wrong with them, what was published and
 * what to do next. Counts and names only, never a value.
 */
export function summarise(result: SyncResult, destination: Destination): string {
  const { practice, health, intake } = result
  const totals = totalsOf(health)
  const head = [
    `Practice Vitals · ${practice.name} · as of ${practice.asOf} · ${practice.months.first} to ${practice.months.last}`,
    '',
    ...tabLines(intake),
    '',
    ...wrapped(`Rows:     ${rowLine(totals.rows)}`, screenWidth, indent),
    ...amountLines(health, totals.cents).flatMap((line) => wrapped(line, screenWidth, indent)),
    ...statedLines(health).flatMap((line) => wrapped(line, screenWidth, indent)),
  ]
  const foot = [
    ...auditLines(result, destination),
    ...viewersLines(result),
    ...publishedLines(result, destination),
    ...nextLines(result, destination),
  ].flatMap((line) => (line.startsWith(' ') ? [line] : wrapped(line, screenWidth, indent)))
  const { notes } = destination
  const whole = notes === null ? 'With --json, all are printed.' : `All of them: ${notes}`
  const problems = problemLines(result, screenLines - head.length - foot.length - 2, whole)
  return [...head, ...part(problems), ...part(foot)].map(onOneLine).join('\n')
}

const indent = ' '.repeat(10)

function part(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

/** What to do about what is wrong, most gain first; nothing where nothing is. */
function nextLines({ health, intake }: SyncResult, { out, quarantine }: Destination): string[] {
  const lost = intake.taken.filter(({ leftOut }) => leftOut !== null).length
  const barren = intake.taken.filter(
    ({ accounts }) => accounts.length > 0 && accounts.every(({ rows }) => rows.included === 0),
  ).length
  const rejected = new Set(
    intake.rejects.map(({ workbook, tab, row }) => JSON.stringify([workbook, tab, row])),
  ).size
  const unknown = health.unmapped.reduce((sum, { values }) => sum + values, 0)
  const list = quarantine === null ? '' : ` (each is listed in ${quarantine})`
  const steps = [
    lost > 0 &&
      `say what the ${lost === 1 ? 'tab is that was' : `${String(lost)} tabs are that were`} left out, with npm run setup`,
    barren > 0 && `look at the ${barren === 1 ? 'tab' : `${String(barren)} tabs`} of which no row counts`,
    rejected > 0 && `correct ${counted(rejected, 'rejected row')}${list}`,
    unknown > 0 &&
      `say what ${counted(unknown, 'unknown value')} ${unknown === 1 ? 'means' : 'mean'}, in the map and payers tabs`,
  ].filter((step) => step !== false)
  const again = out === null ? 'then sync again, without --dry-run to publish' : 'then sync again'
  if (steps.length > 0) return [`Next:     ${steps.join('; ')}; ${again}.`]
  return out === null ? ['Next:     sync without --dry-run, to publish.'] : []
}

const columns = ['read', 'included', 'quarantined', 'duplicates', 'blank', 'outOfScope'] as const

function sum(accounts: readonly Account[]): Account {
  const total = { read: 0, included: 0, quarantined: 0, duplicates: 0, blank: 0, outOfScope: 0 }
  for (const account of accounts) for (const column of columns) total[column] += account[column]
  return total
}

function rowLine(rows: Account): string {
  const format = (value: number) => value.toLocaleString('en-US')
  return `${format(rows.read)} read = ${format(rows.included)} included + ${format(rows.quarantined)} rejected + ${format(rows.duplicates)} duplicate + ${format(rows.outOfScope)} out of scope + ${format(rows.blank)} blank`
}

/**
 * Money as the ledger signs it, over all tabs that have an amount. What stands in total rows and the like is
 * told apart: a grand total beside its rows would otherwise look like money lost.
 */
function amountLines({ tabs }: Health, cents: Account): string[] {
  if (tabs.every((tab) => tab.cents === null)) return []
  const { read, included, quarantined, duplicates, outOfScope } = cents
  const parts = `${dollars(included)} included + ${dollars(quarantined)} rejected + ${dollars(duplicates)} duplicate`
  const data = `Amounts:  ${dollars(read - outOfScope)} of data = ${parts} (payments and adjustments deducted)`
  if (outOfScope === 0) return [data]
  return [
    data,
    `          ${dollars(outOfScope)} more in total rows, test patients and rows outside "scope": not counted.`,
  ]
}

/** Totals that the files state of their own rows; a difference that nobody accepted had refused the run. */
function statedLines({ tabs }: Health): string[] {
  const sum = (part: keyof TotalsHealth): number =>
    tabs.reduce((all, { totals }) => all + (totals?.[part] ?? 0), 0)
  const [held, accepted, unread] = [sum('held'), sum('accepted'), sum('unread')]
  if (held + accepted + unread === 0) return []
  const more = [
    ...(accepted === 0 ? [] : [`${accepted.toLocaleString('en-US')} differ as the config accepts`]),
    ...(unread === 0 ? [] : [`${unread.toLocaleString('en-US')} could not be compared`]),
  ]
  return [`Totals:   ${[`${counted(held, 'total')} in the files agree with their rows`, ...more].join('; ')}`]
}

/** What protects small groups of people, in two lines. */
function auditLines({ audit }: SyncResult, { auditPage }: Destination): string[] {
  const { cellsChecked, merged, withheld, smallest } = audit
  const number = (value: number) => value.toLocaleString('en-US')
  const groups = [
    ...(smallest.patient ? [`${number(smallest.patient.people)} patients`] : []),
    ...(smallest.employee ? [`${number(smallest.employee.people)} on the payroll`] : []),
  ]
  const fewest = groups.length === 0 ? '' : `smallest group shown: ${groups.join(', ')}`
  const page = auditPage === null ? '' : `more in ${auditPage}`
  const rest = [fewest, page].filter((one) => one !== '').join('; ')
  return [
    `Privacy:  ${number(cellsChecked)} sums checked, ${number(merged)} merged, ${number(withheld)} totals shown nowhere`,
    ...(rest === '' ? [] : [`${indent}${rest}`]),
  ]
}

/** What viewers are shown, where there are any. */
function viewersLines({ viewers }: SyncResult): string[] {
  if (viewers === null) return []
  const { edition, isNew, isWithdrawn, next } = viewers
  const later = `the numbers up to ${next.day}, from ${next.from} on`
  if (isWithdrawn) return [`Viewers:  nothing for now, what they were shown is withdrawn. Next ${later}.`]
  if (edition === null) return [`Viewers:  nothing yet, because no row counts that early. First ${later}.`]
  const how = isNew ? 'taken now' : 'as they were taken'
  return [`Viewers:  numbers up to ${edition.day}, ${how}; corrections show with the next ones: ${later}.`]
}

function publishedLines(result: SyncResult, { demo, out }: Destination): string[] {
  const size = `${String(result.tables.length)} cubes, ${(result.bytes / 1000).toFixed(0)} kB`
  if (out === null) return [`Dry run: ${size} would be published; nothing was written.`]
  if (demo) return [`Published ${size} to ${out} (invented practice: may be served openly).`]
  return [
    `Sealed ${size} in ${out}, and signed for fourteen days; each run signs anew.`,
    'To look at it on this computer:',
    `  npm run serve -- --bundle ${/^[\w./-]+$/.test(out) ? out : JSON.stringify(out)}`,
    'then open a link of npm run share, with the address that the command tells in the place of the site.',
  ]
}
