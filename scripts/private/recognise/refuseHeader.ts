import { SyncError } from '../../errors/SyncError.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Tab } from '../sources/source.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import { presets, type PresetId } from '../presets/presets.ts'
import type { FoundHeader } from './findHeader.ts'
import { headerSearchRows } from './headerRows.ts'
import { requiredFields } from './mapColumns.ts'
import type { RefusedTab } from './recognition.ts'
import { isOwnFile, tabLabel } from './tabLabel.ts'

/**
 * Why a tab that should hold one of some datasets cannot be read. Only field names, column letters and
 * what the config says are told: what stands in the header row might be data.
 */
export function refuseHeader(tab: Tab, named: readonly Dataset[], found: FoundHeader | null): SyncError[] {
  const label = tabLabel(tab)
  if (!found) {
    const needed = named.map((dataset) => `${dataset} needs ${requiredFields(dataset).join(', ')}`).join('; ')
    return [
      new SyncError(
        `No header row found in the first ${headerSearchRows} rows of tab ${label}.`,
        `Put the column names into one of those rows: ${needed}. If the tab is no data, add it under "tabs" in the config with "ignore: true".`,
      ),
    ]
  }
  return [...unknownPins(tab, found), ...conflicts(tab, found), ...missing(tab, found)]
}

/** A tab that the config says is a report of a known shape, and that has another. */
export function refusePreset(tab: Tab, id: PresetId): RefusedTab {
  const preset = presets.find((one) => one.id === id)
  if (preset === undefined) throw new Error(`unknown preset: ${id}`)
  const headers = preset.fingerprint.all.join(', ')
  const error = new SyncError(
    `Tab ${tabLabel(tab)} is not a report of ${preset.system} (${preset.report}), as the config says.`,
    `One of its first ${headerSearchRows} rows must have the headers ${headers}. If the report looks otherwise now, correct the entry under "tabs".`,
  )
  return { kind: 'refused', dataset: preset.parts[0].dataset, errors: [error] }
}

function unknownPins(tab: Tab, found: FoundHeader): SyncError[] {
  return found.unknownPins.map(
    (header) =>
      new SyncError(
        `Tab ${tabLabel(tab)} has no column "${header}", which the config names.`,
        'Correct the header under "tabs" in the config; it must read as in the tab (capitals and spaces do not matter).',
      ),
  )
}

function conflicts(tab: Tab, found: FoundHeader): SyncError[] {
  return found.conflicts.map(({ field, columns }) => {
    const letters = columns.map((column) => columnLetter(column.index))
    return new SyncError(
      `Tab ${tabLabel(tab)}: columns ${listText(letters)} (row ${found.headerRow}) both mean ${field}.`,
      `Rename one, or say which to use under "tabs" in the config: ${pinText(tab, found.dataset, `columns: { ${field}: { letter: ${letters[0] ?? 'A'} } }`)}.`,
    )
  })
}

function missing(tab: Tab, found: FoundHeader): SyncError[] {
  if (found.missing.length === 0) return []
  const known = found.missing.map((field) => {
    const aliases = contracts[found.dataset].fields[field]?.aliases.slice(0, 3) ?? []
    return aliases.length === 0 ? field : `${field} (also written ${aliases.join(', ')})`
  })
  const one = found.missing.length === 1
  return [
    new SyncError(
      `Tab ${tabLabel(tab)}, read as ${found.dataset} with its header in row ${found.headerRow}: required ${one ? 'column' : 'columns'} ${found.missing.join(', ')} not found.`,
      `Add ${known.join('; ')} to the header row, or name the column under "tabs" in the config: ${pinText(tab, found.dataset, `columns: { ${found.missing[0] ?? ''}: its header }`)}.`,
    ),
  ]
}

/** The line of YAML that settles it. */
function pinText(tab: Tab, dataset: Dataset, rest: string): string {
  if (tab.sheet) {
    const { spreadsheetId, sheetId } = tab.sheet
    return `{ spreadsheet: ${spreadsheetId}, sheet_id: ${sheetId}, dataset: ${dataset}, ${rest} }`
  }
  const sheet = isOwnFile(tab) ? '' : `tab: ${tab.name}, `
  return `{ file: ${tab.workbook}, ${sheet}dataset: ${dataset}, ${rest} }`
}

function listText(words: readonly string[]): string {
  return words.length <= 1 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
