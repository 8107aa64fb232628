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
  return tabs.flatMap(({ peek, choice }): TabPin[] => {
    if (choice === 'automatic') return []
    if (choice === 'ignore') return [{ ...placeOf(peek.tab), ignore: true }]
    if (isPresetId(choice)) return [{ ...placeOf(peek.tab), preset: choice, constants: {} }]
    return [{ ...placeOf(peek.tab), dataset: choice, columns: {}, constants: {}, fill_down: [], scope: {} }]
  })
}

/**
 * The tabs as the config should pin them. In Google Sheets whatever was recognised is pinned by its number,
 * so that a renamed tab stays what it is; in a folder names change with every export, and only what the
 * person said is pinned.
 */
export function choicesToPin(tabs: readonly ReviewedTab[]): DraftTab[] {
  return tabs.map(({ peek, choice, recognition }) => {
    // What cannot be read yet may turn out to be something else once it is mended.
    const known = knownAs(recognition)
    const settled = choice === 'automatic' && peek.tab.sheet && known !== null ? known : choice
    return { peek, choice: settled }
  })
}

function knownAs(recognition: Recognition): Dataset | PresetId | null {
  if (recognition.kind === 'data') return recognition.dataset
  return recognition.kind === 'parts' ? recognition.preset.id : null
}
