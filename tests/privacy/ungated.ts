import {
  cubesOf,
  measuresOf,
  shortestOf,
  type CubeTable,
  type CubeValue,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { byQuarter } from '../../scripts/private/gate/byQuarter.ts'
import { peopleOf, type Happening } from '../helpers/peopleOf.ts'

/** A fact's sums as they are, from what happened. */
export function ungated(fact: Fact, happenings: readonly Happening[]): CubeTable[] {
  return cubesOf(fact).map((cube, index) => {
    const declared = fact.cuts[index] ?? { by: [] }
    const cut = declared.by
    const byMonth = peopleOf(fact, cut, happenings)
    const rows = declared.grain === 'quarter' ? byQuarter(byMonth) : byMonth
    const cells = Map.groupBy(rows.person.keys(), (row) =>
      [rows.month[row], ...rows.values.map(({ codes }) => codes[row])].join(),
    )
    const firsts = [...cells.values()].map((cell) => cell[0] ?? -1)
    const columns: Record<string, CubeValue[]> = {
      month: firsts.map((row) => rows.monthNames[rows.month[row] ?? -1] ?? ''),
      months: firsts.map(() => shortestOf(declared)),
    }
    for (const [place, name] of cut.entries()) {
      columns[name] = firsts.map(
        (row) => rows.values[place]?.names[rows.values[place].codes[row] ?? -1] ?? '',
      )
    }
    for (const [measure] of measuresOf(fact, declared)) {
      columns[measure] = [...cells.values()].map((cell) =>
        cell.reduce((sum, row) => sum + (rows.measures[measure]?.[row] ?? 0), 0),
      )
    }
    return { cube, rowCount: firsts.length, columns: withUnknown(fact, { cut, columns, happenings }) }
  })
}

interface Ungated {
  readonly cut: readonly Dimension[]
  readonly columns: Readonly<Record<string, readonly CubeValue[]>>
  readonly happenings: readonly Happening[]
}

/** Null where a value of the dimension by which sums are known adds nothing. */
function withUnknown(
  { knownBy, measures }: Fact,
  { cut, columns, happenings }: Ungated,
): CubeTable['columns'] {
  if (knownBy === undefined) return columns
  const isKnown = (row: number, measure: string): boolean => {
    const inside = happenings.filter(
      ({ month, at }) =>
        `${month}-01` === columns.month?.[row] && cut.every((name) => at[name] === columns[name]?.[row]),
    )
    return [...Map.groupBy(inside, ({ at }) => at[knownBy]).values()].every((own) =>
      own.some(({ adds }) => (adds[measure] ?? 0) > 0),
    )
  }
  const known = Object.keys(measures).map((name) => [
    name,
    (columns[name] ?? []).map((sum, row) => (isKnown(row, name) ? sum : null)),
  ])
  return { ...columns, ...(Object.fromEntries(known) as CubeTable['columns']) }
}
