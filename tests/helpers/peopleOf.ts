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
  const months = codesOf(happenings.map(({ month }) => `${month}-01`))
  const values = cut.map((dimension) => codesOf(happenings.map(({ at }) => at[dimension] ?? 'None given')))
  const groups = groupsOf(happenings, [months, ...values])
  const column = (read: (group: Group) => number | undefined) =>
    Int32Array.from(groups, (group) => read(group) ?? -1)
  return {
    fact: fact.name,
    cut,
    monthNames: months.names.map(String),
    month: column(({ place }) => place[0]),
    values: values.map(({ names }, index) => ({ names, codes: column(({ place }) => place[index + 1]) })),
    person: column(({ place }) => place.at(-1)),
    sourceRows: column(({ members }) => members.length),
    measures: Object.fromEntries(
      Object.keys(fact.measures).map((measure) => [
        measure,
        Float64Array.from(groups, ({ members }) =>
          members.reduce((sum, { adds }) => sum + (adds[measure] ?? 0), 0),
        ),
      ]),
    ),
  }
}

/** What stands in a column, each once and in order, and which of it each row has. */
interface Codes {
  readonly names: readonly (string | number)[]
  readonly codes: readonly number[]
}

function codesOf(column: readonly (string | number)[]): Codes {
  const names = [...new Set(column)].sort((a, b) => (a < b ? -1 : 1))
  const places = new Map(names.map((name, index) => [name, index]))
  return { names, codes: column.map((name) => places.get(name) ?? -1) }
}

/** Happenings of one person in one cell. */
interface Group {
  /** Month, values, person. */
  readonly place: readonly number[]
  readonly members: Happening[]
}

/** Groups in the order of their places. */
function groupsOf(happenings: readonly Happening[], columns: readonly Codes[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [row, happening] of happenings.entries()) {
    const place = [...columns.map(({ codes }) => codes[row] ?? -1), happening.person]
    const key = `${place.join()} ${patternOf(happening)}`
    const group = groups.get(key)
    if (group) group.members.push(happening)
    else groups.set(key, { place, members: [happening] })
  }
  return [...groups.values()].sort((a, b) => compare(a.place, b.place))
}

/** Rows without a key stay apart by what they add to, so that each says how many rows are behind a sum. */
function patternOf({ person, adds }: Happening): string {
  if (person >= 0) return ''
  const added = Object.keys(adds).filter((measure) => adds[measure] !== 0)
  return added.sort().join()
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const order = value - Number(b[index])
    if (order !== 0) return order
  }
  return 0
}
