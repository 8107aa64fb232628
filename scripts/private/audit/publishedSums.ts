import { binOf } from '../../../src/cubes/binDimensions.ts'
import {
  cutOf,
  isMerged,
  measuresOf,
  merged,
  shortestOf,
  type CubeTable,
  type CubeValue,
  type Cut,
  type Dimension,
} from '../../../src/cubes/cube.ts'
import type { WholeNumbers } from '../ledger/ledger.ts'
import type { SumName } from './auditReport.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import type { FineCells } from './fineCells.ts'
import { lagBins } from './lagBins.ts'
import { layersOf } from './layer.ts'
import { tallyOf } from './tallyOf.ts'

/** A sum of a published table, and the cells of people that it adds up. */
export interface PublishedSum extends SumName {
  readonly isOther: boolean
  /** Null where it is merged; 0 where its row is missing. */
  readonly value: number | null
  /** Of "Other (merged)": the cells of all values that are null. */
  readonly cells: readonly number[]
  /** Whether it is the 0 of a group in which everybody's amount is 0: the gate never merges such a sum. */
  readonly isNobodys: boolean
}

/** One measure of one table in one period: a sum for each value, and "Other (merged)" if it has a row. */
export interface Slice extends Omit<SumName, 'values'> {
  readonly cut: readonly Dimension[]
  /** Whether the month or quarter has not ended by the as-of date. */
  readonly isOpen: boolean
  readonly sums: readonly PublishedSum[]
  readonly other: PublishedSum | null
  /** Its place, and of each sum what is shown and of how many cells: what the checks depend on. */
  readonly text: string
}

interface Group {
  /** Its values as one text. */
  readonly name: string
  readonly values: readonly (string | number)[]
  readonly cells: readonly number[]
}

interface Period {
  readonly month: string
  readonly months: number
  readonly isOpen: boolean
  /** Published rows by the text of their values. */
  readonly rows: ReadonlyMap<string, number>
}

/** Every slice of a table, with the sums that it lacks as zeros; `openMonth` is the running one. */
export function publishedSums(fine: FineCells, table: CubeTable, openMonth: string): Slice[] {
  const declared = cutOf(fine.fact, table.cube.name)
  const cut = declared.by
  const measures = measuresOf(fine.fact, declared).map(([name]) => name)
  return periodsOf(fine, { table, declared, openMonth }).flatMap((period) => {
    const groups = groupsOf(fine, { table, cut, period, measures })
    return measures.map((measure) => slice(fine, { table, cut, period, groups }, measure))
  })
}

/** The text that stands for a cell's values. */
export function valuesText(values: readonly CubeValue[]): string {
  return JSON.stringify(values)
}

function periodsOf(
  { months }: FineCells,
  { table, declared, openMonth }: { table: CubeTable; declared: Cut; openMonth: string },
): Period[] {
  const own = shortestOf(declared)
  const cut = declared.by
  const rows = new Map<string, Map<string, number>>()
  for (const month of new Set(months)) {
    rows.set(`${own === 3 ? calendarQuarter(month) : month} ${own}`, new Map())
  }
  for (let row = 0; row < table.rowCount; row += 1) {
    const period = `${String(table.columns.month?.[row]).slice(0, 7)} ${String(table.columns.months?.[row])}`
    const values = cut.map((name) => table.columns[name]?.[row] ?? null)
    rows.set(period, (rows.get(period) ?? new Map<string, number>()).set(valuesText(values), row))
  }
  return [...rows].map(([text, found]) => {
    const month = text.slice(0, 7)
    const length = Number(text.slice(8))
    const isOpen = length === 3 ? month >= calendarQuarter(openMonth) : month >= openMonth
    return { month, months: length, isOpen, rows: found }
  })
}

interface Grouping {
  readonly table: CubeTable
  readonly cut: readonly Dimension[]
  readonly period: Period
  /** Those of the cut. */
  readonly measures: readonly string[]
}

/** The values that have cells or a row in a period, without "Other (merged)". */
function groupsOf(fine: FineCells, { table, cut, period, measures }: Grouping): Group[] {
  const found = cellGroups(fine, { cut, period, measures })
  const bin = binOf(cut)
  const groups =
    bin !== null ? lagBins(fine, [...found.values()], { bin, table, measures, ...period }) : found
  const all = new Map<string, Group>(groups)
  for (const [text, row] of period.rows) {
    if (all.has(text) || text === otherText(cut)) continue
    all.set(text, { name: text, values: cut.map((name) => table.columns[name]?.[row] ?? ''), cells: [] })
  }
  return [...all.values()]
}

/** The cells of each value, by cut and period: they stay the same while the rows do. */
const known = new WeakMap<FineCells, Map<string, ReadonlyMap<string, Group>>>()

function cellGroups(
  fine: FineCells,
  { cut, period: { month, months }, measures }: Omit<Grouping, 'table'>,
): ReadonlyMap<string, Group> {
  const own = known.get(fine) ?? new Map<string, ReadonlyMap<string, Group>>()
  known.set(fine, own)
  const name = [month, months, ...cut].join(' ')
  const before = own.get(name)
  if (before !== undefined) return before
  const found = new Map<number, Group & { cells: number[] }>()
  const columns = cut.flatMap((dimension) => fine.rows.values[fine.rows.cut.indexOf(dimension)] ?? [])
  const amounts = measures.flatMap((measure) => fine.rows.measures[measure] ?? [])
  for (const cell of fine.byPeriod.get(`${month} ${months}`) ?? []) {
    // What a table does not count has no value in it: payments are of no adjustment category.
    if (!isCounted(fine, cell, amounts)) continue
    const row = fine.order[fine.start[cell] ?? -1] ?? -1
    let code = 0
    for (const { names, codes } of columns) code = code * names.length + (codes[row] ?? -1)
    const group = found.get(code) ?? groupAt(columns, row)
    group.cells.push(cell)
    found.set(code, group)
  }
  const named = new Map([...found.values()].map((group) => [group.name, group]))
  own.set(name, named)
  return named
}

/** The group of a row's values, without cells yet. */
function groupAt(columns: FineCells['rows']['values'], row: number): Group & { cells: number[] } {
  const values = columns.map(({ names, codes }) => names[codes[row] ?? -1] ?? '')
  return { name: valuesText(values), values, cells: [] }
}

/** Whether any of the amounts of a cell's rows is not 0. */
function isCounted({ start, order }: FineCells, cell: number, amounts: readonly WholeNumbers[]): boolean {
  for (let at = start[cell] ?? 0; at < (start[cell + 1] ?? 0); at += 1) {
    const row = order[at] ?? -1
    for (const column of amounts) if (column[row] !== 0) return true
  }
  return false
}

function otherText(cut: readonly Dimension[]): string | null {
  return cut.length === 0 ? null : valuesText(cut.map(() => merged))
}

function slice(
  fine: FineCells,
  place: { table: CubeTable; cut: readonly Dimension[]; period: Period; groups: readonly Group[] },
  measure: string,
): Slice {
  const { table, cut, period, groups } = place
  const { month, months, isOpen, rows } = period
  const read = (row: number | undefined): number | null => {
    if (row === undefined) return 0
    const value = table.columns[measure]?.[row] ?? null
    return value === null ? null : Number(value)
  }
  const name = { table: table.cube.name, month, months, measure }
  const otherRow = rows.get(otherText(cut) ?? '')
  const sums = groups.map(({ name: text, values, cells }) => {
    // A name that must not be published has no row: all that it stands for is merged.
    const row = rows.get(text)
    const value = values.some(isMerged) && otherRow !== undefined ? null : read(row)
    return {
      ...name,
      values,
      cells,
      isOther: false,
      value,
      isNobodys: isNobodys(fine, { value, cells, measure }),
    }
  })
  const cells = sums.filter(({ value }) => value === null).flatMap((sum) => sum.cells)
  const values = cut.map(() => merged)
  const ofOther = { value: read(otherRow), cells }
  const other =
    otherRow === undefined
      ? null
      : { ...name, values, ...ofOther, isOther: true, isNobodys: isNobodys(fine, { ...ofOther, measure }) }
  const texts = groups.map(
    (group, index) => `${group.name} ${String(group.cells.length)} ${String(sums[index]?.value)}`,
  )
  const text = [name.table, measure, month, months, isOpen, String(other?.value), ...texts].join('|')
  return { ...name, cut, isOpen, sums, other, text }
}

/** Whether a sum is 0 and everybody's own is. */
function isNobodys(
  fine: FineCells,
  { value, cells, measure }: { value: number | null; cells: readonly number[]; measure: string },
): boolean {
  if (value !== 0) return false
  const [tally, layer] = [tallyOf(fine).start(), layersOf(fine)(measure)]
  for (const cell of cells) tally.add(fine, cell, layer)
  return tally.isEmpty
}
