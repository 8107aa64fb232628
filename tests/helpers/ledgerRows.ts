import { contracts } from '../../scripts/private/contracts/contracts.ts'
import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { Ledger, StagedValue } from '../../scripts/private/ledger/ledger.ts'

export type StagedRow = Readonly<Record<string, StagedValue>>

interface StageOptions {
  /** Position of the tab in the source; 1 unless given. */
  readonly tab?: number
  /** Row number of the first row; 2 unless given, as under a header. */
  readonly firstRow?: number
}

/**
 * Appends rows to a ledger as intake would: one tab, one batch. A field that no row has is left out;
 * one that some rows lack is null there. Required fields are not filled in.
 */
export async function stageRows(
  ledger: Ledger,
  dataset: Dataset,
  rows: readonly StagedRow[],
  options: StageOptions = {},
): Promise<void> {
  const fields = Object.keys(contracts[dataset].fields).filter((field) => rows.some((row) => field in row))
  const unknown = rows
    .flatMap((row) => Object.keys(row))
    .find((field) => !(field in contracts[dataset].fields))
  if (unknown !== undefined) throw new Error(`unknown field: ${dataset}.${unknown}`)
  await ledger.append({
    dataset,
    tab: options.tab ?? 1,
    rowNumbers: rows.map((_, index) => (options.firstRow ?? 2) + index),
    columns: Object.fromEntries(fields.map((field) => [field, rows.map((row) => row[field] ?? null)])),
  })
}
