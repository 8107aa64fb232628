/** A combination of groups. */
export interface SpanRow {
  readonly columns: readonly number[]
  /** Positions of the groups that went into it. */
  readonly from: readonly number[]
}

type Groups = readonly { readonly columns: readonly number[]; readonly from: number }[]

/**
 * The same span in smaller rows, and apart into blocks that share no column: what a combination of rows
 * tells about one block follows from the rows of that block alone.
 */
export function sparseBlocks(groups: Groups): SpanRow[][] {
  return blocks(withoutSubsets(groups))
}

/**
 * From each group the groups inside it are subtracted, largest first: a quarter less its months, a whole
 * less its parts. Each row loses smaller ones only, so that the span stays what it was.
 */
function withoutSubsets(groups: Groups): SpanRow[] {
  const sorted = groups.toSorted((a, b) => a.columns.length - b.columns.length)
  const holders = new Map<number, number[]>()
  for (const [id, { columns }] of sorted.entries()) {
    const [first] = columns
    if (first !== undefined) holders.set(first, [...(holders.get(first) ?? []), id])
  }
  const rows = sorted.map((group, id) => {
    const rest = new Set(group.columns)
    const from = [group.from]
    // A group inside this one begins with one of its columns.
    const smaller = group.columns.flatMap((column) => holders.get(column) ?? []).filter((other) => other < id)
    for (const other of smaller.sort((a, b) => b - a)) {
      const inner = sorted[other]
      if (!inner?.columns.every((column) => rest.has(column))) continue
      for (const column of inner.columns) rest.delete(column)
      from.push(inner.from)
    }
    return { columns: [...rest], from }
  })
  return rows.filter(({ columns }) => columns.length > 0)
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
  return [...Map.groupBy(rows, ({ columns }) => rootOf(columns[0] ?? -1)).values()]
}
