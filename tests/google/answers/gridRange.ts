import { z } from 'zod'
import type { ContentsView } from '../StandInSpreadsheet.ts'
import { badRequest } from '../http/GoogleProblem.ts'
import type { Area, StandInTab } from '../workbook/StandInTab.ts'

const count = z.number().int().min(0)

/** Google's GridRange: no `sheetId` is the tab with id 0, no index is unbounded on that side. */
export const gridRangeSchema = z.strictObject({
  sheetId: count.optional(),
  startRowIndex: count.optional(),
  endRowIndex: count.optional(),
  startColumnIndex: count.optional(),
  endColumnIndex: count.optional(),
})

export type GridRange = z.output<typeof gridRangeSchema>

export function tabOf(contents: Pick<ContentsView, 'tabs'>, range: unknown): StandInTab {
  const { sheetId = 0 } = read(range)
  const tab = contents.tabs.find((one) => one.sheetId === sheetId)
  if (tab === undefined) throw badRequest(`No grid with id: ${sheetId}`)
  return tab
}

export function areaOf(range: unknown): Area {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = read(range)
  return {
    startRow: startRowIndex ?? 0,
    endRow: endRowIndex ?? null,
    startColumn: startColumnIndex ?? 0,
    endColumn: endColumnIndex ?? null,
  }
}

function read(range: unknown): GridRange {
  const parsed = gridRangeSchema.safeParse(range)
  if (!parsed.success) throw badRequest('Invalid value at grid_range')
  return parsed.data
}

/** An area as Google sends it: `sheetId` 0 and indexes of 0 at the start are left out where proto3 omits them. */
export function toGridRange(sheetId: number, area: Area): GridRange {
  return {
    ...(sheetId === 0 ? {} : { sheetId }),
    ...(isWholeSide(area.startRow, area.endRow) ? {} : { startRowIndex: area.startRow }),
    ...(area.endRow === null ? {} : { endRowIndex: area.endRow }),
    ...(isWholeSide(area.startColumn, area.endColumn) ? {} : { startColumnIndex: area.startColumn }),
    ...(area.endColumn === null ? {} : { endColumnIndex: area.endColumn }),
  }
}

function isWholeSide(start: number, end: number | null): boolean {
  return start === 0 && end === null
}
