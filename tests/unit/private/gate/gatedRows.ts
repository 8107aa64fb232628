import { cubesOf, type CubeValue, type Fact } from '../../../../src/cubes/cube.ts'
import { facts, type FactName } from '../../../../src/cubes/facts.ts'
import { gate, type MergeRequest } from '../../../../scripts/private/gate/gate.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { ungated } from '../../../privacy/ungated.ts'

/** What happened, fact by fact. */
export type Practice = Readonly<Partial<Record<FactName, readonly Happening[]>>>

export type GatedRow = Readonly<Record<string, CubeValue>>

/** The rows of each table that the gate lets through on 15 August 2026. */
export async function gatedRows(
  practice: Practice,
  requests: readonly MergeRequest[] = [],
): Promise<(table: string) => GatedRow[]> {
  const declared = (Object.values(facts) as Fact[]).filter(({ name }) => name in practice)
  const of = ({ name }: Fact): readonly Happening[] => practice[name as FactName] ?? []
  const tables = await gate({
    asOf: '2026-08-15',
    tables: declared.flatMap((fact) =>
      fact.people === null
        ? ungated(fact, of(fact))
        : cubesOf(fact).map((cube) => ({ cube, rowCount: 0, columns: {} })),
    ),
    people: (fact, cut) => Promise.resolve(peopleOf(fact, cut, of(fact))),
    requests,
  })
  return (name) => {
    const table = tables.find(({ cube }) => cube.name === name)
    if (table === undefined) throw new Error(`no such table: ${name}`)
    return Array.from({ length: table.rowCount }, (_, row) =>
      Object.fromEntries(
        Object.entries(table.columns).map(([column, values]) => [column, values[row] ?? null]),
      ),
    )
  }
}

/** The same for each of `count` people, from number `first`. */
export function each(count: number, first: number, one: Omit<Happening, 'person'>): Happening[] {
  return Array.from({ length: count }, (_, index) => ({ ...one, person: first + index }))
}
