import { renameTab, sheetIdOf, type Contents } from '../../StandInSpreadsheet.ts'
import { StandInTab } from '../../workbook/StandInTab.ts'
import { sheetProperties } from '../describe.ts'
import { maskBelow, parseFieldMask, type FieldMask } from '../fieldMask.ts'
import type { SheetProperties } from './cellSchemas.ts'
import { Refusal } from './Refusal.ts'
import type { Given } from './requestSchema.ts'

const mostCells = 10_000_000

/** Throws for an id that no tab has. */
export function findTab(contents: Contents, sheetId: number): StandInTab {
  const tab = contents.tabs.find((one) => one.sheetId === sheetId)
  if (tab === undefined) throw new Refusal(`No grid with id: ${sheetId}`)
  return tab
}

/** Adds a tab; the reply holds its properties, among them the id it was given. */
export function addSheet(contents: Contents, { properties = {} }: Given<'addSheet'>): unknown {
  const tab = new StandInTab({
    title: properties.title ?? freeTitle(contents),
    sheetId: properties.sheetId ?? freeId(contents),
  })
  if (contents.tabs.some((one) => one.sheetId === tab.sheetId)) {
    throw new Refusal(`A sheet with id ${tab.sheetId} already exists. Please enter another id.`)
  }
  refuseTitle(contents, tab.title, null)
  contents.tabs.splice(properties.index ?? contents.tabs.length, 0, tab)
  setProperties(contents, tab, { properties, mask: givenMask(properties) })
  return { addSheet: { properties: sheetProperties(tab, contents.tabs.indexOf(tab)) } }
}

export function deleteSheet(contents: Contents, { sheetId }: Given<'deleteSheet'>): void {
  const tab = findTab(contents, sheetId)
  if (contents.tabs.filter(({ hidden }) => !hidden).every((one) => one === tab)) {
    throw new Refusal("You can't remove all the visible sheets in a document.")
  }
  contents.tabs = contents.tabs.filter((one) => one !== tab)
  contents.namedRanges = contents.namedRanges.filter((named) => named.sheetId !== sheetId)
}

export function updateSheetProperties(
  contents: Contents,
  { properties, fields }: Given<'updateSheetProperties'>,
): void {
  const tab = findTab(contents, properties.sheetId ?? 0)
  setProperties(contents, tab, { properties, mask: parseFieldMask(fields) })
}

export function updateSpreadsheetProperties(
  contents: Contents,
  { properties, fields }: Given<'updateSpreadsheetProperties'>,
): void {
  const mask = parseFieldMask(fields)
  for (const key of ['title', 'locale', 'timeZone'] as const) {
    if (maskBelow(mask, key) === undefined) continue
    const value = properties[key]
    if (value === undefined || value === '') throw new Refusal(`${key} must not be empty.`)
    contents[key] = value
  }
}

interface Change {
  readonly properties: SheetProperties
  readonly mask: FieldMask
}

function setProperties(contents: Contents, tab: StandInTab, { properties, mask }: Change): void {
  const has = (...path: string[]) => maskBelow(mask, ...path) !== undefined
  if (has('title') && tab.title !== properties.title) {
    refuseTitle(contents, properties.title ?? '', tab)
    renameTab(contents, tab.sheetId, { from: tab.title, to: properties.title ?? '' })
  }
  if (has('hidden')) tab.hidden = properties.hidden ?? false
  if (contents.tabs.every(({ hidden }) => hidden)) {
    throw new Refusal("You can't hide all the sheets in a document.")
  }
  if (has('index')) move(contents, tab, properties.index ?? 0)
  const other = { ...tab.otherProperties }
  for (const key of ['tabColor', 'tabColorStyle', 'rightToLeft'] as const) {
    if (has(key)) Object.assign(other, { [key]: properties[key] })
  }
  tab.otherProperties = other
  if (has('gridProperties')) setGrid(contents, tab, { properties, mask })
}

function setGrid(contents: Contents, tab: StandInTab, { properties, mask }: Change): void {
  const given = properties.gridProperties ?? {}
  const has = (key: string) => maskBelow(mask, 'gridProperties', key) !== undefined
  if (has('rowCount') && given.rowCount !== undefined) {
    const { length } = tab.grid
    if (given.rowCount < length) tab.grid.remove(given.rowCount, length - given.rowCount)
    tab.rowCount = given.rowCount
  }
  if (has('columnCount') && given.columnCount !== undefined) {
    if (given.columnCount < tab.columnCount) {
      tab.grid.removeColumns(given.columnCount, tab.columnCount - given.columnCount)
    }
    tab.columnCount = given.columnCount
  }
  if (has('frozenRowCount')) tab.frozenRowCount = given.frozenRowCount ?? 0
  if (has('frozenColumnCount')) tab.frozenColumnCount = given.frozenColumnCount ?? 0
  if (tab.frozenRowCount >= tab.rowCount) throw new Refusal("You can't freeze all visible rows on the sheet.")
  if (tab.frozenColumnCount >= tab.columnCount) {
    throw new Refusal("You can't freeze all visible columns on the sheet.")
  }
  refuseTooLarge(contents)
}

/** Throws where the spreadsheet would have more cells than Google allows. */
export function refuseTooLarge(contents: Contents): void {
  const cells = contents.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0)
  if (cells <= mostCells) return
  throw new Refusal(
    `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
  )
}

function refuseTitle(contents: Contents, title: string, own: StandInTab | null): void {
  if (title === '') throw new Refusal('The sheet name cannot be empty.')
  if (title.length > 100) throw new Refusal('The sheet name cannot be greater than 100 characters.')
  const isTaken = contents.tabs.some((tab) => tab !== own && tab.title.toLowerCase() === title.toLowerCase())
  if (isTaken)
    throw new Refusal(`A sheet with the name "${title}" already exists. Please enter another name.`)
}

/** As Google counts it: the place before which the tab goes, as the tabs stood before. */
function move(contents: Contents, tab: StandInTab, index: number): void {
  const from = contents.tabs.indexOf(tab)
  contents.tabs.splice(from, 1)
  contents.tabs.splice(index > from ? index - 1 : index, 0, tab)
}

function freeTitle({ tabs }: Contents): string {
  let number = tabs.length + 1
  while (tabs.some(({ title }) => title === `Sheet${number}`)) number += 1
  return `Sheet${number}`
}

function freeId({ tabs }: Contents): number {
  let number = tabs.length + 1000
  while (tabs.some(({ sheetId }) => sheetId === sheetIdOf(number))) number += 1
  return sheetIdOf(number)
}

/** What a new tab is made with; the rest is laid over it. */
const ofNewTab = ['title', 'index', 'sheetId', 'sheetType']

/** A mask of all that is given beside that. */
function givenMask(given: object): FieldMask {
  const entries = Object.entries(given).filter(
    ([key, value]) => value !== undefined && !ofNewTab.includes(key),
  )
  return new Map(
    entries.map(([key, value]: [string, unknown]) => [
      key,
      key === 'gridProperties' ? givenMask(value as object) : null,
    ]),
  )
}
