import type { Contents } from '../../StandInSpreadsheet.ts'
import { notCopied } from '../../http/GoogleProblem.ts'
import { isFormula } from '../../workbook/cell.ts'
import type { StandInTab } from '../../workbook/StandInTab.ts'
import { maskBelow, parseFieldMask } from '../fieldMask.ts'
import { Refusal } from './Refusal.ts'
import type { Given } from './requestSchema.ts'
import { findTab, refuseTooLarge } from './sheetRequests.ts'

type DimensionRange = Given<'deleteDimension'>['range']

export function appendDimension(
  contents: Contents,
  { sheetId = 0, dimension, length }: Given<'appendDimension'>,
): void {
  const tab = findTab(contents, sheetId)
  if (dimension === 'ROWS') tab.rowCount += length
  else tab.columnCount += length
  refuseTooLarge(contents)
}

export function insertDimension(contents: Contents, { range }: Given<'insertDimension'>): void {
  const { tab, start, end } = boundsOf(contents, range)
  if (range.dimension === 'COLUMNS') throw notCopied('inserting columns')
  const blank = Array.from({ length: end - start }, () => [])
  tab.insertRows(start, blank)
  refuseTooLarge(contents)
}

export function deleteDimension(contents: Contents, { range }: Given<'deleteDimension'>): void {
  const { tab, start, end } = boundsOf(contents, range)
  const count = end - start
  if (range.dimension === 'ROWS') {
    if (count >= tab.rowCount - tab.frozenRowCount && start <= tab.frozenRowCount) {
      throw new Refusal('Sorry, it is not possible to delete all non-frozen rows.')
    }
    tab.removeRows(start, count)
    return
  }
  if (count >= tab.columnCount - tab.frozenColumnCount && start <= tab.frozenColumnCount) {
    throw new Refusal('Sorry, it is not possible to delete all non-frozen columns.')
  }
  if (contents.tabs.some((one) => namesTab(one, tab.title))) {
    throw notCopied('taking columns away that a formula may name')
  }
  tab.grid.removeColumns(start, count)
  tab.columnCount -= count
}

function namesTab(tab: StandInTab, title: string): boolean {
  let found = false
  tab.grid.mapStored((cell) => {
    found ||= isFormula(cell) && cell.formula.includes(title.replaceAll("'", "''"))
    return cell
  })
  return found
}

/** Widths of columns, and whether rows or columns are hidden; the height of rows is not kept. */
export function updateDimensionProperties(
  contents: Contents,
  { range, properties, fields }: Given<'updateDimensionProperties'>,
): void {
  const mask = parseFieldMask(fields)
  const { tab, start, end } = boundsOf(contents, range)
  const { pixelSize, hiddenByUser = false } = properties
  const places = Array.from({ length: end - start }, (_, index) => start + index)
  if (maskBelow(mask, 'hiddenByUser') !== undefined) {
    const key = range.dimension === 'ROWS' ? 'hiddenRows' : 'hiddenColumns'
    const hidden = new Set(tab[key])
    for (const place of places) {
      if (hiddenByUser) hidden.add(place)
      else hidden.delete(place)
    }
    tab[key] = hidden
  }
  if (maskBelow(mask, 'pixelSize') === undefined || range.dimension === 'ROWS') return
  const widths = new Map(tab.columnWidths)
  for (const place of places) widths.set(place, pixelSize ?? 100)
  tab.columnWidths = widths
}

/** Nothing that shows in an answer but that the range must exist. */
export function autoResizeDimensions(
  contents: Contents,
  { dimensions }: Given<'autoResizeDimensions'>,
): void {
  boundsOf(contents, dimensions)
}

function boundsOf(
  contents: Contents,
  range: DimensionRange,
): { readonly tab: StandInTab; readonly start: number; readonly end: number } {
  const tab = findTab(contents, range.sheetId ?? 0)
  const isRows = range.dimension === 'ROWS'
  const count = isRows ? tab.rowCount : tab.columnCount
  const start = range.startIndex ?? 0
  const end = range.endIndex ?? count
  if (start >= end || end > count) {
    const [one, many] = isRows ? ['row', 'rows'] : ['column', 'columns']
    throw new Refusal(
      `Cannot change a ${one} that doesn't exist. Tried ${one} index ${end - 1} but there are only ${count} ${many}.`,
    )
  }
  return { tab, start, end }
}
