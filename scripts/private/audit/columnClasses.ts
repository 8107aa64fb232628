import type { KnownSums } from './smallSetsInSpan.ts'

/** Columns that the same groups hold, taken together. */
export interface ColumnClasses {
  /** By class: its columns, ascending. Columns that no group holds are in none. */
  readonly classes: readonly (readonly number[])[]
  /** The groups, each once, as sets of classes, with the position of the first that is so. */
  readonly groups: readonly { readonly columns: readonly number[]; readonly from: number }[]
}

/** Nothing can be found about one column of a class alone: every combination of groups has all or none. */
export function columnClasses({ width, groups }: KnownSums): ColumnClasses {
  const holders: number[][] = Array.from({ length: width }, () => [])
  for (const [id, group] of groups.entries()) for (const column of group) holders[column]?.push(id)
  const found = new Map<string, number[]>()
  for (const [column, ids] of holders.entries()) {
    if (ids.length === 0) continue
    const text = ids.join()
    const columns = found.get(text)
    if (columns === undefined) found.set(text, [column])
    else columns.push(column)
  }
  const byGroup: number[][] = groups.map(() => [])
  const classes = [...found.values()]
  for (const [id, columns] of classes.entries()) {
    for (const group of holders[columns[0] ?? -1] ?? []) byGroup[group]?.push(id)
  }
  const once = new Map<string, { columns: number[]; from: number }>()
  for (const [from, columns] of byGroup.entries()) {
    if (columns.length > 0 && !once.has(columns.join())) once.set(columns.join(), { columns, from })
  }
  return { classes, groups: [...once.values()] }
}
