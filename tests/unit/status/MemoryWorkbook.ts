import type { sheets_v4 } from '@googleapis/sheets'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import type { GoogleApi, SheetTab } from '../../../scripts/google/googleApi.ts'

export interface MemoryTab extends SheetTab {
  /** By `row,column`, as written. */
  readonly cells: ReadonlyMap<string, sheets_v4.Schema$CellData>
  /** In pixels by column. */
  readonly widths: ReadonlyMap<number, number>
}

type Request = sheets_v4.Schema$Request

/** One spreadsheet with the few changes that the status needs, all of a batch or none; else it throws. */
export class MemoryWorkbook {
  tabs: readonly MemoryTab[]
  reads = 0
  batches: (readonly Request[])[] = []
  /** Thrown by the next updates, one each; `after` means that the batch was carried out all the same. */
  troubles: { readonly error: GoogleError; readonly after?: boolean }[] = []

  constructor(tabs: readonly MemoryTab[]) {
    this.tabs = tabs
  }

  get api(): GoogleApi {
    const unused = () => Promise.reject(new Error('not asked for by the status'))
    return {
      account: 'reader@example.iam.gserviceaccount.com',
      requests: { sheetsReads: 0, sheetsWrites: 0, driveReads: 0 },
      file: unused,
      values: unused,
      create: unused,
      spreadsheet: (id) => {
        this.reads++
        return Promise.resolve({ id, title: 'Our status', locale: 'en_US', timeZone: 'UTC', tabs: this.tabs })
      },
      update: async (_, requests) => {
        await Promise.resolve()
        const trouble = this.troubles.shift()
        if (trouble && !trouble.after) throw trouble.error
        this.batches.push(requests)
        this.tabs = requests.reduce(apply, this.tabs).map((tab, index) => ({ ...tab, index }))
        if (trouble) throw trouble.error
      },
    }
  }

  tab(title: string): MemoryTab {
    const found = this.tabs.find((tab) => tab.title === title)
    if (!found) throw new Error(`no such tab: ${title}`)
    return found
  }

  /** The text or number of every filled cell of a tab. */
  values(title: string): (string | number)[] {
    return [...this.tab(title).cells.values()].flatMap(({ userEnteredValue }) => {
      const value = userEnteredValue?.stringValue ?? userEnteredValue?.numberValue
      return value === undefined || value === null ? [] : [value]
    })
  }
}

/** A tab that a person made. */
export function foreignTab(title: string, sheetId = 0): MemoryTab {
  return {
    ...emptyTab(sheetId, title),
    cells: new Map([['0,0', { userEnteredValue: { stringValue: 'kept by hand' } }]]),
  }
}

/** A refusal as Google words it. */
export function badRequest(): GoogleError {
  return new GoogleError(
    'bad_request',
    { message: 'Google refused it.', hint: 'Report it.' },
    { status: 400 },
  )
}

function emptyTab(sheetId: number, title: string): MemoryTab {
  return {
    sheetId,
    title,
    index: 0,
    type: 'GRID',
    hidden: false,
    rowCount: 1000,
    columnCount: 26,
    frozenRowCount: 0,
    merges: [],
    hiddenRows: null,
    cells: new Map(),
    widths: new Map(),
  }
}

function apply(tabs: readonly MemoryTab[], request: Request): readonly MemoryTab[] {
  const { addSheet, updateSheetProperties, updateCells, updateDimensionProperties, unmergeCells } = request
  if (addSheet?.properties) return added(tabs, addSheet.properties)
  if (updateSheetProperties?.properties) return resized(tabs, updateSheetProperties.properties)
  if (updateCells?.start) return changed(tabs, updateCells.start.sheetId, (tab) => written(tab, updateCells))
  if (updateCells?.range && !updateCells.rows && updateCells.fields === '*') {
    return changed(tabs, updateCells.range.sheetId, (tab) => ({ ...tab, cells: new Map() }))
  }
  if (unmergeCells) return changed(tabs, unmergeCells.range?.sheetId, (tab) => ({ ...tab, merges: [] }))
  const { range, properties } = updateDimensionProperties ?? {}
  if (!range || !properties) throw new Error(`unknown request: ${Object.keys(request).join()}`)
  return changed(tabs, range.sheetId, (tab) => {
    if (range.dimension === 'ROWS') return { ...tab, hiddenRows: 0 }
    return { ...tab, widths: new Map(tab.widths).set(range.startIndex ?? 0, properties.pixelSize ?? 0) }
  })
}

function added(tabs: readonly MemoryTab[], properties: sheets_v4.Schema$SheetProperties) {
  const { sheetId, title, index } = properties
  const isTaken = tabs.some(
    (tab) => tab.sheetId === sheetId || tab.title.toLowerCase() === title?.toLowerCase(),
  )
  if (isTaken || typeof sheetId !== 'number' || !title) throw badRequest()
  const tab = { ...emptyTab(sheetId, title), ...gridOf(properties) }
  return typeof index === 'number' ? tabs.toSpliced(index, 0, tab) : [...tabs, tab]
}

function resized(tabs: readonly MemoryTab[], properties: sheets_v4.Schema$SheetProperties) {
  const rest = changed(tabs, properties.sheetId, (tab) => ({ ...tab, ...gridOf(properties) }))
  const moved = rest.find(({ sheetId }) => sheetId === properties.sheetId)
  if (properties.index !== 0 || !moved) return rest
  return [moved, ...rest.filter((tab) => tab !== moved)]
}

function gridOf({ gridProperties }: sheets_v4.Schema$SheetProperties) {
  const { rowCount, columnCount, frozenRowCount } = gridProperties ?? {}
  if (!rowCount || !columnCount || (frozenRowCount ?? 0) >= rowCount) throw badRequest()
  return { rowCount, columnCount, frozenRowCount: frozenRowCount ?? 0 }
}

function written(tab: MemoryTab, { start, rows }: sheets_v4.Schema$UpdateCellsRequest): MemoryTab {
  const cells = new Map(tab.cells)
  for (const [row, { values }] of (rows ?? []).entries()) {
    for (const [column, cell] of (values ?? []).entries()) {
      const place = [row + (start?.rowIndex ?? 0), column + (start?.columnIndex ?? 0)] as const
      if (place[0] >= tab.rowCount || place[1] >= tab.columnCount) throw badRequest()
      if (Object.keys(cell).length > 0) cells.set(place.join(), cell)
    }
  }
  return { ...tab, cells }
}

function changed(
  tabs: readonly MemoryTab[],
  id: number | null | undefined,
  change: (tab: MemoryTab) => MemoryTab,
): readonly MemoryTab[] {
  if (!tabs.some(({ sheetId }) => sheetId === id)) throw badRequest()
  return tabs.map((tab) => (tab.sheetId === id ? change(tab) : tab))
}
