/** Sums of columns that are known: each group is the sum of its columns. */
export interface KnownSums {
  /** Number of columns. */
  readonly width: number
  readonly groups: readonly Iterable<number>[]
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
  const classOf = new Int32Array(width).fill(-1)
  for (const [column, kind] of kinds.entries()) {
    if (kind === 0) continue
    const id = ids.get(kind) ?? classes.push([]) - 1
    ids.set(kind, id)
    classes[id]?.push(column)
    classOf[column] = id
  }
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
export function columnKinds({ width, groups }: KnownSums): Int32Array {
  const kinds = new Int32Array(width)
  let last = 0
  // By kind: the group that took columns out of it last, and the kind that those are of since.
  const takenBy: number[] = [-1]
  const since: number[] = [0]
  for (const [group, columns] of groups.entries()) {
    for (const column of columns) {
      const before = kinds[column] ?? 0
      if (takenBy[before] !== group) {
        takenBy[before] = group
        since[before] = last += 1
        takenBy.push(-1)
        since.push(0)
      }
      kinds[column] = since[before] ?? 0
    }
  }
  return kinds
}
