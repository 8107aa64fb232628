import { isMerged, merged, type Dimension } from '../cubes/cube.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import type { PeriodSums } from './driver.ts'
import { partOf, sumOf, type Part } from './sumOf.ts'

/** A value of a dimension with its sums in both periods, in the order asked for. */
export interface Group {
  readonly key: string
  readonly before: readonly bigint[]
  readonly after: readonly bigint[]
}

/** What is asked of the groups. */
export interface GroupQuestion {
  readonly by: Dimension
  readonly parts: readonly Part[]
  /** Whether a group's sums of one period can be divided as the split needs it. */
  readonly isUsable: (sums: readonly bigint[]) => boolean
}

/**
 * The values of a dimension that can be compared: the same ones in both periods, and together the whole practice.
 * Whoever is merged or withheld in any of the sums or periods, or cannot be divided in one of them, is in one group
 * of all such (with the smallest others where they still cannot be divided): what is left of the whole, which is
 * published. Null where a sum is not published by the dimension, where its rows do not add up to the whole (a part
 * of it is shown nowhere), and where fewer than two groups are left.
 */
export function groupSums(
  before: PeriodSums,
  after: PeriodSums,
  { by, parts, isUsable }: GroupQuestion,
): Group[] | null {
  const tables = [before, after].map((sums) => tableOf(sums, parts, by))
  const [earlier, later] = tables
  if (!earlier || !later) return null
  const keys = [...new Set([...earlier.keys, ...later.keys])]
  const groups = keys
    .filter((key) => !earlier.hidden.has(key) && !later.hidden.has(key))
    .map((key): Group => ({ key, before: earlier.of(key), after: later.of(key) }))
  const isFine = (group: Group): boolean => isUsable(group.before) && isUsable(group.after)
  const named = groups.filter(isFine).toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1))
  for (;;) {
    const rest = restOf(named, earlier.whole, later.whole)
    const isEmpty = [...rest.before, ...rest.after].every((sum) => sum === 0n)
    if (isEmpty || isFine(rest)) {
      const all = isEmpty ? named : [...named, rest]
      return all.length < 2 ? null : all
    }
    if (named.pop() === undefined) return null
  }
}

interface SumTable {
  readonly whole: readonly bigint[]
  readonly keys: readonly string[]
  readonly hidden: ReadonlySet<string>
  readonly of: (key: string) => readonly bigint[]
}

/** A period's sums by key; null if one is not published so, or its rows do not add up to the whole. */
function tableOf(sums: PeriodSums, parts: readonly Part[], by: Dimension): SumTable | null {
  const hidden = new Set<string>()
  const columns = parts.map((part) => {
    const rows = sums(part.metric, by)
    const whole = sumOf(sums, part)
    if (rows === null || whole === null) return null
    const values = new Map(rows.map((row) => [keyOf(row, by), partOf(row, part.part)]))
    for (const [key, value] of values) if (value === null || isMerged(key)) hidden.add(key)
    const total = [...values.values()].reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n)
    return total === whole ? { whole, values } : null
  })
  const found = columns.filter((column) => column !== null)
  if (found.length < columns.length) return null
  return {
    whole: found.map(({ whole }) => whole),
    keys: [...new Set(found.flatMap(({ values }) => [...values.keys()]))],
    hidden,
    of: (key) => found.map(({ values }) => values.get(key) ?? 0n),
  }
}

function keyOf(row: MetricRow, by: Dimension): string {
  return String(row.keys[by] ?? '')
}

function restOf(named: readonly Group[], before: readonly bigint[], after: readonly bigint[]): Group {
  const left = (whole: readonly bigint[], of: (group: Group) => readonly bigint[]) =>
    whole.map((sum, at) => sum - named.reduce((total, group) => total + (of(group)[at] ?? 0n), 0n))
  return {
    key: merged,
    before: left(before, (group) => group.before),
    after: left(after, (group) => group.after),
  }
}

/** By the first sum of both periods, so that swapping them changes nothing. */
function sizeOf({ before, after }: Group): number {
  return Number((before[0] ?? 0n) + (after[0] ?? 0n))
}
