import { SyncError } from '../../../errors/SyncError.ts'
import type { SectionedShape } from '../../presets/preset.ts'
import { isFilled, textOf } from '../../sources/isFilled.ts'
import type { Place, Row } from '../../sources/source.ts'
import { headerKey } from '../normaliseHeader.ts'
import { readDateRange } from './readDateRange.ts'
import type { Reshaped } from './reshaped.ts'

interface Section {
  /** For each of its columns its name in the joined table. */
  readonly keys: readonly string[]
  /** What the lines above it say, with the place that says it. */
  readonly said: ReadonlyMap<string, { readonly text: string; readonly place: Place }>
}

const totals = /^[\w ]*totals? *:?$/i

/** Columns that the lines above a table fill. */
function columnsOfLines({ lines }: SectionedShape): string[] {
  return lines.flatMap(({ gives, named }) => [...gives, ...(named === undefined ? [] : [named])])
}

/**
 * Tables under lines that say something of all their rows, as one table; null where the report has no such table. Rows keep their
 * numbers: titles, lines, further headers and what stands in no section become blank. Columns that only later
 * sections have stand where they have them; behind all of them those of the lines, then the joined one.
 */
export function joinSections(rows: readonly Row[], shape: SectionedShape, named: string): Reshaped | null {
  const reader = new SectionReader(shape, named)
  for (const [index, row] of rows.entries()) reader.add(row, index + 1)
  return reader.joined()
}

class SectionReader {
  readonly #shape: SectionedShape
  readonly #named: string
  /** Columns of the joined table, in order; a header that a section has twice is two. */
  readonly #columns: { readonly key: string; readonly header: string }[] = []
  readonly #rows: { readonly row: Row; readonly section: Section | null; readonly isData: boolean }[] = []
  readonly #refusals: SyncError[] = []
  readonly #strays: number[] = []
  #said = new Map<string, { text: string; place: Place }>()
  #section: Section | null = null
  #people = new Map<string, number>()
  #headerRow: number | null = null

  constructor(shape: SectionedShape, named: string) {
    this.#shape = shape
    this.#named = named
  }

  add(row: Row, number: number): void {
    if (this.#isHeader(row)) this.#begin(row, number)
    else if (this.#readLine(row, number)) this.#put(row, null)
    else if (this.#section === null) {
      if (this.#headerRow !== null && row.filter(isFilled).length > 2) this.#strays.push(number)
      this.#put(row, null)
    } else this.#addTo(this.#section, row, number)
  }

  joined(): Reshaped | null {
    if (this.#headerRow === null) return null
    const { joined } = this.#shape
    const lines = columnsOfLines(this.#shape)
    const headers = [...this.#columns.map(({ header }) => header), ...lines, joined.header]
    const rows = this.#rows.map((one, index): Row => {
      if (index + 1 === this.#headerRow) return headers
      if (one.section === null) return []
      const { keys, said } = one.section
      const cells = this.#columns.map(({ key }) => one.row[keys.indexOf(key)] ?? null)
      const context = one.isData
        ? [...lines.map((line) => said.get(line)?.text ?? null), this.#nameIn(one)]
        : [...lines.map(() => null), null]
      // What has no header stands behind everything, where it is told as such.
      return [...cells, ...context, ...one.row.slice(keys.length)]
    })
    const strays = this.#strays.length
    const first = this.#strays[0] ?? 0
    return {
      rows,
      origin: (row, column) => this.#origin(row, column, lines),
      refusals: this.#refusals,
      warnings:
        strays === 0
          ? []
          : [
              `${this.#named}: ${strays === 1 ? `row ${first} stands` : `${strays} rows (the first is row ${first}) stand`} in no section that is known and ${strays === 1 ? 'is' : 'are'} not read.`,
            ],
    }
  }

  #isHeader(row: Row): boolean {
    return this.#shape.header.every((header, index) => {
      const cell = row[index]
      return typeof cell === 'string' && headerKey(cell) === headerKey(header)
    })
  }

  #begin(row: Row, number: number): void {
    const lines = columnsOfLines(this.#shape)
    const lacking = lines.filter((line) => !this.#said.has(line))
    if (lacking.length > 0) {
      this.#refusals.push(
        new SyncError(
          `${this.#named}, row ${number}: the lines above the table do not say its ${lacking.map((one) => one.toLowerCase()).join(', ')}.`,
          'Export the report again and paste it whole, with the lines above each table.',
        ),
      )
    }
    const seen = new Map<string, number>()
    let before = -1
    const keys = row.map((cell): string => {
      const header = textOf(cell)
      const times = (seen.get(headerKey(header)) ?? 0) + 1
      seen.set(headerKey(header), times)
      const key = `${headerKey(header)} ${times}`
      before = this.#placeOf({ key, header }, before)
      return key
    })
    this.#section = { keys, said: this.#said }
    this.#said = new Map()
    this.#people = new Map()
    this.#headerRow ??= number
    this.#put(row, null)
  }

  /** A column that is new stands behind the one that it stands behind in its section. */
  #placeOf(column: { readonly key: string; readonly header: string }, before: number): number {
    const held = this.#columns.findIndex(({ key }) => key === column.key)
    if (held >= 0) return held
    this.#columns.splice(before + 1, 0, column)
    return before + 1
  }

  /** Whether the row is a line above a table; what it says is kept for the next one. */
  #readLine(row: Row, number: number): boolean {
    const [name, value] = row
    if (typeof name !== 'string') return false
    const line = this.#shape.lines.find(({ endsWith }) =>
      name.trim().toLowerCase().endsWith(endsWith.toLowerCase()),
    )
    if (line === undefined || row.slice(2).some(isFilled)) return false
    this.#section = null
    // A day that stands alone is a date to a spreadsheet, which has a number for it.
    const range = readDateRange(typeof value === 'number' ? String(value) : textOf(value))
    const place = { row: number, column: 1 }
    const [first, last] = line.gives
    if (range === null || (last === undefined && range[0] !== range[1])) {
      const what = last === undefined ? 'a day' : 'a first and a last day'
      this.#refusals.push(
        new SyncError(
          `${this.#named}, cell B${number}: not ${what}.`,
          `Write it as 1/31/2026${last === undefined ? '' : ' - 2/13/2026'}.`,
        ),
      )
    }
    this.#said.set(first, { text: range?.[0] ?? '', place })
    if (last !== undefined) this.#said.set(last, { text: range?.[1] ?? '', place })
    if (line.named !== undefined) {
      const text = name.trim().slice(0, -line.endsWith.length).trim()
      this.#said.set(line.named, { text, place: { row: number, column: 0 } })
    }
    return true
  }

  #addTo(section: Section, row: Row, number: number): void {
    const [label] = row.filter(isFilled)
    if (totals.test(textOf(label))) {
      this.#put(row, section)
      this.#section = null
      return
    }
    this.#put(row, section, true)
    const name = this.#nameIn({ row, section })
    if (name === null) return
    const before = this.#people.get(name.toLowerCase())
    if (before !== undefined) {
      this.#refusals.push(
        new SyncError(
          `${this.#named}, rows ${before} and ${number}: the same name stands twice under one pay day, and the report has no number by which to tell two people from one who was paid twice.`,
          'Give one of them a middle initial in the payroll system, or put the amounts of one person into one row.',
        ),
      )
    }
    this.#people.set(name.toLowerCase(), number)
  }

  #put(row: Row, section: Section | null, isData = false): void {
    this.#rows.push({ row, section, isData })
  }

  #nameIn({ row, section }: { readonly row: Row; readonly section: Section | null }): string | null {
    if (section === null) return null
    const texts = this.#shape.joined.of.map((header) =>
      textOf(row[section.keys.indexOf(`${headerKey(header)} 1`)]),
    )
    return texts.includes('') ? null : texts.join(', ')
  }

  #origin(row: number, column: number | null, lines: readonly string[]): Place {
    const section = this.#rows[row - 1]?.section
    if (!section || column === null) return { row, column }
    const line = lines[column - this.#columns.length]
    if (line !== undefined) return section.said.get(line)?.place ?? { row, column }
    const key = this.#columns[column]?.key
    if (key === undefined) return { row, column: 0 }
    const own = section.keys.indexOf(key)
    return { row, column: own < 0 ? null : own }
  }
}
