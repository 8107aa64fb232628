/** A combination of groups. */
export interface SpanRow {
  readonly columns: readonly number[]
  /** Positions of the groups that went into it. */
  readonly from: readonly number[]
}

/**
 * The span of groups of columns in smaller rows, and apart into blocks that share no column: what a
 * combination of rows tells about one block follows from the rows of that block alone.
 */
export function sparseBlocks(groups: readonly (readonly number[])[]): SpanRow[][] {
  const once = new Map<string, { columns: readonly number[]; from: number }>()
  for (const [from, columns] of groups.entries()) {
    const text = columns.join()
    if (!once.has(text)) once.set(text, { columns, from })
  }
  return blocks(withoutSubsets([...once.values()]))
}

/**
 * From each group the groups inside it are subtracted, largest first: a quarter less its months, a whole
 * less its parts. Each row loses smaller ones only, so that the span stays what it was.
 */
function withoutSubsets(
  groups: readonly { readonly columns: readonly number[]; readonly from: number }[],
): SpanRow[] {
  const sorted = groups.toSorted((a, b) => a.columns.length - b.columns.length)
  // By column: the groups so far that begin with it, and the last group of whose rest it is a part.
  const beginning = new Map<number, number[]>()
  const restOf = new Int32Array(
    groups.reduce((most, { columns }) => Math.max(most, columns.at(-1) ?? 0), 0) + 1,
  )
  return sorted.flatMap(({ columns, from: own }, index) => {
    const id = index + 1
    const smaller: number[] = []
    for (const column of columns) {
      restOf[column] = id
      // A group inside this one begins with one of its columns.
      for (const other of beginning.get(column) ?? []) smaller.push(other)
    }
    const from = [own]
    for (const other of smaller.sort((a, b) => b - a)) {
      const inner = sorted[other]
      if (!inner?.columns.every((column) => restOf[column] === id)) continue
      for (const column of inner.columns) restOf[column] = 0
      from.push(inner.from)
    }
    const [first] = columns
    if (first !== undefined) beginning.set(first, [...(beginning.get(first) ?? []), index])
    const left = columns.filter((column) => restOf[column] === id)
    return left.length === 0 ? [] : [{ columns: left, from }]
  })
}

/** Rows that share columns, directly or through others. */
function blocks(rows: readonly SpanRow[]): SpanRow[][] {
  const parent = new Map<number, number>()
  const rootOf = (column: number): number => {
    let root = column
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    for (let at = column; at !== root;) {
      const up = parent.get(at) ?? root
      parent.set(at, root)
      at = up
    }
    return root
  }
  for (const { columns } of rows) {
    for (const column of columns) {
      const [a, b] = [rootOf(columns[0] ?? column), rootOf(column)]
      if (a !== b) parent.set(b, a)
    }
  }
  const found = Map.groupBy(rows, ({ columns }) => rootOf(columns[0] ?? -1))
  // Short ones first: what follows from them is named by few sums.
  return [...found.values()].map((block) => block.toSorted((a, b) => a.columns.length - b.columns.length))
}
