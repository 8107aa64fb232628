/**
 * Tells of a set of columns from which rows its sum follows, each row a list of columns, by adding,
 * subtracting and multiplying: positions of rows, or null if it does not follow. Exact, with whole numbers
 * of any size, and slow. The rows are taken apart once, at the first question.
 */
export function exactSpan(
  rows: readonly (readonly number[])[],
): (set: readonly number[]) => readonly number[] | null {
  let pivots: readonly Pivot[] | null = null
  return (set) => {
    pivots ??= eliminate(rows)
    const left = reduce(rowOf(set), pivots)
    return columnOf(left) === undefined ? [...left.keys()].map(unmarked) : null
  }
}

/** Factors by column, without zeros; below zero stand the marks of the rows that went into it. */
type Row = Map<number, bigint>

interface Pivot {
  readonly column: number
  readonly row: Row
}

function eliminate(rows: readonly (readonly number[])[]): Pivot[] {
  const pivots: Pivot[] = []
  const shortFirst = [...rows.entries()].sort(([, a], [, b]) => a.length - b.length)
  for (const [id, columns] of shortFirst) {
    const row = reduce(rowOf(columns).set(marked(id), 1n), pivots)
    const column = columnOf(row)
    if (column !== undefined) pivots.push({ column, row })
  }
  return pivots
}

function rowOf(columns: readonly number[]): Row {
  return new Map(columns.map((column) => [column, 1n]))
}

function marked(row: number): number {
  return -1 - row
}

function unmarked(mark: number): number {
  return -1 - mark
}

/** Any column of a row; undefined if only marks are left. */
function columnOf(row: Row): number | undefined {
  for (const column of row.keys()) if (column >= 0) return column
  return undefined
}

/** A multiple of the row, less multiples of the pivots, without their columns. */
function reduce(row: Row, pivots: readonly Pivot[]): Row {
  let left = row
  for (const pivot of pivots) {
    const times = left.get(pivot.column)
    const own = pivot.row.get(pivot.column)
    if (times === undefined || own === undefined) continue
    const next = new Map([...left].map(([column, value]) => [column, value * own]))
    for (const [column, value] of pivot.row) {
      const rest = (next.get(column) ?? 0n) - value * times
      if (rest === 0n) next.delete(column)
      else next.set(column, rest)
    }
    left = shortened(next)
  }
  return left
}

/** Divided by what all factors share, so that they stay short. */
function shortened(row: Row): Row {
  let shared = 0n
  for (const value of row.values()) {
    let [a, b] = [shared, value < 0n ? -value : value]
    while (b !== 0n) [a, b] = [b, a % b]
    shared = a
    if (shared === 1n) return row
  }
  return new Map([...row].map(([column, value]) => [column, value / shared]))
}
