import { isMerged, merged, type CubeTable, type Dimension, type Fact } from '../../../src/cubes/cube.ts'
import { facts, type FactName } from '../../../src/cubes/facts.ts'
import type { PersonRows } from '../ledger/ledger.ts'

/** Names that must not be published, by dimension, each with what takes its place. */
export type UnnamedValues = ReadonlyMap<Dimension, ReadonlyMap<string, string>>

/** Dimensions whose values are texts of the practice's own; all others have closed lists. */
const ownTexts: readonly Dimension[] = ['provider', 'location']

/** What the ledger writes where a practice named nothing: these are nobody's names. */
export const notNamed: readonly string[] = ['None given', 'Unmapped']

/** Longer texts are no names (security policy, R2). */
const longestName = 40

/** An address, an e-mail, a date, six digits on end or seven with blanks between them: no name has one. */
const suspicious =
  /https?:|www\.|@|\d{6}|(?:\d[\s().-]*){7}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d{4}[/.-]\d{1,2}[/.-]\d/i

/**
 * Names that no published sum stands for, and texts that are no names. A provider whose every sum is merged
 * may be a patient who was typed into the wrong column, and that text must not appear anywhere.
 */
export function findUnnamed(tables: readonly CubeTable[], people: readonly PersonRows[]): UnnamedValues {
  return new Map(
    ownTexts.map((dimension) => {
      // Whose amounts cancel out has no row yet, but may get one when it is merged.
      const known = people.flatMap(({ cut, values }) => values[cut.indexOf(dimension)]?.names ?? [])
      const own = tables.filter(({ cube }) => cube.columns.some(({ name }) => name === dimension))
      const shown = new Set(own.flatMap((table) => shownValues(table, dimension)))
      const written = own.flatMap((table) => table.columns[dimension] ?? [])
      const all = new Set([...written, ...known].map(String))
      const isSafe = (text: string): boolean =>
        isMerged(text) || notNamed.includes(text) || (shown.has(text) && isName(text))
      const unnamed = [...all].sort().filter((text) => !isSafe(text))
      return [dimension, new Map(unnamed.map((text, index) => [text, `${merged} ${String(index + 1)}`]))]
    }),
  )
}

function isName(text: string): boolean {
  return text.length <= longestName && !suspicious.test(text)
}

/** Values with at least one sum of people that is shown and not 0. */
function shownValues({ cube, columns }: CubeTable, dimension: Dimension): string[] {
  const fact: Fact = facts[cube.fact as FactName]
  if (fact.people === null) return []
  const measures = Object.keys(fact.measures)
  return (columns[dimension] ?? [])
    .filter((_, row) => measures.some((name) => (columns[name]?.[row] ?? 0) !== 0))
    .map(String)
}

/** Person rows without the names that must not be published. */
export function withoutNames<Rows extends Pick<PersonRows, 'cut' | 'values'>>(
  rows: Rows,
  unnamed: UnnamedValues,
): Rows {
  const values = rows.values.map((each, index) => {
    const places = unnamed.get(rows.cut[index] ?? 'kind')
    return places === undefined
      ? each
      : { ...each, names: each.names.map((name) => places.get(String(name)) ?? name) }
  })
  return { ...rows, values }
}

/** A table of sums without the names that must not be published. */
export function tableWithoutNames(table: CubeTable, unnamed: UnnamedValues): CubeTable {
  const columns = Object.entries(table.columns).map(([name, values]) => {
    const places = unnamed.get(name as Dimension)
    return [
      name,
      places === undefined ? values : values.map((value) => places.get(String(value)) ?? value),
    ] as const
  })
  return { ...table, columns: Object.fromEntries(columns) }
}
