import type { Cell, Row } from '../../scripts/private/sources/source.ts'
import { dayOf, providerName, type CleanColumn, type CleanTable, type ColumnKind } from './cleanTables.ts'

/** Where a row below the header must land. */
export type Fate = 'included' | 'quarantined' | 'duplicates' | 'blank' | 'outOfScope'

/** A row of a table that is being made messy: cells by field, or a header that is repeated. */
interface MessyRow {
  cells: Record<string, Cell>
  readonly fate: Fate
  /** The row is the header once more. */
  readonly isHeader?: boolean
  /** What the row states is of all rows above it, or of those since the last such row. */
  readonly totalOf?: 'all' | 'since the last'
}

/** A table that is being made messy. */
export interface MessyTable {
  readonly clean: CleanTable
  titles: Row[]
  /** Row of group names above the header's names. */
  groups: boolean
  headers: Map<string, string>
  /** Fields from left to right; null is a blank column. */
  order: (string | null)[]
  rows: MessyRow[]
}

/** One kind of mess, applied with a random number that says where and how. */
export type Transformation = (table: MessyTable, pick: number) => void

/** The clean table as it is before anything is done to it. */
export function untouched(clean: CleanTable): MessyTable {
  return {
    clean,
    titles: [],
    groups: false,
    headers: new Map(clean.columns.map(({ field, header }) => [field, header])),
    order: clean.columns.map(({ field }) => field),
    rows: clean.rows.map(({ cells }) => ({ cells: { ...cells }, fate: 'included' })),
  }
}

/** The tab as a reader gives it. */
export function rowsOf({ clean, titles, groups, headers, order, rows }: MessyTable): Row[] {
  const header = order.map((field) => (field === null ? null : (headers.get(field) ?? null)))
  const group: Row[] = groups ? [order.map((_, index) => (index === 1 ? 'Details' : null))] : []
  const body = rows.map((row, index) => {
    if (row.isHeader === true) return header
    const { control } = clean
    const stated = row.totalOf && control !== null ? { [control]: statedAt(rows, index, control) } : {}
    const cells = { ...row.cells, ...stated }
    return order.map((field) => (field === null ? null : (cells[field] ?? null)))
  })
  return [...titles, ...group, header, ...body]
}

/** Row number of the header. */
export function headerRowOf({ titles, groups }: MessyTable): number {
  return titles.length + (groups ? 2 : 1)
}

/** Every kind of mess by name; those that only write a cell otherwise leave every row's fate as it is. */
export const transformations: Readonly<Record<string, Transformation>> = {
  // Nothing may happen to the rows.
  datesAsText: rewrite('date', (cell, pick) =>
    Number.isInteger(cell) && typeof cell === 'number' ? one(dateSpellings, pick)(cell) : cell,
  ),
  timesAsText: rewrite('time', (cell, pick) =>
    typeof cell === 'string' && /^\d\d:\d\d$/.test(cell) ? one(timeSpellings, pick)(cell) : cell,
  ),
  moneyAsText: rewrite('money', (cell, pick) =>
    typeof cell === 'number' ? one(moneySpellings, pick)(cell) : cell,
  ),
  hoursAsText: rewrite('hours', (cell) => (typeof cell === 'number' ? ` ${String(cell)} ` : cell)),
  providersOtherwise: rewrite('provider', (cell, pick) =>
    cell === providerName ? one(providerSpellings, pick) : cell,
  ),
  idsAsText: rewrite('id', (cell) => (typeof cell === 'number' ? String(cell) : cell)),
  apostrophes: rewrite('id', (cell) => (typeof cell === 'number' ? `'${String(cell)}` : cell)),
  codesWithPoint: (table) => {
    for (const row of table.rows) {
      const { cpt } = row.cells
      if (typeof cpt === 'string' && /^\d+$/.test(cpt)) row.cells = { ...row.cells, cpt: `${cpt}.0` }
    }
  },
  wordsPadded: rewrite('word', (cell, pick) =>
    typeof cell === 'string' ? one([` ${cell} `, `${cell}\u00a0`, cell.toUpperCase()], pick) : cell,
  ),
  textsPadded: rewrite('text', (cell) => (typeof cell === 'string' ? `\u00a0${cell}  ` : cell)),
  negativePayments: (table) => {
    // A whole export with the other sign; its rows mean the same.
    if (table.clean.dataset !== 'transactions' || table.rows.some(({ fate }) => fate !== 'included')) return
    if (!table.rows.every(({ cells }) => typeof cells.amount === 'number')) return
    for (const row of table.rows) row.cells = { ...row.cells, amount: -Math.abs(Number(row.cells.amount)) }
  },
  titleBlock: (table, pick) => {
    const block: Row[] = [['Monthly report'], [], ['Harbor Lane Family Practice', null, 'October 2026']]
    if (table.titles.length < 10) table.titles = [...block.slice(0, 1 + (pick % 3)), ...table.titles]
  },
  headersOtherwise: (table, pick) => {
    const spell = one(headerSpellings, pick)
    table.headers = new Map(table.clean.columns.map(({ field, header }) => [field, spell(header)]))
  },
  groupRow: (table) => {
    table.groups = true
  },
  blankColumns: (table) => {
    if (table.order.includes(null)) return
    table.order = table.order.flatMap((field) => [field, null])
  },
  columnMoved: (table, pick) => {
    const from = pick % table.order.length
    const [field = null] = table.order.splice(from, 1)
    table.order.splice((pick * 7) % (table.order.length + 1), 0, field)
  },
  rowsSorted: (table) =>
    table.rows.sort((a, b) => Number(a.cells[table.clean.id]) - Number(b.cells[table.clean.id])),
  // A row of its own comes in, and must land where its fate says.
  blankRow: (table, pick) => insert(table, pick, { cells: { [table.clean.id]: ' ' }, fate: 'blank' }),
  repeatedHeader: (table, pick) => insert(table, pick, { cells: {}, fate: 'outOfScope', isHeader: true }),
  subtotal: (table, pick) =>
    insert(table, pick, {
      cells: { [table.clean.label]: one(totalLabels, pick) },
      fate: 'outOfScope',
      totalOf: pick % 2 === 0 ? 'all' : 'since the last',
    }),
  footer: (table, pick) =>
    insert(table, pick, { cells: { [table.clean.label]: one(footers, pick) }, fate: 'outOfScope' }),
  pastedTwice: (table, pick) => {
    const row = table.rows[pick % table.rows.length]
    if (row?.fate === 'included') table.rows.push({ cells: { ...row.cells }, fate: 'duplicates' })
  },
  badDate: (table, pick) => spoiltCopy(table, pick, 'date', one(badDates, pick)),
  badMoney: (table, pick) => spoiltCopy(table, pick, 'money', one(badAmounts, pick)),
  badId: (table, pick) => spoiltCopy(table, pick, 'id', '1.23E+11'),
  monthSummary: (table, pick) => {
    const day = table.clean.columns.find(({ kind }) => kind === 'date')?.field ?? ''
    const amount = table.clean.control
    if (amount === null) return
    insert(table, pick, { cells: { [day]: 'October 2026', [amount]: 1000 }, fate: 'quarantined' })
  },
}

const totalLabels = [
  'Total for Smith',
  'Grand Total',
  'Report Totals',
  'Payroll Totals',
  'Smith Total',
  'Subtotal:',
]
const footers = ['Printed 1/5/2024 3:15 PM by jdoe', 'Page 2 of 7', 'End of report', '*** filtered ***']
const badDates: Cell[] = ['31/1/2024', '2/30/2024', 'yesterday', { error: '#REF!' }, '#N/A', true]
const badAmounts: Cell[] = ['N/A', '--', '#DIV/0!', { error: '#VALUE!' }, '1.234,50', '€ 12', 'twelve']

const headerSpellings: readonly ((header: string) => string)[] = [
  (header) => header.toUpperCase(),
  (header) => ` ${header.replaceAll(' ', '\u00a0')} `,
  (header) => header.replace(' ', '\n'),
  (header) => header.replaceAll(' ', '_').toLowerCase(),
  (header) => header.replaceAll(' ', ''),
]
const providerSpellings = [
  'Smith, Anna M.',
  'SMITH,ANNA',
  'Anna Smith',
  'Dr. A. Smith',
  'SMITH, ANNA MD',
  'Smith MD, Anna',
  'Anna Smith, NP-C',
  'Smith, Anna,',
  '1234567893',
]
const moneySpellings: readonly ((dollars: number) => string)[] = [
  (dollars) => `$${dollars.toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
  (dollars) => dollars.toFixed(2),
  (dollars) => `USD ${dollars.toFixed(2)}`,
  (dollars) => ` $ ${dollars.toLocaleString('en-US', { minimumFractionDigits: 2 })} `,
]
const timeSpellings: readonly ((time: string) => Cell)[] = [
  (time) => Number(time.slice(0, 2)) / 24 + Number(time.slice(3)) / 1440,
  (time) => `${time}:00`,
  (time) => {
    const hour = Number(time.slice(0, 2))
    return `${String(hour % 12 || 12)}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`
  },
]
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dateSpellings: readonly ((serial: number) => Cell)[] = [
  (serial) => usDate(serial, 4),
  (serial) => usDate(serial, 2),
  (serial) => dayOf(serial),
  (serial) => dayOf(serial).replaceAll('-', ''),
  (serial) => `${dayOf(serial)}T12:30:00-05:00`,
  (serial) => named(serial, (month, day, year) => `${day}-${month}-${year.slice(2)}`),
  (serial) => named(serial, (month, day, year) => `${month} ${day}, ${year}`),
  (serial) => String(serial),
  (serial) => serial + 0.395833,
]

function usDate(serial: number, digits: 2 | 4): string {
  const [year = '', month, day] = dayOf(serial).split('-')
  return `${String(Number(month))}/${String(Number(day))}/${year.slice(4 - digits)}`
}

function named(serial: number, write: (month: string, day: string, year: string) => string): string {
  const [year = '', month, day] = dayOf(serial).split('-')
  return write(monthNames[Number(month) - 1] ?? '', String(Number(day)), year)
}

/** Writes the cells of one kind otherwise, every row by its own pick; copies of a row stay copies in meaning. */
function rewrite(kind: ColumnKind, write: (cell: Cell, pick: number) => Cell): Transformation {
  return (table, pick) => {
    const fields = fieldsOf(table.clean, kind)
    for (const [index, row] of table.rows.entries()) {
      if (row.fate !== 'included' && row.fate !== 'duplicates') continue
      const written = fields.map((field) => [field, write(row.cells[field] ?? null, pick + index)] as const)
      row.cells = { ...row.cells, ...Object.fromEntries(written) }
    }
  }
}

function fieldsOf({ columns }: CleanTable, kind: ColumnKind): string[] {
  return columns.filter((column: CleanColumn) => column.kind === kind).map(({ field }) => field)
}

function insert(table: MessyTable, pick: number, row: MessyRow): void {
  table.rows.splice(pick % (table.rows.length + 1), 0, row)
}

/** A copy of a row with another number and one cell that cannot be read. */
function spoiltCopy(table: MessyTable, pick: number, kind: ColumnKind, bad: Cell): void {
  const [field] = kind === 'id' ? [table.clean.id] : fieldsOf(table.clean, kind)
  const source = table.rows.filter(({ fate }) => fate === 'included')[pick % table.clean.rows.length]
  if (field === undefined || !source) return
  const cells = { ...source.cells, [table.clean.id]: 1_000_000 + pick, [field]: bad }
  insert(table, pick, { cells, fate: 'quarantined' })
}

/** What a row of totals states: dollars of the data rows above it, however they are written by now. */
function statedAt(rows: readonly MessyRow[], index: number, control: string): number {
  const above = rows.slice(0, index)
  const isData = ({ fate }: MessyRow): boolean => fate !== 'outOfScope' && fate !== 'blank'
  const last = above.findLastIndex(isData)
  const from = above.slice(0, last + 1).findLastIndex(({ totalOf }) => totalOf !== undefined)
  const of = rows[index]?.totalOf === 'all' ? above : above.slice(from + 1)
  const cents = of.filter(isData).map(({ cells }) => Math.round(dollarsOf(cells[control] ?? null) * 100))
  return cents.reduce((sum, one) => sum + one, 0) / 100
}

/** An amount in any of `moneySpellings`; what cannot be read adds nothing. */
function dollarsOf(cell: Cell): number {
  return Number(typeof cell === 'string' ? cell.replace(/USD|[$,\s]/g, '') : cell) || 0
}

function one<T>(values: readonly T[], pick: number): T {
  const value = values[pick % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
