import type { LineClasses } from './lineClasses.ts'
import type { LineParting } from './linePartings.ts'
import { LinePeople } from './LinePeople.ts'
import type { LineSpan, SparseSum } from './lineSpan.ts'
import { prime, randomRests, rest } from './nullVectors.ts'

/**
 * The groups of 1 to fewer than `least` people that follow from sums: of each parting, and of two classes of lines that
 * nothing but each other hides.
 */
export function toldGroups(
  classes: LineClasses,
  partings: readonly LineParting[],
  { vectors, least }: Pick<LineSpan, 'vectors'> & { readonly least: number },
): SparseSum[] {
  const signs = Int8Array.from(classes.first, (line) => (classes.lines.kind[line] === 0 ? 1 : -1))
  const people = new LinePeople(classes)
  const random = randomRests()
  const marks = [0, 1].map(() => Float64Array.from({ length: classes.count }, random))
  const asked = new Set<string>()
  const found: SparseSum[] = []
  const ask = (group: SparseSum): void => {
    // The same lines are a group of many partings; by chance others have both marks once in 10^15 times.
    const text = marks.map((mark) => addedIn(mark, group)).join(' ')
    if (asked.has(text)) return
    asked.add(text)
    if (people.isSmall(group, least)) found.push(group)
  }
  for (const { groupOf, groupCount, isNet } of partings) {
    const told = toldBy(vectors, { groupOf, groupCount, signs: isNet ? signs : null })
    if (told.size === 0) continue
    for (const columns of membersOf(groupOf, told)) {
      ask({ columns, factors: columns.map((id) => (isNet ? (signs[id] ?? 1) : 1)) })
    }
  }
  for (const pair of hiddenPairs(vectors)) ask(pair)
  return found
}

function addedIn(vector: Float64Array, { columns, factors }: SparseSum): number {
  let sum = 0
  for (let at = 0; at < columns.length; at += 1) sum += (factors[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0)
  return sum
}

/** The groups whose sums are 0 in both vectors. */
function toldBy([one, other]: LineSpan['vectors'], parting: Signed): Set<number> {
  const told = new Set<number>()
  const sums = addedBy(one, parting)
  for (let group = 0; group < parting.groupCount; group += 1) {
    if (rest(sums[group] ?? 0) === 0) told.add(group)
  }
  if (told.size === 0) return told
  const beside = addedBy(other, parting)
  return new Set([...told].filter((group) => rest(beside[group] ?? 0) === 0))
}

type Signed = Pick<LineParting, 'groupOf' | 'groupCount'> & { readonly signs: Int8Array | null }

/** By group; exact for up to a hundred million classes. */
function addedBy(vector: Float64Array, { groupOf, groupCount, signs }: Signed): Float64Array {
  const sums = new Float64Array(groupCount)
  for (let id = 0; id < groupOf.length; id += 1) {
    const group = groupOf[id] ?? -1
    if (group < 0) continue
    const value = vector[id] ?? 0
    sums[group] = (sums[group] ?? 0) + (signs !== null && signs[id] === -1 ? -value : value)
  }
  return sums
}

function membersOf(groupOf: Int32Array, told: ReadonlySet<number>): number[][] {
  const members = new Map<number, number[]>()
  for (let id = 0; id < groupOf.length; id += 1) {
    const group = groupOf[id] ?? -1
    if (!told.has(group)) continue
    const own = members.get(group)
    if (own === undefined) members.set(group, [id])
    else own.push(id)
  }
  return [...members.values()]
}

/** Pairs of classes whose sum, or whose difference, is told although neither is. */
function hiddenPairs([one, other]: LineSpan['vectors']): SparseSum[] {
  const seen = new Map<string, number[]>()
  const pairs: SparseSum[] = []
  for (const [id, value] of one.entries()) {
    const beside = other[id] ?? 0
    if (value === 0 && beside === 0) continue
    const keys = [
      `${String(value)} ${String(beside)}`,
      `${String((prime - value) % prime)} ${String((prime - beside) % prime)}`,
    ]
    for (const [place, key] of keys.entries()) {
      for (const before of seen.get(key) ?? [])
        pairs.push({ columns: [before, id], factors: [1, place === 0 ? -1 : 1] })
    }
    const [own = ''] = keys
    const same = seen.get(own)
    if (same === undefined) seen.set(own, [id])
    else same.push(id)
  }
  return pairs
}
