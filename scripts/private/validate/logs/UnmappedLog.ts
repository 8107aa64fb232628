import type { Health } from '../../../../src/bundle/bundle.ts'
import type { Dataset } from '../../contracts/dataset.ts'
import type { UnmappedValue } from '../../intake.ts'
import { valueKey } from '../casts/choiceCast.ts'
import { UnmappedValues, type UnmappedRow } from './UnmappedValues.ts'

interface Entry {
  readonly dataset: Dataset
  readonly field: string
  readonly keys: Set<string>
  rows: number
  cents: number | null
}

/** Values that no map knows: how many different ones, on how many rows, with how much money behind. */
export class UnmappedLog {
  readonly #entries = new Map<string, Entry>()
  readonly #values = new UnmappedValues()

  /** A row that counts, its value under a stand-in. */
  add(row: UnmappedRow): void {
    const { dataset, field, value, cents } = row
    const id = `${dataset} ${field}`
    const entry = this.#entries.get(id) ?? { dataset, field, keys: new Set<string>(), rows: 0, cents: null }
    this.#entries.set(id, entry)
    const key = valueKey(value)
    entry.keys.add(key)
    entry.rows++
    if (cents !== null) entry.cents = (entry.cents ?? 0) + cents
    this.#values.add(row, key)
  }

  /** A row whose value refuses the run: listed so that it can be mapped, and no part of any count. */
  addUnknown(row: UnmappedRow): void {
    this.#values.add(row, valueKey(row.value))
  }

  /** Without the values themselves. */
  toHealth(): Health['unmapped'] {
    return [...this.#entries.values()].map(({ dataset, field, keys, rows, cents }) => ({
      dataset,
      field,
      values: keys.size,
      rows,
      cents,
    }))
  }

  /** The values themselves, most rows first: for the private workspace only. */
  toValues(): UnmappedValue[] {
    return this.#values.toList()
  }
}
