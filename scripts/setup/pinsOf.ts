import type { TabPin } from '../private/config/config.ts'
import { isOwnFile } from '../private/recognise/tabLabel.ts'
import type { Tab } from '../private/sources/source.ts'
import type { DraftTab, ReviewedTab } from './draft.ts'

/** How a pin says which tab it means: in Google Sheets by number, else by file and name. */
export function placeOf({ workbook, name, sheet }: Tab) {
  if (sheet) return { spreadsheet: sheet.spreadsheetId, sheet_id: sheet.sheetId, tab: name }
  return isOwnFile({ workbook, name }) ? { file: workbook } : { file: workbook, tab: name }
}

/** The pins of the tabs that the person chose something for. */
export function chosenPins(tabs: readonly DraftTab[]): TabPin[] {
  return tabs.flatMap(({ peek, choice }): TabPin[] => {
    if (choice === 'automatic') return []
    if (choice === 'ignore') return [{ ...placeOf(peek.tab), ignore: true }]
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
    const known = recognition.kind === 'data' ? recognition.dataset : null
    const settled = choice === 'automatic' && peek.tab.sheet && known !== null ? known : choice
    return { peek, choice: settled }
  })
}
