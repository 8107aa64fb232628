/** A combination of groups. */
export interface SpanRow {
  readonly columns: readonly number[]
  /** Positions of the groups that went into it. */
  readonly from: readonly number[]
}

/**
 * The span of groups of columns (ascending) in smaller rows, and apart into blocks that share no column: what
 * a combination of rows tells about one block follows from the rows of that block alone. Rows that are of no use
 * to tell about columns that are not `isLarge` are left out.
 */
export function sparseBlocks(
  groups: readonly (readonly number[])[],
  isLarge: (column: number) => boolean = () => false,
): SpanRow[][] {
  const width = 1 + groups.reduce((most, columns) => Math.max(most, columns.at(-1) ?? -1), -1)
  return blocks(telling(withoutSubsets(once(groups), width), { width, isLarge }), width)
}

interface Group {
  readonly columns: readonly number[]
  readonly from: number
}

/** Groups that differ, smallest first. */
function once(groups: readonly (readonly number[])[]): Group[] {
  const sorted = groups
    .map((columns, from): Group => ({ columns, from }))
    .sort((a, b) => a.columns.length - b.columns.length)
  const alike = new Map<number, Group[]>()
  return sorted.filter((group) => {
    const { columns } = group
    let mixed = columns.length
    for (const column of columns) mixed = Math.imul(mixed ^ column, 0x9e3779b1)
    const before = alike.get(mixed) ?? []
    if (before.some((one) => areEqual(one.columns, columns))) return false
    alike.set(mixed, [...before, group])
    return true
  })
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((column, index) => column === b[index])
}

/**
 * From each group the groups inside it are subtracted, largest first: a quarter less its months, a whole
 * less its parts. Each row loses smaller ones only, so that the span stays what it was.
 */
function withoutSubsets(sorted: readonly Group[], width: number): SpanRow[] {
  // By column: the groups so far that begin with it, and the last group of whose rest it is a part.
  const beginning: (number[] | undefined)[] = Array.from({ length: width })
  const restOf = new Int32Array(width)
  return sorted.flatMap(({ columns, from: own }, index) => {
    const id = index + 1
    const smaller: number[] = []
    for (const column of columns) restOf[column] = id
    for (const column of columns) {
      // A group inside this one begins with one of its columns, and ends with one.
      for (const other of beginning[column] ?? []) {
        if (restOf[sorted[other]?.columns.at(-1) ?? 0] === id) smaller.push(other)
      }
    }
    const from = [own]
    for (const other of smaller.sort((a, b) => b - a)) {
      const inner = sorted[other]
      if (!inner?.columns.every((column) => restOf[column] === id)) continue
      for (const column of inner.columns) restOf[column] = 0
      from.push(inner.from)
    }
    const [first] = columns
    if (first !== undefined) (beginning[first] ??= []).push(index)
    const left = columns.filter((column) => restOf[column] === id)
    return left.length === 0 ? [] : [{ columns: left, from }]
  })
}

/**
 * The rows without those that alone have a large column, again and again: no combination in which large columns
 * cancel out has such a row.
 */
function telling(
  rows: readonly SpanRow[],
  { width, isLarge }: { readonly width: number; readonly isLarge: (column: number) => boolean },
): readonly SpanRow[] {
  // By large column: how many rows have it, and the sum of their places, which is that of the last one left.
  const counts = new Int32Array(width)
  const places = new Float64Array(width)
  const large = rows.map(({ columns }) => columns.filter(isLarge))
  for (const [place, columns] of large.entries()) {
    for (const column of columns) {
      counts[column] = (counts[column] ?? 0) + 1
      places[column] = (places[column] ?? 0) + place
    }
  }
  const isOut = new Uint8Array(rows.length)
  const alone = [...counts.keys()].filter((column) => counts[column] === 1)
  for (let column = alone.pop(); column !== undefined; column = alone.pop()) {
    const place = places[column] ?? -1
    if (counts[column] !== 1 || isOut[place] === 1) continue
    isOut[place] = 1
    for (const other of large[place] ?? []) {
      counts[other] = (counts[other] ?? 0) - 1
      places[other] = (places[other] ?? 0) - place
      if (counts[other] === 1) alone.push(other)
    }
  }
  return rows.filter((_, place) => isOut[place] !== 1)
}

/** Rows that share columns, directly or through others. */
function blocks(rows: readonly SpanRow[], width: number): SpanRow[][] {
  const parent = Int32Array.from({ length: width }, (_, column) => column)
  const rootOf = (column: number): number => {
    let root = column
    while (parent[root] !== root) root = parent[root] ?? root
    for (let at = column; at !== root;) {
      const up = parent[at] ?? root
      parent[at] = root
      at = up
    }
    return root
  }
  for (const { columns } of rows) {
    const [first = 0] = columns
    for (const column of columns) parent[rootOf(column)] = rootOf(first)
  }
  const found = Map.groupBy(rows, ({ columns }) => rootOf(columns[0] ?? 0))
  // Short ones first: what follows from them is named by few sums.
  return [...found.values()].map((block) => block.toSorted((a, b) => a.columns.length - b.columns.length))
}
