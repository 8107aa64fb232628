import { SyncError } from '../../errors/SyncError.ts'
import { columnLetter } from '../../a1/columnLetter.ts'
import { contracts } from '../contracts/contracts.ts'
import type { PresetPart } from '../presets/preset.ts'
import type { FoundPreset } from './findPreset.ts'
import type { Column } from './mapColumns.ts'
import { headerKey } from './normaliseHeader.ts'
import type { RecognisedParts, RecognisedTab, RefusedTab } from './recognition.ts'
import type { TabPeek } from './recogniseTab.ts'
import { tabLabel } from './tabLabel.ts'

/**
 * Reads a report by its preset: each part of it is the same tab with columns of its own, so that rows and columns
 * in messages are the sheet's. Refused where a column that a part needs is missing or stands twice.
 */
export function recogniseParts(peek: TabPeek, { preset, header }: FoundPreset): RecognisedParts | RefusedTab {
  const errors: SyncError[] = []
  const named = `Tab ${tabLabel(peek.tab)}, read as ${preset.system} ${preset.report}`
  const indexesOf = (name: string): number[] =>
    header.headers.flatMap((one, index) => (headerKey(one) === headerKey(name) ? [index] : []))
  const indexOf = (name: string): number | undefined => {
    const [index, ...others] = indexesOf(name)
    if (others.length > 0 && index !== undefined) {
      const letters = [index, ...others].map(columnLetter).join(' and ')
      errors.push(
        new SyncError(
          `${named}: columns ${letters} are both called "${name}".`,
          'Rename or delete one of them.',
        ),
      )
    }
    return index
  }
  const parts = preset.parts.flatMap((part): RecognisedTab[] => {
    const columns = columnsOf(part, indexOf)
    if (part.onlyWith !== undefined && !columns.some(({ field }) => field === part.onlyWith)) return []
    const lacking = missingFields(part, columns)
    for (const field of lacking) {
      const headers = [part.columns[field] ?? field].flat().map((one) => `"${one}"`)
      const hint = `Export the report with the column ${headers.join(' or ')}, or pin the tab to a dataset in the config.`
      errors.push(new SyncError(`${named}: there is no column for ${field} of its ${part.name}.`, hint))
    }
    return [
      {
        kind: 'data',
        tab: peek.tab,
        order: peek.order,
        part: {
          report: `${preset.system} ${preset.report}`,
          name: part.name,
          isOnly: preset.parts.length === 1,
          onlyWith: part.onlyWith ?? null,
          numbered: numberOf(part, indexOf),
          hasEffects: part.amounts === 'effect',
        },
        dataset: part.dataset,
        headerRow: header.row,
        headers: header.headers,
        columns,
        constants: part.constants ?? {},
        fillDown: part.fillDown ?? [],
        scope: [],
        warnings: [],
      },
    ]
  })
  const [first] = preset.parts
  if (errors.length > 0) return { kind: 'refused', dataset: first.dataset, errors }
  const caveats = (preset.caveats ?? []).map((one) => `${named}: ${one}.`)
  return { kind: 'parts', preset, headerRow: header.row, parts, warnings: caveats }
}

/** All columns there are; of one field in the order in which they count. */
function columnsOf(part: PresetPart, indexOf: (name: string) => number | undefined): Column[] {
  const found = Object.entries(part.columns).flatMap(([field, headers]) =>
    [headers].flat().flatMap((header): Column[] => {
      const index = indexOf(header)
      return index === undefined ? [] : [{ field, index, header }]
    }),
  )
  const { flags } = part
  if (flags === undefined) return found
  const yes = flags.columns.flatMap(({ header, means }): Column[] => {
    const index = indexOf(header)
    return index === undefined ? [] : [{ field: flags.field, index, header, means }]
  })
  return [...found, ...yes]
}

function missingFields(part: PresetPart, columns: readonly Column[]): string[] {
  const has = (field: string): boolean =>
    columns.some((column) => column.field === field) || Object.hasOwn(part.constants ?? {}, field)
  return Object.entries(contracts[part.dataset].fields)
    .filter(([field, { required }]) => required && !has(field))
    .map(([field]) => field)
}

function numberOf(
  { numbered }: PresetPart,
  indexOf: (name: string) => number | undefined,
): { readonly field: string; readonly index: number } | null {
  if (numbered === undefined) return null
  const index = indexOf(numbered.header)
  return index === undefined ? null : { field: numbered.field, index }
}
