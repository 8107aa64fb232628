import type { CellDetails, StandInCell } from './cell.ts'

/** Rows as given: kept by someone else, or worked out when asked for. Row 0 is the first. */
export interface GivenRows {
  readonly length: number
  row(index: number): readonly StandInCell[]
}

type RowDetails = Map<number, CellDetails>

const blank: readonly StandInCell[] = []
const bare: ReadonlyMap<number, CellDetails> = new Map()

/**
 * The rows of one tab. Given rows are never copied nor written to: a changed row lies over them, so that a
 * copy of a tab of a million cells costs nothing.
 */
export class GridRows {
  private given: GivenRows
  private readonly changed: Map<number, readonly StandInCell[]>
  private details: Map<number, RowDetails>
  /** Rows whose details belong to this copy alone. */
  private readonly own = new Set<number>()
  private end: number

  constructor(given: GivenRows) {
    this.given = given
    this.changed = new Map()
    this.details = new Map()
    this.end = given.length
  }

  /** Rows down to the last one that was ever written. */
  get length(): number {
    return this.end
  }

  row(index: number): readonly StandInCell[] {
    return this.changed.get(index) ?? (index < this.given.length ? this.given.row(index) : blank)
  }

  setRow(index: number, cells: readonly StandInCell[]): void {
    this.changed.set(index, cells)
    this.end = Math.max(this.end, index + 1)
  }

  set(index: number, column: number, cell: StandInCell): void {
    const cells = [...this.row(index)]
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    this.setRow(index, cells)
  }

  detailsOf(index: number): ReadonlyMap<number, CellDetails> {
    return this.details.get(index) ?? bare
  }

  setDetails(index: number, column: number, details: CellDetails): void {
    if (!this.own.has(index)) {
      this.own.add(index)
      this.details.set(index, new Map(this.details.get(index)))
    }
    if (Object.keys(details).length === 0) this.details.get(index)?.delete(column)
    else this.details.get(index)?.set(column, details)
  }

  insert(at: number, rows: readonly (readonly StandInCell[])[]): void {
    const all = this.all()
    this.replace([...all.slice(0, at), ...rows, ...all.slice(at)])
    this.own.clear()
    this.details = moved(this.details, (index) => (index < at ? index : index + rows.length))
  }

  remove(at: number, count: number): void {
    const all = this.all()
    this.replace([...all.slice(0, at), ...all.slice(at + count)])
    this.own.clear()
    this.details = moved(this.details, (index) => afterRemoval(index, at, count))
  }

  removeColumns(at: number, count: number): void {
    this.replace(this.all().map((cells) => [...cells.slice(0, at), ...cells.slice(at + count)]))
    this.own.clear()
    const columns = (row: RowDetails) => moved(row, (index) => afterRemoval(index, at, count))
    this.details = new Map([...this.details].map(([index, row]) => [index, columns(row)]))
  }

  /** Changes each stored cell; rows that are worked out when asked for stay as they are. */
  mapStored(change: (cell: StandInCell) => StandInCell): void {
    const replaceRow = (index: number, cells: readonly StandInCell[]) => {
      if (cells.some((cell) => change(cell) !== cell)) this.setRow(index, cells.map(change))
    }
    if (this.given instanceof StoredRows) {
      for (let index = 0; index < this.given.length; index += 1) replaceRow(index, this.row(index))
    } else for (const [index, cells] of [...this.changed]) replaceRow(index, cells)
  }

  copy(): GridRows {
    const copy = new GridRows(this.given)
    for (const [index, cells] of this.changed) copy.changed.set(index, cells)
    copy.details = new Map(this.details)
    this.own.clear()
    copy.end = this.end
    return copy
  }

  private all(): (readonly StandInCell[])[] {
    return Array.from({ length: this.end }, (_, index) => this.row(index))
  }

  private replace(rows: readonly (readonly StandInCell[])[]): void {
    this.given = new StoredRows(rows)
    this.changed.clear()
    this.end = rows.length
  }
}

/** Rows that lie in memory. */
export class StoredRows implements GivenRows {
  private readonly rows: readonly (readonly StandInCell[])[]

  constructor(rows: readonly (readonly StandInCell[])[]) {
    this.rows = rows
  }

  get length(): number {
    return this.rows.length
  }

  row(index: number): readonly StandInCell[] {
    return this.rows[index] ?? blank
  }
}

function moved<T>(entries: ReadonlyMap<number, T>, to: (index: number) => number | null): Map<number, T> {
  const result = new Map<number, T>()
  for (const [index, value] of entries) {
    const target = to(index)
    if (target !== null) result.set(target, value)
  }
  return result
}

function afterRemoval(index: number, at: number, count: number): number | null {
  if (index < at) return index
  return index < at + count ? null : index - count
}
