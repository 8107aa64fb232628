import type { Dataset } from '../../contracts/dataset.ts'
import { unmappedLimit, type UnmappedValue } from '../../intake.ts'
import type { SourcePlace } from '../../worklists/worklist.ts'

/** One row with a value that no map knows. */
export interface UnmappedRow {
  readonly dataset: Dataset
  readonly field: string
  readonly value: string
  /** `map_status`; null for what is listed elsewhere. */
  readonly mapTab: string | null
  /** The row's control amount; null where the dataset has none. */
  readonly cents: number | null
  readonly place: SourcePlace
}

type Entry = { -readonly [Key in keyof UnmappedValue]: UnmappedValue[Key] }

/** Entries of one field of one dataset. */
interface FieldValues {
  /** By key. */
  readonly entries: Map<string, Entry>
  /** All values beyond the limit as one. */
  rest: Entry | null
}

/** Values that no map knows, one entry a dataset, field and value; bounded, whatever a column holds. */
export class UnmappedValues {
  readonly #fields = new Map<string, FieldValues>()

  /** One row; equal keys are one value. */
  add(row: UnmappedRow, key: string): void {
    const entry = this.#entryOf(row, key)
    entry.rows++
    if (row.cents !== null) entry.cents = (entry.cents ?? 0) + row.cents
  }

  /** Most rows first, then most money; what the limit put together comes last. */
  toList(): UnmappedValue[] {
    const fields = [...this.#fields.values()]
    const entries = fields.flatMap((field) => [...field.entries.values()])
    const rests = fields.flatMap(({ rest }) => (rest === null ? [] : [rest]))
    return [...entries.sort(byWeight), ...rests.sort(byWeight)]
  }

  #entryOf(row: UnmappedRow, key: string): Entry {
    const id = `${row.dataset} ${row.field}`
    const field = this.#fields.get(id) ?? { entries: new Map<string, Entry>(), rest: null }
    this.#fields.set(id, field)
    const known = field.entries.get(key)
    if (known) return known
    if (field.entries.size >= unmappedLimit)
      return (field.rest ??= { ...newEntry(row), value: '', isRest: true })
    const entry = newEntry(row)
    field.entries.set(key, entry)
    return entry
  }
}

function newEntry({ dataset, field, value, mapTab, place }: UnmappedRow): Entry {
  return { dataset, field, value, mapTab, rows: 0, cents: null, first: place }
}

/** Ties in an order that does not depend on how rows came. */
function byWeight(a: UnmappedValue, b: UnmappedValue): number {
  const money = Math.abs(b.cents ?? 0) - Math.abs(a.cents ?? 0)
  return b.rows - a.rows || money || compare(textOf(a), textOf(b))
}

function textOf({ dataset, field, value }: UnmappedValue): string {
  return JSON.stringify([dataset, field, value])
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
