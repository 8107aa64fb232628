import type { Account, Health, TabHealth, TotalsHealth } from '../../src/bundle/bundle.ts'
import { onOneLine } from '../errors/onOneLine.ts'
import { andMore, counted } from '../words/counted.ts'
import { dollars } from '../words/dollars.ts'
import type { SyncResult } from './sync.ts'

/** Where a run's bundle went, in words for the summary. */
export interface Destination {
  readonly demo: boolean
  /** Null after a dry run. */
  readonly out: string | null
  /** Where the quarantine list was written; null if nothing was rejected, or after a dry run. */
  readonly quarantine: string | null
  /** Where the privacy audit was written; null if it was not. */
  readonly auditPage: string | null
}

/** The totals of all tabs; rows, and cents where the dataset has an amount. */
export function totalsOf(health: Health): { rows: Account; cents: Account } {
  return {
    rows: sum(health.tabs.map((tab) => tab.rows)),
    cents: sum(health.tabs.flatMap((tab) => tab.cents ?? [])),
  }
}

/** What a run did, on one screen. Counts and names only, never a value. */
export function summarise(result: SyncResult, destination: Destination): string {
  const { practice, health } = result
  const totals = totalsOf(health)
  return [
    `Practice Vitals · ${practice.name} · as of ${practice.asOf} · ${practice.months.first} to ${practice.months.last}`,
    '',
    ...tabTable(health.tabs),
    '',
    `Rows:    ${rowLine(totals.rows)}`,
    ...amountLines(health, totals.cents),
    ...statedLines(health),
    ...rejectedLines(health, destination),
    ...unmappedLines(result),
    ...health.warnings.slice(0, 5).map((warning) => `Note:    ${warning}`),
    ...moreLine(health.warnings.length - 5, 'note'),
    ...auditLines(result, destination),
    ...viewersLines(result),
    '',
    ...publishedLines(result, destination),
  ]
    .map(onOneLine)
    .join('\n')
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
  const data = `Amounts: ${dollars(read - outOfScope)} of data = ${parts} (payments and adjustments deducted)`
  if (outOfScope === 0) return [data]
  return [
    data,
    `         ${dollars(outOfScope)} more in total rows, test patients and rows outside "scope": not counted.`,
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
  return [`Totals:  ${[`${counted(held, 'total')} in the files agree with their rows`, ...more].join('; ')}`]
}

function tabTable(tabs: readonly TabHealth[]): string[] {
  const rows = tabs.map((tab) => [
    // At the start of a line, GitHub's runner takes two colons for a command.
    onOneLine(tab.tab).replace(/^\s*:+/, ''),
    tab.dataset,
    String(tab.headerRow),
    ...columns.map((column) => tab.rows[column].toLocaleString('en-US')),
  ])
  const table = [
    ['tab', 'read as', 'header', 'rows', 'included', 'rejected', 'duplicate', 'blank', 'out of scope'],
    ...rows,
  ]
  const widths = (table[0] ?? []).map((_, index) =>
    Math.max(...table.map((row) => (row[index] ?? '').length)),
  )
  return table.map((row) =>
    row
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  '),
  )
}

function rejectedLines(health: Health, { quarantine }: Destination): string[] {
  const lines = [...health.rejected]
    .sort((a, b) => b.rows - a.rows)
    .slice(0, 6)
    .map(
      ({ tab, column, rule, rows, fix }) =>
        `  ${tab}${column === null ? '' : `, column ${column}`}: ${rule} (${counted(rows, 'row')}). ${fix}`,
    )
  if (lines.length === 0) return []
  const where = quarantine === null ? '' : `; every row: ${quarantine}`
  return [`Rejected, most frequent first${where}`, ...lines, ...moreLine(health.rejected.length - 6, 'rule')]
}

/** With the first cell of each, since its value is not told, and where to say what it means. */
function unmappedLines({ health, intake }: SyncResult): string[] {
  return health.unmapped.map(({ dataset, field, values, rows, cents }) => {
    const found = intake.unmapped.find((one) => one.dataset === dataset && one.field === field)
    const what = `${counted(values, 'value')} on ${counted(rows, 'row')}${cents === null ? '' : `, ${dollars(cents)}`}`
    const lines = `Unmapped: ${dataset}.${field}: ${what}`
    if (found === undefined) return lines
    const { row, column, tab } = found.first
    const place = column === null ? `row ${String(row)}` : `${column}${String(row)}`
    const remedy = found.mapTab === null ? '' : `. Add to ${found.mapTab}`
    return `${lines}; the first in ${onOneLine(tab)}, ${place}${remedy}`
  })
}

/** What protects small groups of people, in two lines. */
function auditLines({ audit }: SyncResult, { auditPage }: Destination): string[] {
  const { cellsChecked, merged, withheld, smallest } = audit
  const number = (value: number) => value.toLocaleString('en-US')
  const groups = [
    ...(smallest.patient ? [`${number(smallest.patient.people)} patients`] : []),
    ...(smallest.employee ? [`${number(smallest.employee.people)} on the payroll`] : []),
  ]
  const fewest = groups.length === 0 ? '' : `; smallest group shown: ${groups.join(', ')}`
  const page = auditPage === null ? '' : `: ${auditPage}`
  return [
    `Privacy: ${number(cellsChecked)} sums checked, ${number(merged)} merged, ${number(withheld)} totals shown nowhere${fewest}${page}`,
  ]
}

/** What viewers are shown, where there are any. */
function viewersLines({ viewers }: SyncResult): string[] {
  if (viewers === null) return []
  const { edition, isNew, isWithdrawn, next } = viewers
  const later = `the numbers up to ${next.day}, from ${next.from} on`
  if (isWithdrawn) return [`Viewers: nothing for now, what they were shown is withdrawn. Next ${later}.`]
  if (edition === null) return [`Viewers: nothing yet, because no row counts that early. First ${later}.`]
  const how = isNew ? 'taken now' : 'as they were taken'
  return [`Viewers: numbers up to ${edition.day}, ${how}; corrections show with the next ones: ${later}.`]
}

function publishedLines(result: SyncResult, { demo, out }: Destination): string[] {
  const size = `${String(result.tables.length)} cubes, ${(result.bytes / 1000).toFixed(0)} kB`
  if (out === null) return [`Dry run: ${size} would be published; nothing was written.`]
  if (demo) return [`Published ${size} to ${out} (invented practice: may be served openly).`]
  return [
    `Sealed ${size} in ${out}, and signed for fourteen days; each run signs anew. To look at it on this computer:`,
    `  npm run serve -- --bundle ${/^[\w./-]+$/.test(out) ? out : JSON.stringify(out)}`,
    'then open a link of npm run share, with the address that the command tells in the place of the site.',
  ]
}

function moreLine(count: number, what: string): string[] {
  return count > 0 ? [`  ${andMore(count, what)}`] : []
}
