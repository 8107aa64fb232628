import { onOneLine } from '../errors/onOneLine.ts'
import type { Intake, Reject, TakenTab } from '../private/intake.ts'
import { shortened, wrapped } from '../words/wrapped.ts'

/** How wide a screen is. */
export const screenWidth = 100

/** As many tabs have a line each; of more, so few that they and the names of the others fill so many lines. */
const mostRows = 20
const mostLines = 15
/** However many names there are, those tabs have a line that matter most. */
const fewestRows = 10
const widestName = 46
const narrowestTaken = 20
const heads = ['rows', 'counted', 'rejected', 'aside'] as const

/** One tab of the table. */
interface TabRow {
  readonly name: string
  readonly taken: string
  /** Rows under the header; lines of the ledger that they gave; rows rejected; duplicates, blanks, totals. */
  readonly numbers: readonly number[]
  /** Whether something of it counts and nothing is rejected. */
  readonly isClean: boolean
  readonly files: readonly string[]
}

/**
 * Every tab once: what it was taken for, its rows, the lines they count as, rows rejected and rows set aside (duplicates,
 * blanks, totals, test patients, out of scope). Where there are many, the largest and those with rejected rows; of the rest
 * the names.
 */
export function tabLines({ taken, rejects }: Pick<Intake, 'taken' | 'rejects'>): string[] {
  const rows = taken.map((tab) => tabRow(tab, rejects, tabName(tab, taken)))
  const { shown, named } = cut(rows)
  const several = taken.some(({ accounts }) => accounts.length > 1)
  return [
    ...tableOf(shown),
    ...named,
    ...rows.filter(({ files }) => files.length > 1).flatMap(({ name, files }) => listOf(`  ${name}:`, files)),
    ...(several ? ['  (A row of a wide report counts as several: a charge, and each payment on it.)'] : []),
  ]
}

/** The rows that have a line, and the names of the others. */
function cut(rows: readonly TabRow[]): {
  readonly shown: readonly TabRow[]
  readonly named: readonly string[]
} {
  if (rows.length <= mostRows) return { shown: rows, named: [] }
  for (let count = mostLines; ; count--) {
    const shown = mattering(rows, count)
    const others = rows.filter((row) => !shown.includes(row))
    const named = listOf(
      `  and ${String(others.length)} more:`,
      others.map(({ name }) => name),
    )
    if (count <= fewestRows || shown.length + named.length <= mostLines) return { shown, named }
  }
}

/** A tab's name: its file where that has no other, its own in the only workbook, else both. */
function tabName({ workbook, name }: TakenTab, all: readonly TakenTab[]): string {
  const besides = all.filter((one) => one.workbook === workbook).length
  if (besides === 1) return workbook
  return besides === all.length ? name : `${workbook}: ${name}`
}

function tabRow(tab: TakenTab, rejects: readonly Reject[], name: string): TabRow {
  const { accounts, files = [], report, leftOut } = tab
  const of = (field: 'read' | 'included' | 'duplicates' | 'blank' | 'outOfScope') =>
    accounts.map(({ rows }) => rows[field])
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  const isOfTab = (one: Reject) => one.workbook === tab.workbook && one.tab === tab.name
  const rejected = new Set(rejects.filter(isOfTab).map(({ row }) => row)).size
  // A row is of every part of a report: a total in each of them, blank only where it is in all.
  const aside = sum(of('duplicates')) + Math.max(0, ...of('outOfScope')) + Math.min(...of('blank'), Infinity)
  const [only] = files
  const read = report ?? accounts[0]?.dataset.replaceAll('_', ' ') ?? ''
  return {
    // At the start of a line, GitHub's runner takes two colons for a command.
    name: onOneLine(files.length === 1 && only !== undefined ? only : name).replace(/^\s*:+/, ''),
    taken: leftOut === null ? (read.split(',')[0] ?? '') : 'left out',
    numbers: leftOut === null ? [Math.max(0, ...of('read')), sum(of('included')), rejected, aside] : [],
    isClean: leftOut === null && rejected === 0 && sum(of('included')) > 0,
    files,
  }
}

/** Those with something amiss, then those with the most rows, in the source's order. */
function mattering(rows: readonly TabRow[], count: number): TabRow[] {
  const byWeight = rows.toSorted(
    (a, b) => Number(a.isClean) - Number(b.isClean) || (b.numbers[0] ?? 0) - (a.numbers[0] ?? 0),
  )
  const first = new Set(byWeight.slice(0, count))
  return rows.filter((row) => first.has(row))
}

/** Numbers in full, then names; what tabs were taken for has the width that is left. */
function tableOf(rows: readonly TabRow[]): string[] {
  const table = [
    ['file or tab', 'taken for', ...heads],
    ...rows.map(({ name, taken, numbers }) => [
      shortened(name, widestName),
      taken,
      ...heads.map((_, index) => numbers[index]?.toLocaleString('en-US') ?? '-'),
    ]),
  ]
  const widths = (table[0] ?? []).map((_, index) =>
    Math.max(...table.map((row) => (row[index] ?? '').length)),
  )
  const others = widths.reduce((sum, width, index) => (index === 1 ? sum : sum + width + 2), 0)
  widths[1] = Math.min(widths[1] ?? 0, Math.max(narrowestTaken, screenWidth - others))
  return table.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return index < 2 ? shortened(cell, width).padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}

function listOf(title: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : wrapped(`${title} ${names.map(onOneLine).join(', ')}`, screenWidth, '    ')
}
