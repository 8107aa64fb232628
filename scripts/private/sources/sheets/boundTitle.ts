import type { TabPin } from '../../config/config.ts'
import { fitsPattern, pinOfTab } from '../../recognise/pinOfTab.ts'
import { datasetsOfName } from '../../recognise/tabNames.ts'
import type { SpreadsheetRecord, TabRecord } from './sheetsState.ts'

/** What a title is judged by. */
export interface KnownTabs {
  readonly pins: readonly TabPin[]
  /** As kept after the last publication. */
  readonly before: SpreadsheetRecord | undefined
}

/**
 * The title under which config and recognition know a tab: what the pin of its number says, else the one
 * that it was kept under. A pin that names only the number asks for no title.
 */
export function boundTitle(
  { sheetId, title }: Pick<TabRecord, 'sheetId' | 'title'>,
  spreadsheetId: string,
  { pins, before }: KnownTabs,
): string {
  const pin = pins.find((one) => one.spreadsheet === spreadsheetId && one.sheet_id === sheetId)
  if (pin) return pin.tab === undefined || fitsPattern(pin.tab, title) ? title : pin.tab
  const kept = before?.tabs.find((tab) => tab.sheetId === sheetId)
  return kept !== undefined && kept.dataset !== null ? kept.boundTitle : title
}

/** The title to keep a data tab under: its new one, if that says the same to config and recognition. */
export function titleToKeep(
  { sheetId, title, boundTitle: known }: Pick<TabRecord, 'sheetId' | 'title' | 'boundTitle'>,
  { id, title: workbook }: Pick<SpreadsheetRecord, 'id' | 'title'>,
  pins: readonly TabPin[],
): string {
  const [now, then] = [title, known].map((name) => ({
    workbook,
    name,
    sheet: { spreadsheetId: id, sheetId },
  }))
  if (now === undefined || then === undefined) return title
  const samePin = pinOfTab(now, pins) === pinOfTab(then, pins)
  const sameWords = datasetsOfName(now).join() === datasetsOfName(then).join()
  return samePin && sameWords ? title : known
}
