/** Sums of columns that are known: each group is the sum of its columns. */
export interface KnownSums {
  /** Number of columns. */
  readonly width: number
  readonly groups: readonly (readonly number[])[]
}

/** Columns that the same groups hold, taken together. */
export interface ColumnClasses {
  /** By class: its columns, ascending. Columns that no group holds are in none. */
  readonly classes: readonly (readonly number[])[]
  /** The groups in their order, as classes, ascending. */
  readonly groups: readonly (readonly number[])[]
}

/** Nothing can be found about one column of a class alone: every combination of groups has all or none. */
export function columnClasses({ width, groups }: KnownSums): ColumnClasses {
  const kinds = columnKinds({ width, groups })
  const ids = new Map<number, number>()
  const classes: number[][] = []
  const classOf = Int32Array.from(kinds, (kind, column) => {
    if (kind === 0) return -1
    const id = ids.get(kind) ?? classes.push([]) - 1
    ids.set(kind, id)
    classes[id]?.push(column)
    return id
  })
  const seenIn = new Int32Array(classes.length).fill(-1)
  const byGroup = groups.map((columns, group) => {
    const found: number[] = []
    for (const column of columns) {
      const id = classOf[column] ?? -1
      if (seenIn[id] === group) continue
      seenIn[id] = group
      found.push(id)
    }
    return found.sort((a, b) => a - b)
  })
  return { classes, groups: byGroup }
}

/** A number for each column, equal where the same groups hold it; 0 where none does. */
function columnKinds({ width, groups }: KnownSums): Int32Array {
  const kinds = new Int32Array(width)
  let last = 0
  // Each group takes its columns out of the kinds that they were of.
  for (const columns of groups) {
    const split = new Map<number, number>()
    for (const column of columns) {
      const before = kinds[column] ?? 0
      let kind = split.get(before)
      if (kind === undefined) split.set(before, (kind = last += 1))
      kinds[column] = kind
    }
  }
  return kinds
}
