/** By column, a number for what one table's sums hold of it: equal where the same ones do. */
export type Side = Int32Array

/**
 * By column, whether no set of up to three columns that follows from the sums of two tables has it. Four columns
 * at the crossing of two kinds of the one and two of the other table can be exchanged, one more of two of them
 * and one less of the other two, and no sum of either table changes; so a set has as many of the ones as of the
 * others. A column with three such exchanges that have nothing else in common would need three others with it.
 */
export function swappable(one: Side, other: Side): boolean[] {
  const rows = membersOf(one)
  const crossings = Array.from(one, (kind, column) => crossing(kind, other[column] ?? -1))
  const known = new Set(crossings)
  const byOther = membersOf(other)
  return crossings.map((_, column) => {
    const [kind, otherKind] = [one[column] ?? -1, other[column] ?? -1]
    const across = new Set((byOther.get(otherKind) ?? []).filter((each) => each !== column))
    let exchanges = 0
    for (const along of rows.get(kind) ?? []) {
      if (along === column) continue
      for (const each of across) {
        if (!known.has(crossing(one[each] ?? -1, other[along] ?? -1))) continue
        across.delete(each)
        exchanges += 1
        break
      }
      if (exchanges === 3) return true
    }
    return false
  })
}

function membersOf(side: Side): Map<number, number[]> {
  return Map.groupBy(side.keys(), (column) => side[column] ?? -1)
}

function crossing(kind: number, otherKind: number): number {
  return kind * 2 ** 26 + otherKind
}
