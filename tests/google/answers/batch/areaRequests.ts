import type { Contents } from '../../StandInSpreadsheet.ts'
import type { Area, AreaNote } from '../../workbook/StandInTab.ts'
import { areaOf, toGridRange } from '../gridRange.ts'
import { fromRange } from './cellRequests.ts'
import { Refusal } from './Refusal.ts'
import type { Given } from './requestSchema.ts'
import { findTab } from './sheetRequests.ts'

/** Merges; as with Google only the first cell of each merged area keeps its value. */
export function mergeCells(
  contents: Contents,
  { range, mergeType = 'MERGE_ALL' }: Given<'mergeCells'>,
): void {
  const [tab, box] = fromRange(contents, range)
  const merged = split(box, mergeType)
  if (tab.merges.some((merge) => merged.some((area) => overlap(merge, area)))) {
    throw new Refusal('You must select all cells in a merged range to merge or unmerge them.')
  }
  for (const area of merged) {
    for (let row = area.startRow; row < area.endRow; row += 1) {
      for (let column = area.startColumn; column < area.endColumn; column += 1) {
        const isFirst = row === area.startRow && column === area.startColumn
        if (!isFirst && tab.cell(row, column) !== null) tab.grid.set(row, column, null)
      }
    }
  }
  tab.merges = [...tab.merges, ...merged]
}

export function unmergeCells(contents: Contents, { range }: Given<'unmergeCells'>): void {
  const [tab, box] = fromRange(contents, range)
  tab.merges = tab.merges.filter((merge) => !overlap(merge, box))
}

export function setBasicFilter(contents: Contents, { filter }: Given<'setBasicFilter'>): void {
  const { range = {}, ...properties } = filter
  const tab = findTab(contents, range.sheetId ?? 0)
  tab.basicFilter = { id: 0, area: areaOf(range), properties }
}

export function clearBasicFilter(contents: Contents, { sheetId = 0 }: Given<'clearBasicFilter'>): void {
  findTab(contents, sheetId).basicFilter = null
}

/** Protects a range; the reply holds it with its id. */
export function addProtectedRange(
  contents: Contents,
  { protectedRange }: Given<'addProtectedRange'>,
): unknown {
  const { range = {}, protectedRangeId, ...properties } = protectedRange
  const tab = findTab(contents, range.sheetId ?? 0)
  const taken = contents.tabs.flatMap(({ protectedRanges }) => protectedRanges.map(({ id }) => id))
  const id = protectedRangeId ?? Math.max(100, ...taken) + 1
  if (taken.includes(id)) throw new Refusal(`A protected range with id ${id} already exists.`)
  const note: AreaNote = {
    id,
    area: areaOf(range),
    properties: { ...properties, requestingUserCanEdit: true },
  }
  tab.protectedRanges = [...tab.protectedRanges, note]
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: id,
        range: toGridRange(tab.sheetId, note.area),
        ...note.properties,
      },
    },
  }
}

export function deleteProtectedRange(
  contents: Contents,
  { protectedRangeId }: Given<'deleteProtectedRange'>,
): void {
  const tab = contents.tabs.find(({ protectedRanges }) =>
    protectedRanges.some(({ id }) => id === protectedRangeId),
  )
  if (tab === undefined) throw new Refusal(`No protected range with ID: ${protectedRangeId}`)
  tab.protectedRanges = tab.protectedRanges.filter(({ id }) => id !== protectedRangeId)
}

/** Names a range; the reply holds it with its id. */
export function addNamedRange(contents: Contents, { namedRange }: Given<'addNamedRange'>): unknown {
  const { name, range } = namedRange
  if (!/^[A-Za-z_][\w.]*$/.test(name)) throw new Refusal('The name of the range is not valid.')
  if (contents.namedRanges.some((named) => named.name === name)) {
    throw new Refusal(`A named range with the name "${name}" already exists. Please enter another name.`)
  }
  const { sheetId } = findTab(contents, range.sheetId ?? 0)
  const id = namedRange.namedRangeId ?? `named${contents.namedRanges.length}`
  const area = areaOf(range)
  contents.namedRanges = [...contents.namedRanges, { id, name, sheetId, area }]
  return { addNamedRange: { namedRange: { namedRangeId: id, name, range: toGridRange(sheetId, area) } } }
}

type Box = Area & { readonly endRow: number; readonly endColumn: number }

function split(box: Box, mergeType: string): Box[] {
  if (mergeType === 'MERGE_ALL') return [box]
  const { startRow, endRow, startColumn, endColumn } = box
  return mergeType === 'MERGE_ROWS'
    ? Array.from({ length: endRow - startRow }, (_, index) => {
        return { ...box, startRow: startRow + index, endRow: startRow + index + 1 }
      })
    : Array.from({ length: endColumn - startColumn }, (_, index) => {
        return { ...box, startColumn: startColumn + index, endColumn: startColumn + index + 1 }
      })
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.startRow < other.endRow &&
    other.startRow < one.endRow &&
    one.startColumn < other.endColumn &&
    other.startColumn < one.endColumn
  )
}
