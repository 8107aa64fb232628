import type { Dimension, Fact } from '../../src/cubes/cube.ts'
import type { PersonRows } from '../../scripts/private/ledger/ledger.ts'

/** One thing that happened: its month, where it belongs, whose it is, and what it adds to each measure. */
export interface Happening {
  /** `2026-03`. */
  readonly month: string
  readonly at: Readonly<Partial<Record<Dimension, string | number>>>
  /** -1 without a key. */
  readonly person: number
  readonly adds: Readonly<Record<string, number>>
}

/** The person rows of a fact at a cut, as the ledger gives them, from plain happenings. */
export function peopleOf(
  fact: Fact,
  cut: readonly Dimension[],
  happenings: readonly Happening[],
): PersonRows {
  const months = [...new Set(happenings.map(({ month }) => `${month}-01`))].sort()
  const names = cut.map((dimension) =>
    [...new Set(happenings.map(({ at }) => at[dimension] ?? 'None given'))].sort((a, b) => (a < b ? -1 : 1)),
  )
  const place = ({ month, at, person }: Happening) =>
    [
      months.indexOf(`${month}-01`),
      ...cut.map((dimension, index) => names[index]?.indexOf(at[dimension] ?? 'None given') ?? -1),
      person,
    ] as const
  // Rows without a key stay apart by what they add to, so that each says how many rows are behind a sum.
  const pattern = ({ person, adds }: Happening) =>
    person >= 0
      ? ''
      : Object.keys(adds)
          .filter((measure) => adds[measure] !== 0)
          .sort()
          .join()
  const groupOf = (one: Happening) => JSON.stringify([place(one), pattern(one)])
  const groups = [...Map.groupBy(happenings, groupOf).values()].sort((a, b) =>
    compare(a[0] ? place(a[0]) : [], b[0] ? place(b[0]) : []),
  )
  const column = (read: (group: readonly Happening[]) => number) =>
    Int32Array.from(groups, (one) => read(one))
  return {
    fact: fact.name,
    cut,
    monthNames: months,
    month: column(([first]) => (first ? place(first)[0] : -1)),
    values: cut.map((_, index) => ({
      names: names[index] ?? [],
      codes: column(([first]) => (first ? Number(place(first)[index + 1]) : -1)),
    })),
    person: column(([first]) => first?.person ?? -1),
    sourceRows: column((group) => group.length),
    measures: Object.fromEntries(
      Object.keys(fact.measures).map((measure) => [
        measure,
        Float64Array.from(groups, (group) => group.reduce((sum, { adds }) => sum + (adds[measure] ?? 0), 0)),
      ]),
    ),
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const order = value - Number(b[index])
    if (order !== 0) return order
  }
  return 0
}
