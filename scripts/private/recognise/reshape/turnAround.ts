import { columnLetter } from '../../../a1/columnLetter.ts'
import { SyncError } from '../../../errors/SyncError.ts'
import type { TransposedShape } from '../../presets/preset.ts'
import { isFilled, textOf } from '../../sources/isFilled.ts'
import type { Cell, Row } from '../../sources/source.ts'
import { headerKey } from '../normaliseHeader.ts'
import { readDateRange, type DateRange } from './readDateRange.ts'
import type { Reshaped } from './reshaped.ts'

/** Columns of one employee (0 is A). */
interface Person {
  readonly name: string
  /** Row of the name; 1 is the first. */
  readonly row: number
  readonly column: number
  readonly hours: number | null
  readonly rate: number | null
  readonly amount: number
}

/** An item that becomes columns, and its row (0 is the first). */
interface Item {
  readonly name: string
  readonly row: number
  readonly isEarning: boolean
}

const context = ['Employee', 'Payroll period start', 'Payroll period end', 'Pay day'] as const

/**
 * A report with items down the side and employees across, as one row an employee: `Salary (Hours)`, `Salary (Rate)`, `Salary
 * (Amount)`. Null where it is no such report. The days are the title's; the last one is the pay day as well.
 */
export function turnAround(rows: readonly Row[], shape: TransposedShape, named: string): Reshaped | null {
  const labels = rows.map(labelOf)
  const rowOf = (name: string): number => labels.findIndex((label) => headerKey(label) === headerKey(name))
  const [from, to] = [rowOf(shape.earnings.from), rowOf(shape.earnings.to)]
  if (from < 0 || to < from) return null
  const people = peopleAbove(rows.slice(0, from), lastLabelColumn(rows.slice(from, to + 1)))
  if (people.length === 0) return null
  const items = [
    ...labels.flatMap((name, row): Item[] =>
      row > from && row < to && name !== '' ? [{ name, row, isEarning: true }] : [],
    ),
    ...[shape.earnings.to, ...shape.lines].flatMap((name): Item[] =>
      rowOf(name) < 0 ? [] : [{ name, row: rowOf(name), isEarning: false }],
    ),
  ]
  const range = daysIn(rows.slice(rowsToTitle(rows, shape.title), from))
  const missing = shape.lines.filter((name) => rowOf(name) < 0)
  return {
    rows: [
      [...context, ...items.flatMap(headersOf)],
      ...people.map((person) => [
        isTotal(person) ? 'Totals' : person.name,
        ...(isTotal(person)
          ? [null, null, null]
          : [range?.[0] ?? null, range?.[1] ?? null, range?.[1] ?? null]),
        ...items.flatMap((item) => cellsOf(item, person, rows)),
      ]),
    ],
    origin: (row, column) => originOf({ person: people[row - 2], items, column }),
    refusals: [
      ...(range ? [] : [withoutDays(named)]),
      ...twiceNamed(people, named),
      ...secondTable(labels, shape, named),
      ...withoutName(rows, { items, people, named }),
    ],
    warnings: missing.map((name) => `${named}: it has no line "${name}", so staff cost lacks what it says.`),
  }
}

/** Rows down to the title, itself among them: what stands above it is when it was printed, and for whom. */
function rowsToTitle(rows: readonly Row[], title: string): number {
  return rows.findIndex((row) => row.some((cell) => headerKey(textOf(cell)) === headerKey(title))) + 1
}

/** The days that a line of the title says; a single day may be that of printing, where another line has more. */
function daysIn(rows: readonly Row[]): DateRange | undefined {
  const ranges = rows.flatMap((row): DateRange[] => {
    const [cell, ...more] = row.filter(isFilled)
    const range = more.length === 0 ? readDateRange(textOf(cell)) : null
    return range === null ? [] : [range]
  })
  return ranges.find(([first, last]) => first !== last) ?? ranges[0]
}

function lastLabelColumn(rows: readonly Row[]): number {
  return Math.max(-1, ...rows.map((row) => row.findIndex(isFilled)))
}

/** A report pasted below another one: only the first would be read. */
function secondTable(labels: readonly string[], { earnings }: TransposedShape, named: string): SyncError[] {
  const places = labels.flatMap((label, row) =>
    headerKey(label) === headerKey(earnings.to) ? [row + 1] : [],
  )
  if (places.length < 2) return []
  return [
    new SyncError(
      `${named}: "${earnings.to}" stands in rows ${places.join(' and ')}, so it holds several reports.`,
      'Put each of them into a tab or file of its own.',
    ),
  ]
}

/** Amounts of earnings that stand in no column of a person: whose they are would be a guess. */
function withoutName(
  rows: readonly Row[],
  { items, people, named }: { items: readonly Item[]; people: readonly Person[]; named: string },
): SyncError[] {
  const columns = new Set(people.flatMap(({ hours, rate, amount }) => [hours, rate, amount]))
  for (const { row } of items) {
    const cells = rows[row] ?? []
    const label = cells.findIndex(isFilled)
    const stray = cells.findIndex((cell, column) => column > label && isFilled(cell) && !columns.has(column))
    if (stray < 0) continue
    return [
      new SyncError(
        `${named}, cell ${columnLetter(stray)}${row + 1}: an amount above which there is no name.`,
        'Export the report again and paste it whole, with the names of the employees above their columns.',
      ),
    ]
  }
  return []
}

function withoutDays(named: string): SyncError {
  return new SyncError(
    `${named}: its title does not say from which day to which it is.`,
    'Export it with its title, which has a line such as "October 1 - 14, 2026".',
  )
}

function twiceNamed(people: readonly Person[], named: string): SyncError[] {
  const names = people.map(({ name }) => headerKey(name))
  const isTwice = names.some((name, index) => names.indexOf(name) !== index)
  return isTwice
    ? [
        new SyncError(
          `${named}: two columns of employees have the same name, and the report has no number by which to tell them apart.`,
          'Give one of them a middle initial in the payroll system.',
        ),
      ]
    : []
}

/** Names stand over their columns, right of the labels; below them, where the report has hours, what each column holds. */
function peopleAbove(rows: readonly Row[], labels: number): Person[] {
  const hours = rows.findIndex((row) => row.some((cell) => isWord(cell, 'hours')))
  const below = rows[hours]
  // Titles are above the names, and a line that says what was printed when may have two cells as well.
  const nameRow = below
    ? rows.slice(0, hours).findLast((row) => row.some(isFilled))
    : rows.findLast((row) => row.filter(isFilled).length > 1)
  if (nameRow === undefined) return []
  const row = rows.indexOf(nameRow) + 1
  if (!below) {
    return nameRow.flatMap((cell, column) =>
      isFilled(cell) && column > labels
        ? [{ name: textOf(cell), row, column, hours: null, rate: null, amount: column }]
        : [],
    )
  }
  const starts = below.flatMap((cell, column) => (isWord(cell, 'hours') ? [column] : []))
  return starts.flatMap((start, index): Person[] => {
    const end = starts[index + 1] ?? Math.max(below.length, nameRow.length)
    const within = Array.from({ length: end - start }, (_, place) => start + place)
    const column = within.find((one) => isFilled(nameRow[one]))
    const rate = within.find((one) => isWord(below[one], 'rate')) ?? null
    const amount = within.find((one) => one !== start && one !== rate && isFilled(below[one]))
    if (column === undefined || amount === undefined) return []
    return [{ name: textOf(nameRow[column]), row, column, hours: start, rate, amount }]
  })
}

function isTotal({ name }: Person): boolean {
  return /^totals?$/i.test(name)
}

function headersOf({ name, isEarning }: Item): string[] {
  return isEarning ? [`${name} (Hours)`, `${name} (Rate)`, `${name} (Amount)`] : [name]
}

function cellsOf({ row, isEarning }: Item, { hours, rate, amount }: Person, rows: readonly Row[]): Cell[] {
  const columns = isEarning ? [hours, rate, amount] : [amount]
  return columns.map((column) => (column === null ? null : (rows[row]?.[column] ?? null)))
}

function originOf(asked: {
  readonly person: Person | undefined
  readonly items: readonly Item[]
  readonly column: number | null
}): { row: number; column: number | null } {
  const { person, items, column } = asked
  if (person === undefined) return { row: 1, column: null }
  const places = items.flatMap(({ row, isEarning }) =>
    (isEarning ? [person.hours, person.rate, person.amount] : [person.amount]).map((at) => ({
      row: row + 1,
      column: at,
    })),
  )
  const place = column === null ? undefined : places[column - context.length]
  return place ?? { row: person.row, column: person.column }
}

/** The first text of a row, which names its item. */
function labelOf(row: Row): string {
  return textOf(row.find(isFilled))
}

function isWord(cell: Cell | undefined, word: string): boolean {
  return typeof cell === 'string' && cell.trim().toLowerCase() === word
}
