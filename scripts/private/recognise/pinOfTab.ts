import type { TabPin } from '../config/config.ts'
import type { Tab } from '../sources/source.ts'

/** What a pin looks at. */
export type PinnedTab = Pick<Tab, 'workbook' | 'name' | 'boundName' | 'sheet'>

/** The first pin of the config that fits a tab; `*` in a pin's names stands for any letters. */
export function pinOfTab(tab: PinnedTab, pins: readonly TabPin[]): TabPin | undefined {
  return pins.find((pin) => pinFits(pin, tab))
}

/** A number fits whatever the tab is called; a title, the one that it has or the one that it is known by. */
function pinFits(pin: TabPin, { workbook, name, boundName, sheet }: PinnedTab): boolean {
  if (pin.spreadsheet !== undefined && pin.spreadsheet !== sheet?.spreadsheetId) return false
  if (pin.sheet_id !== undefined) return pin.spreadsheet !== undefined && pin.sheet_id === sheet?.sheetId
  if (pin.file !== undefined && !fitsPattern(pin.file, workbook)) return false
  const { tab } = pin
  return tab === undefined || [name, boundName ?? name].some((title) => fitsPattern(tab, title))
}

/** Case does not count, as in the file systems that people know. */
export function fitsPattern(pattern: string, name: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`, 'iu').test(name.trim())
}
