import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { StagedBatch } from '../../scripts/private/ledger/ledger.ts'
import type { LedgerRows } from './ledgerRows.ts'

/** `3 120`: the tab's position in the source, and the row in it. */
export type RowPlaces = ReadonlyMap<object, string>

/**
 * Where each settled row stands. Settled rows are those appended, in their order, less duplicates, of which
 * the last stays: walking both lists from their ends finds each row's own place.
 */
export function rowPlaces(rows: LedgerRows, batches: readonly StagedBatch[]): RowPlaces {
  const places = new Map<object, string>()
  for (const dataset of [
    'appointments',
    'charges',
    'transactions',
    'claims',
    'credentials',
    'compliance_tasks',
    'coverage_rules',
  ] as const) {
    const appended = entriesOf(dataset, batches)
    for (const row of rows[dataset].toReversed()) {
      const text = textOf(row)
      let entry = appended.pop()
      while (entry && entry.text !== text) entry = appended.pop()
      if (!entry) throw new Error(`a settled row of ${dataset} was never appended`)
      places.set(row, entry.place)
    }
  }
  return places
}

function entriesOf(dataset: Dataset, batches: readonly StagedBatch[]) {
  return batches
    .filter((batch) => batch.dataset === dataset)
    .flatMap(({ tab, rowNumbers, columns }) =>
      rowNumbers.map((number, index) => ({
        tab,
        number,
        place: `${String(tab)} ${String(number)}`,
        text: textOf(
          Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, values[index]])),
        ),
      })),
    )
    .sort((a, b) => a.tab - b.tab || a.number - b.number)
}

/** Fields in the order of their names, blanks left out: a tab may lack columns. */
function textOf(row: object): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== undefined)
  return JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : 1)))
}
