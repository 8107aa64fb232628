import { columnLetter } from '../a1/columnLetter.ts'
import { headerKey } from '../private/recognise/normaliseHeader.ts'
import type { TabPin } from '../private/config/config.ts'
import type { Dataset } from '../private/contracts/dataset.ts'
import { isPresetId, type PresetId } from '../private/presets/presets.ts'
import type { Recognition } from '../private/recognise/recognition.ts'
import { isOwnFile } from '../private/recognise/tabLabel.ts'
import type { Tab } from '../private/sources/source.ts'
import type { Choice, DraftTab, ReviewedTab } from './draft.ts'

/** How a pin says which tab it means: in Google Sheets by number, else by file and name. */
export function placeOf({ workbook, name, sheet }: Tab) {
  if (sheet) return { spreadsheet: sheet.spreadsheetId, sheet_id: sheet.sheetId, tab: name }
  return isOwnFile({ workbook, name }) ? { file: workbook } : { file: workbook, tab: name }
}

/** How a pin says what the tab holds. */
export function heldOf(choice: Exclude<Choice, 'automatic'>) {
  if (choice === 'ignore') return { ignore: true } as const
  return isPresetId(choice) ? { preset: choice } : { dataset: choice }
}

/** The pins of the tabs that the person chose something for. */
export function chosenPins(tabs: readonly DraftTab[]): TabPin[] {
  return tabs.flatMap(({ peek, choice, columns = {}, headerRow }): TabPin[] => {
    if (choice === 'automatic') return []
    if (choice === 'ignore') return [{ ...placeOf(peek.tab), ignore: true }]
    if (isPresetId(choice)) return [{ ...placeOf(peek.tab), preset: choice, constants: {} }]
    const row = headerRow === undefined ? {} : { header_row: headerRow }
    const said = { dataset: choice, ...row, columns, constants: {}, fill_down: [], scope: {} }
    return [{ ...placeOf(peek.tab), ...said }]
  })
}

/**
 * The tabs as the config should pin them. In Google Sheets whatever was recognised is pinned by its number,
 * so that a renamed tab stays what it is; in a folder names change with every export, and only what the
 * person said is pinned.
 */
export function choicesToPin(tabs: readonly ReviewedTab[]): ReviewedTab[] {
  return tabs.map((tab) => {
    const { peek, choice, recognition } = tab
    // What cannot be read yet may turn out to be something else once it is mended.
    const known = knownAs(recognition)
    const settled = choice === 'automatic' && peek.tab.sheet && known !== null ? known : choice
    return { ...tab, choice: settled }
  })
}

function knownAs(recognition: Recognition): Dataset | PresetId | null {
  if (recognition.kind === 'data') return recognition.dataset
  return recognition.kind === 'parts' ? recognition.preset.id : null
}

/** Tabs that people type and rearrange; their headers are known by name as they come. */
const typed = /^(settings|goals|map_)/

/**
 * The headers of a tab as the person saw and confirmed them, and what each is read as: what changes afterwards is told,
 * and not guessed anew.
 */
export function confirmedHeaders({ recognition }: ReviewedTab) {
  if (recognition.kind === 'parts') return { confirmed: filled(recognition.parts[0]?.headers ?? []) }
  if (recognition.kind !== 'data' || typed.test(recognition.dataset) || recognition.headerRow === 0) return {}
  const { columns, headers } = recognition
  const keys = headers.map(headerKey)
  const fields = Map.groupBy(columns, ({ field }) => field)
  // Several columns may mark a test patient; they are known by what they are called.
  const single = [...fields.values()].flatMap(([column, ...more]) =>
    column && more.length === 0 ? [column] : [],
  )
  const named = single.map(({ field, index, header }) => {
    const isOne = keys.filter((key) => key === headerKey(header)).length === 1
    return [field, isOne ? header : { letter: columnLetter(index) }] as const
  })
  return { columns: Object.fromEntries(named), confirmed: filled(headers) }
}

function filled(headers: readonly string[]): string[] {
  return headers.filter((header) => header !== '')
}
