import type { StandInCell } from './workbook/cell.ts'
import { followRename } from './workbook/formulaText.ts'
import { StandInTab, type Area, type NewTab } from './workbook/StandInTab.ts'

/** What the account may do with a file. Without any access Sheets answers 403, Drive as if there were none. */
export type Access = 'none' | 'reader' | 'writer'

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet'

/** A spreadsheet as a test gives it. */
export interface NewSpreadsheet {
  readonly id: string
  readonly title: string
  readonly tabs: readonly NewTab[]
  /** `en_US` if left out. */
  readonly locale?: string
  /** IANA name; `America/New_York` if left out. */
  readonly timeZone?: string
  /** `reader` if left out. */
  readonly access?: Access
  /** Another type than a Google spreadsheet, such as an XLSX kept in Drive. */
  readonly mimeType?: string
  readonly trashed?: boolean
  readonly namedRanges?: readonly NewNamedRange[]
  /** RFC 3339, UTC; now if left out. */
  readonly modifiedTime?: string
}

export interface NewNamedRange {
  readonly name: string
  /** Title of the tab. */
  readonly tab: string
  readonly area: Area
}

export interface NamedRange {
  readonly id: string
  readonly name: string
  readonly sheetId: number
  readonly area: Area
}

/** What is in a spreadsheet. */
export interface ContentsView {
  readonly title: string
  readonly locale: string
  readonly timeZone: string
  readonly tabs: readonly StandInTab[]
  readonly namedRanges: readonly NamedRange[]
}

/** What a batch changes as a whole or not at all. */
export interface Contents {
  title: string
  locale: string
  timeZone: string
  tabs: StandInTab[]
  namedRanges: readonly NamedRange[]
}

/**
 * A spreadsheet that tests may change between two calls. Tabs are named by title or `sheetId`; rows and
 * columns count from 1, as a spreadsheet shows them. Every change moves `version` and `modifiedTime`.
 */
export class StandInSpreadsheet {
  readonly id: string
  access: Access
  mimeType: string
  trashed: boolean
  /** Made through the API by the account itself. */
  readonly own: boolean
  private contents: Contents
  private readonly now: () => number
  private modifiedMs: number
  private changes = 100

  constructor(given: NewSpreadsheet, options: { readonly now: () => number; readonly own?: boolean }) {
    this.id = given.id
    this.access = given.access ?? 'reader'
    this.mimeType = given.mimeType ?? spreadsheetType
    this.trashed = given.trashed ?? false
    this.own = options.own ?? false
    this.now = options.now
    this.modifiedMs = given.modifiedTime === undefined ? options.now() : Date.parse(given.modifiedTime)
    const tabs = given.tabs.map(
      (tab, index) => new StandInTab({ ...tab, sheetId: tab.sheetId ?? sheetIdOf(index) }),
    )
    this.contents = {
      title: given.title,
      locale: given.locale ?? 'en_US',
      timeZone: given.timeZone ?? 'America/New_York',
      tabs,
      namedRanges: [],
    }
    this.contents.namedRanges = (given.namedRanges ?? []).map(({ name, tab, area }, index) => {
      return { id: `named${index}`, name, sheetId: this.tab(tab).sheetId, area }
    })
  }

  get title(): string {
    return this.contents.title
  }

  set title(title: string) {
    this.change((contents) => (contents.title = title))
  }

  get locale(): string {
    return this.contents.locale
  }

  get timeZone(): string {
    return this.contents.timeZone
  }

  set timeZone(timeZone: string) {
    this.change((contents) => (contents.timeZone = timeZone))
  }

  get tabs(): readonly StandInTab[] {
    return this.contents.tabs
  }

  get namedRanges(): readonly NamedRange[] {
    return this.contents.namedRanges
  }

  /** A decimal number in text, as Drive gives it. */
  get version(): string {
    return String(this.changes)
  }

  /** RFC 3339 with milliseconds, UTC. */
  get modifiedTime(): string {
    return new Date(this.modifiedMs).toISOString()
  }

  /** The tab as it is now: a batch puts another in its place. Throws for an unknown one. */
  tab(tab: string | number): StandInTab {
    const found = this.contents.tabs.find(({ title, sheetId }) => tab === title || tab === sheetId)
    if (found === undefined) throw new Error(`unknown tab: ${tab}`)
    return found
  }

  /** Carries out a change on a copy and puts it in place as a whole, or throws and leaves all as it was. */
  change<T>(apply: (contents: Contents) => T): T {
    const draft: Contents = { ...this.contents, tabs: this.contents.tabs.map((tab) => tab.copy()) }
    const result = apply(draft)
    this.contents = draft
    this.touch()
    return result
  }

  /** Someone's change that shows nowhere: version and time move, no cell does. */
  touch(): void {
    this.changes += 1
    this.modifiedMs = Math.max(this.now(), this.modifiedMs + 1)
  }

  edit(tab: string | number, row: number, column: number, value: StandInCell): void {
    this.changeTab(tab, (changed) => changed.grid.set(row - 1, column - 1, value))
  }

  /** A recalculated formula, such as IMPORTRANGE: the value differs, version and time do not. */
  recalculate(tab: string | number, row: number, column: number, value: StandInCell): void {
    this.tab(tab).grid.set(row - 1, column - 1, value)
  }

  rename(tab: string | number, title: string): void {
    const { title: old, sheetId } = this.tab(tab)
    this.change((contents) => renameTab(contents, sheetId, { from: old, to: title }))
  }

  hide(tab: string | number, hidden = true): void {
    this.changeTab(tab, (changed) => (changed.hidden = hidden))
  }

  /** Puts rows above a row. */
  insertRows(tab: string | number, row: number, rows: readonly (readonly StandInCell[])[]): void {
    this.changeTab(tab, (changed) => changed.insertRows(row - 1, rows))
  }

  removeRows(tab: string | number, row: number, count: number): void {
    this.changeTab(tab, (changed) => changed.removeRows(row - 1, count))
  }

  /** Takes every value of a tab away; the grid stays as large as it is. */
  clear(tab: string | number): void {
    this.changeTab(tab, (changed) => changed.grid.remove(0, changed.grid.length))
  }

  addTab(tab: NewTab): void {
    const sheetId = tab.sheetId ?? sheetIdOf(this.contents.tabs.length)
    this.change((contents) => contents.tabs.push(new StandInTab({ ...tab, sheetId })))
  }

  removeTab(tab: string | number): void {
    const { sheetId } = this.tab(tab)
    this.change((contents) => (contents.tabs = contents.tabs.filter((one) => one.sheetId !== sheetId)))
  }

  /** Any other change of one tab, on a copy that is put in its place. */
  changeTab(tab: string | number, apply: (tab: StandInTab) => unknown): void {
    const { sheetId } = this.tab(tab)
    this.change((contents) => {
      const changed = contents.tabs.find((one) => one.sheetId === sheetId)
      if (changed !== undefined) apply(changed)
    })
  }
}

/** A rename, which formulas follow. */
export function renameTab(
  contents: Contents,
  sheetId: number,
  titles: { readonly from: string; readonly to: string },
): void {
  for (const tab of contents.tabs) {
    if (tab.sheetId === sheetId) tab.title = titles.to
    tab.grid.mapStored((cell) => followRename(cell, titles))
  }
}

/** The first tab has 0, others a number of many digits that is the same at each start. */
export function sheetIdOf(index: number): number {
  return index === 0 ? 0 : (index * 1_193_046_471) % 2_147_483_647
}
