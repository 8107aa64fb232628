import type { LineClasses } from './lineClasses.ts'

/** One way to part the classes of lines: by what they agree in. */
export interface LineParting {
  /** By class, the number of its group; -1 for classes that are in none. */
  readonly groupOf: Int32Array
  readonly groupCount: number
  /** Whether groups are added up as they change what is owed, not each line as it is. */
  readonly isNet: boolean
}

const mostAttributes = 4

/**
 * What somebody may ask for: lines that agree in up to four attributes, as they are or as they change what is owed,
 * and what is open at the end of a month.
 */
export function linePartings(classes: LineClasses): LineParting[] {
  const { attributes, lines, first } = classes
  const codes = attributes.map((one) => ({
    ...one,
    codes: Int32Array.from(first, (line) => one.codes[line] ?? -1),
  }))
  const flows = subsets(codes, mostAttributes).flatMap((chosen) => {
    const parting = parted(chosen.map((one) => one.codes))
    const hasKind = chosen.some(({ name }) => name === 'kind')
    return [{ ...parting, isNet: false }, ...(hasKind ? [] : [{ ...parting, isNet: true }])]
  })
  return lines.isRolled ? [...flows, ...openItems(classes)] : flows
}

/**
 * By month, the classes of all lines up to it, by a value of the item, or none, and by one thing that is known of it
 * then, or nothing.
 */
function openItems({ lines, attributes, first }: LineClasses): LineParting[] {
  const codesOf = (read: (line: number) => number): Int32Array => Int32Array.from(first, read)
  const posted = codesOf((line) => lines.posted[line] ?? 0)
  const columns = attributes.filter(
    ({ name }) => !['kind', 'posted', 'age', 'patients', 'served'].includes(name),
  )
  const values = columns.map(({ codes }) => codesOf((line) => codes[line] ?? -1))
  const served = codesOf((line) => lines.served[line] ?? -1)
  return [...lines.monthNames.keys()].flatMap((month) => {
    const age = codesOf((line) => lines.older.filter((since) => (since[line] ?? 0) <= month).length)
    const known = [served, age, age.map((steps) => Number(steps > 2))]
    const owed = codesOf((line) => Number((lines.patients[line] ?? 0) <= month))
    const chosen = [[], ...values.map((own) => [own])].flatMap((own) => [
      ...(own.length === 0 ? [] : [own]),
      ...[...known, owed].map((one) => [...own, one]),
    ])
    const isInside = (id: number): boolean => (posted[id] ?? 0) <= month
    return chosen.map((columns) => ({ ...parted(columns, isInside), isNet: true }))
  })
}

/** Numbers the groups of classes with the same codes. */
function parted(
  columns: readonly Int32Array[],
  isInside: (id: number) => boolean = () => true,
): Pick<LineParting, 'groupOf' | 'groupCount'> {
  const widths = columns.map((codes) => codes.reduce((most, code) => Math.max(most, code), 0) + 2)
  const ids = new Map<number, number>()
  const groupOf = Int32Array.from(columns[0] ?? [], (_, id) => {
    if (!isInside(id)) return -1
    let key = 0
    for (const [place, codes] of columns.entries()) key = key * (widths[place] ?? 1) + (codes[id] ?? -1) + 1
    const group = ids.get(key) ?? ids.size
    ids.set(key, group)
    return group
  })
  return { groupOf, groupCount: ids.size }
}

/** All choices of one to `most` of some. */
function subsets<T>(some: readonly T[], most: number): T[][] {
  const [one, ...others] = some
  if (one === undefined || most === 0) return []
  return [[one], ...subsets(others, most - 1).map((rest) => [one, ...rest]), ...subsets(others, most)]
}
