/** By column, a number for what one table's sums hold of it: equal where the same ones do. */
export type Side = Int32Array

/**
 * By column, whether no set of up to three columns that follows from the sums of two tables has it. Four columns
 * at the crossing of two kinds of the one and two of the other table can be exchanged, one more of two of them
 * and one less of the other two, and no sum of either table changes; so a set has as many of the ones as of the
 * others. A column with three such exchanges that have nothing else in common would need three others with it.
 * Only columns of which `isAsked` holds are looked at.
 */
export function swappable(
  one: Side,
  other: Side,
  isAsked: (column: number) => boolean = () => true,
): boolean[] {
  const [ours, theirs] = [numbered(one), numbered(other)]
  const isCrossing = crossings(ours, theirs)
  return Array.from(one, (_, column) => {
    if (!isAsked(column)) return false
    const along = ours.members[ours.kinds[column] ?? -1] ?? []
    const across = (theirs.members[theirs.kinds[column] ?? -1] ?? []).filter((each) => each !== column)
    let exchanges = 0
    for (const each of along) {
      if (each === column) continue
      const kind = theirs.kinds[each] ?? -1
      const found = across.findIndex((partner) => isCrossing(ours.kinds[partner] ?? -1, kind))
      if (found < 0) continue
      across.splice(found, 1)
      exchanges += 1
      if (exchanges === 3) return true
    }
    return false
  })
}

/** A side with its kinds numbered from 0, and the columns of each. */
interface Numbered {
  readonly kinds: Int32Array
  readonly members: readonly (readonly number[])[]
}

function numbered(side: Side): Numbered {
  const ids = new Map<number, number>()
  const members: number[][] = []
  const kinds = new Int32Array(side.length)
  for (const [column, kind] of side.entries()) {
    const id = ids.get(kind) ?? members.push([]) - 1
    ids.set(kind, id)
    kinds[column] = id
    members[id]?.push(column)
  }
  return { kinds, members }
}

/** Tells whether any column is of a kind of the one and a kind of the other side; a bit for each two. */
function crossings(one: Numbered, other: Numbered): (kind: number, otherKind: number) => boolean {
  const width = other.members.length
  const bits = new Int32Array(Math.ceil((one.members.length * width) / 32))
  for (const [column, kind] of one.kinds.entries()) {
    const place = kind * width + (other.kinds[column] ?? 0)
    const word = Math.floor(place / 32)
    bits[word] = (bits[word] ?? 0) | (1 << (place % 32))
  }
  return (kind, otherKind) => {
    const place = kind * width + otherKind
    return (((bits[Math.floor(place / 32)] ?? 0) >>> (place % 32)) & 1) === 1
  }
}
