import { contracts } from '../../contracts/contracts.ts'
import type { StagedRows } from '../rows/StagedRows.ts'
import { unmappedProvider } from '../values/ProviderDirectory.ts'
import type { FillContext } from './fillContext.ts'

/** Every spelling of a provider becomes the display name; an unknown one `Unmapped`, and is counted. */
export function fillProviders(rows: StagedRows, { dataset, providers }: FillContext): void {
  const fields = Object.entries(contracts[dataset].fields).filter(([, field]) => field.resolve === 'provider')
  for (const [field] of fields) {
    const values = rows.columns[field]
    if (!values) continue
    const memory = new Map<string, string | null>()
    for (const [row, written] of values.entries()) {
      if (typeof written !== 'string') continue
      const known = memory.has(written) ? memory.get(written) : providers.find(written)
      memory.set(written, known ?? null)
      values[row] = known ?? unmappedProvider
      if (!known) rows.unmapped.push({ row, field, value: written })
    }
  }
}
