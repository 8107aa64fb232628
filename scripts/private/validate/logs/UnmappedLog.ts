import type { Health } from '../../../../src/bundle/bundle.ts'
import type { Dataset } from '../../contracts/dataset.ts'

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

  /** One row; `cents` is its control amount, null where the dataset has none. */
  add(dataset: Dataset, field: string, note: { readonly key: string; readonly cents: number | null }): void {
    const id = `${dataset} ${field}`
    const entry = this.#entries.get(id) ?? { dataset, field, keys: new Set<string>(), rows: 0, cents: null }
    this.#entries.set(id, entry)
    entry.keys.add(note.key)
    entry.rows++
    if (note.cents !== null) entry.cents = (entry.cents ?? 0) + note.cents
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
}
