import { SyncError } from '../../../errors/SyncError.ts'
import type { MapName } from '../../contracts/contract.ts'
import { contracts } from '../../contracts/contracts.ts'
import { datasets, type Dataset } from '../../contracts/dataset.ts'
import {
  adjustmentCategories,
  appointmentStatuses,
  billingLineTypes,
  visitGroups,
} from '../../contracts/vocabularies.ts'
import { headerKey } from '../../recognise/normaliseHeader.ts'
import { valueKey } from '../casts/choiceCast.ts'
import type { KeptRow } from './keptRows.ts'

const vocabularies: Readonly<Record<MapName, readonly string[]>> = {
  status: appointmentStatuses,
  transaction_type: billingLineTypes,
  adjustment: adjustmentCategories,
  visit_type: visitGroups,
}

/** A value map from its tab; a meaning outside the vocabulary is refused, for it would map to nothing. */
export function mapOfRows(name: MapName, rows: readonly KeptRow[], tab: string) {
  const words = new Map(vocabularies[name].map((word) => [valueKey(word), word]))
  const map = new Map<string, string>()
  const refusals: SyncError[] = []
  for (const row of rows) {
    const raw = row.text('raw')
    const meaning = words.get(valueKey(row.text('canonical') ?? ''))
    if (raw !== null && meaning !== undefined) map.set(raw, meaning)
    else {
      refusals.push(
        new SyncError(
          `Tab ${tab}, row ${row.number}: the meaning is not one that the dashboard knows.`,
          `Use one of ${vocabularies[name].join(', ')}.`,
        ),
      )
    }
  }
  return { map, refusals }
}

/** Additional headers by dataset; a row that names no dataset or field is refused. */
export function headerAliasesOfRows(rows: readonly KeptRow[], tab: string) {
  const aliases = new Map<Dataset, Map<string, string>>()
  const refusals: SyncError[] = []
  for (const row of rows) {
    const dataset = datasets.find((name) => headerKey(name) === headerKey(row.text('map_dataset') ?? ''))
    const fields = dataset ? Object.keys(contracts[dataset].fields) : []
    const field = fields.find((name) => headerKey(name) === headerKey(row.text('canonical') ?? ''))
    if (dataset && field !== undefined) {
      const known = aliases.get(dataset) ?? new Map<string, string>()
      aliases.set(dataset, known.set(headerKey(row.text('raw_header') ?? ''), field))
      continue
    }
    const fault = dataset ? `no such field of ${dataset}` : 'no such dataset'
    const known = dataset ? fields : datasets
    refusals.push(
      new SyncError(`Tab ${tab}, row ${row.number}: ${fault}.`, `Use one of ${known.join(', ')}.`),
    )
  }
  return { aliases, refusals }
}
