/**
 * Tells of a set of columns from which rows its sum follows, each row a list of columns, by adding,
 * subtracting and multiplying: positions of rows, or null if it does not follow. Exact, with whole numbers
 * within 2^53; where they would grow larger, the set counts as one that follows, from all rows. The rows
 * are taken apart once, at the first question.
 */
export function exactSpan(
  rows: readonly (readonly number[])[],
): (set: readonly number[]) => readonly number[] | null {
  let pivots: readonly Pivot[] | 'too large' | null = null
  return (set) => {
    pivots ??= eliminate(rows)
    const left = pivots === 'too large' ? null : reduce(rowOf(set), pivots)
    if (left === null) return [...rows.keys()]
    return columnOf(left) === undefined ? [...left.keys()].map(unmarked) : null
  }
}

/** Factors by column, without zeros; below zero stand the marks of the rows that went into it. */
type Row = Map<number, number>

interface Pivot {
  readonly column: number
  readonly row: Row
}

function eliminate(rows: readonly (readonly number[])[]): Pivot[] | 'too large' {
  const pivots: Pivot[] = []
  const counts: number[] = []
  for (const column of rows.flat()) counts[column] = (counts[column] ?? 0) + 1
  const shortFirst = [...rows.entries()].sort(([, a], [, b]) => a.length - b.length)
  for (const [id, columns] of shortFirst) {
    const row = reduce(rowOf(columns).set(marked(id), 1), pivots)
    if (row === null) return 'too large'
    const column = rarestOf(row, counts)
    if (column !== undefined) pivots.push({ column, row })
  }
  return pivots
}

function rowOf(columns: readonly number[]): Row {
  return new Map(columns.map((column) => [column, 1]))
}

function marked(row: number): number {
  return -1 - row
}

function unmarked(mark: number): number {
  return -1 - mark
}

/** The column of a row that the fewest rows have: few of them then have to be changed. */
function rarestOf(row: Row, counts: readonly number[]): number | undefined {
  let rarest: number | undefined
  for (const column of row.keys()) {
    if (column >= 0 && (counts[column] ?? 0) < (counts[rarest ?? -1] ?? Infinity)) rarest = column
  }
  return rarest
}

/** Any column of a row; undefined if only marks are left. */
function columnOf(row: Row): number | undefined {
  for (const column of row.keys()) if (column >= 0) return column
  return undefined
}

/**
 * A multiple of the row, less multiples of the pivots, without their columns; null if its factors are too
 * large.
 */
function reduce(row: Row, pivots: readonly Pivot[]): Row | null {
  let left = row
  for (const pivot of pivots) {
    const times = left.get(pivot.column)
    const own = pivot.row.get(pivot.column)
    if (times === undefined || own === undefined) continue
    const next =
      own === 1 ? new Map(left) : new Map([...left].map(([column, value]) => [column, value * own]))
    for (const [column, value] of pivot.row) {
      const rest = (next.get(column) ?? 0) - value * times
      if (rest === 0) next.delete(column)
      else next.set(column, rest)
    }
    for (const value of next.values()) if (!Number.isSafeInteger(value)) return null
    left = own === 1 ? next : shortened(next)
  }
  return left
}

/** Divided by what all factors share, so that they stay short. */
function shortened(row: Row): Row {
  let shared = 0
  for (const value of row.values()) {
    let [a, b] = [shared, Math.abs(value)]
    while (b !== 0) [a, b] = [b, a % b]
    shared = a
    if (shared === 1) return row
  }
  return new Map([...row].map(([column, value]) => [column, value / shared]))
}
