import type { Merge } from '../../../scripts/google/googleApi.ts'
import type { CellDetails, StandInCell } from './cell.ts'
import { shiftArea, shiftRow, type Shift } from './shift.ts'
import { GridRows, StoredRows, type GivenRows } from './GridRows.ts'

/** A tab as a test gives it. */
export interface NewTab {
  readonly title: string
  /** Left out: 0 for the first tab, else a number made from the place. */
  readonly sheetId?: number
  readonly type?: 'GRID' | 'OBJECT' | 'DATA_SOURCE'
  readonly hidden?: boolean
  /** The cells from A1 on; rows may be ragged. */
  readonly rows?: readonly (readonly StandInCell[])[] | GivenRows
  /** Size of the grid; left out: 1000 rows of 26 columns, more if the cells need it. */
  readonly rowCount?: number
  readonly columnCount?: number
  readonly frozenRowCount?: number
  readonly merges?: readonly Merge[]
  /** Rows hidden by hand and by a filter, the first row being 1. */
  readonly hiddenRows?: readonly number[]
  readonly filteredRows?: readonly number[]
}

/** A range on a tab, from 0, the end excluded; null is unbounded. */
export interface Area {
  readonly startRow: number
  readonly endRow: number | null
  readonly startColumn: number
  readonly endColumn: number | null
}

/** Something laid over an area, with what else Google keeps of it. */
export interface AreaNote {
  readonly id: number
  readonly area: Area
  readonly properties: Readonly<Record<string, unknown>>
}

/** One tab in the stand-in. Rows and columns from 0. To change one in a test, go through the spreadsheet. */
export class StandInTab {
  readonly sheetId: number
  readonly type: 'GRID' | 'OBJECT' | 'DATA_SOURCE'
  title: string
  hidden: boolean
  rowCount: number
  columnCount: number
  frozenRowCount: number
  frozenColumnCount = 0
  /** What else was set of the tab: its colour, whether grid lines show. */
  otherProperties: Readonly<Record<string, unknown>> = {}
  merges: readonly Merge[]
  hiddenRows: ReadonlySet<number>
  filteredRows: ReadonlySet<number>
  protectedRanges: readonly AreaNote[] = []
  basicFilter: AreaNote | null = null
  /** Widths set by hand, in pixels. */
  columnWidths: ReadonlyMap<number, number> = new Map()
  hiddenColumns: ReadonlySet<number> = new Set()
  grid: GridRows

  constructor(tab: NewTab & { readonly sheetId: number }) {
    const given = toGivenRows(tab.rows ?? [])
    this.sheetId = tab.sheetId
    this.type = tab.type ?? 'GRID'
    this.title = tab.title
    this.hidden = tab.hidden ?? false
    this.rowCount = tab.rowCount ?? Math.max(1000, given.length)
    this.columnCount = tab.columnCount ?? Math.max(26, widthOf(given))
    this.frozenRowCount = tab.frozenRowCount ?? 0
    this.merges = tab.merges ?? []
    this.hiddenRows = new Set((tab.hiddenRows ?? []).map((row) => row - 1))
    this.filteredRows = new Set((tab.filteredRows ?? []).map((row) => row - 1))
    this.grid = new GridRows(given)
  }

  cell(row: number, column: number): StandInCell {
    return this.grid.row(row)[column] ?? null
  }

  details(row: number, column: number): CellDetails {
    return this.grid.detailsOf(row).get(column) ?? {}
  }

  /** Puts rows in; what lies over the rows below moves with them. */
  insertRows(at: number, rows: readonly (readonly StandInCell[])[]): void {
    this.grid.insert(at, rows)
    this.rowCount += rows.length
    this.shift({ at, count: rows.length })
  }

  removeRows(at: number, count: number): void {
    this.grid.remove(at, count)
    this.rowCount -= count
    this.shift({ at, count: -count })
  }

  private shift(shift: Shift): void {
    const areaOf = <Note extends { readonly area: Area }>(note: Note): Note[] => {
      const area = shiftArea(note.area, shift)
      return area === null ? [] : [{ ...note, area }]
    }
    this.merges = this.merges.flatMap((merge) => shiftArea(merge, shift) ?? [])
    this.protectedRanges = this.protectedRanges.flatMap(areaOf)
    this.basicFilter = this.basicFilter === null ? null : (areaOf(this.basicFilter)[0] ?? null)
    this.hiddenRows = shiftRows(this.hiddenRows, shift)
    this.filteredRows = shiftRows(this.filteredRows, shift)
    const frozen = Array.from({ length: this.frozenRowCount }, (_, row) => row)
    if (shift.count < 0) this.frozenRowCount = frozen.filter((row) => shiftRow(row, shift) !== null).length
  }

  copy(): StandInTab {
    const copy = new StandInTab({ title: this.title, sheetId: this.sheetId, type: this.type })
    Object.assign(copy, this)
    copy.grid = this.grid.copy()
    return copy
  }
}

function toGivenRows(rows: readonly (readonly StandInCell[])[] | GivenRows): GivenRows {
  return 'row' in rows ? rows : new StoredRows(rows)
}

function widthOf(rows: GivenRows): number {
  if (!(rows instanceof StoredRows)) return rows.row(0).length
  let width = 0
  for (let index = 0; index < rows.length; index += 1) width = Math.max(width, rows.row(index).length)
  return width
}

function shiftRows(rows: ReadonlySet<number>, shift: Shift): ReadonlySet<number> {
  return new Set([...rows].flatMap((row) => shiftRow(row, shift) ?? []))
}
