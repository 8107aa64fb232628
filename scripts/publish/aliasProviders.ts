import type { Practice, Target } from '../../src/bundle/bundle.ts'
import type { CubeTable, CubeValue, Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { addMonths, type Month } from '../../src/periods/month.ts'
import { isCatchAll } from './isCatchAll.ts'

/** Tables and the practice that describes them: with providers' names before, with aliases after. */
export interface ProviderTables {
  readonly tables: readonly CubeTable[]
  readonly practice: Practice
}

/** Later than any month of data. */
const never: Month = '9999-12'

/**
 * Puts `Provider 1`, `Provider 2` … in the place of every provider's name, in tables, filters and goals. The
 * practice's `names` alone tell who is who; `viewersPractice` takes them away. Numbers go by the first month in
 * which a provider's sum is published, then by the roster: somebody new comes last, and the others keep theirs. Rows are put in the order of the numbers. A goal for a
 * provider who is not published is left out.
 */
export function aliasProviders({ tables, practice }: ProviderTables): ProviderTables {
  const aliases = providerAliases(tables, practice)
  const aliasOf = (value: CubeValue) => aliases.get(String(value)) ?? value
  const ranks = new Map([...aliases.values()].map((alias, index) => [alias, index]))
  return {
    tables: tables.map((table) =>
      table.columns.provider === undefined ? table : aliasedTable(table, { aliasOf, ranks }),
    ),
    practice: {
      ...withoutAliases(practice),
      filters: {
        ...practice.filters,
        provider: practice.filters.provider.map((name) => aliases.get(name) ?? name),
      },
      targets: practice.targets.flatMap((target) => aliasedTarget(target, aliases)),
      names: { provider: Object.fromEntries([...aliases].map(([name, alias]) => [alias, name])) },
    },
  }
}

/** The owners' way from names to aliases must not come along. */
function withoutAliases(practice: Practice): Practice {
  const described: { -readonly [Key in keyof Practice]: Practice[Key] } = { ...practice }
  delete described.aliases
  return described
}

/** Each provider's alias, by name, in the order of the numbers. */
export function providerAliases(
  tables: readonly CubeTable[],
  { filters }: Practice,
): ReadonlyMap<string, string> {
  const names = namesInOrder(tables, filters.provider)
  return new Map(names.map((name, index) => [name, `Provider ${String(index + 1)}`]))
}

/** Every provider's name in the tables and filters, in the order of their numbers. */
function namesInOrder(tables: readonly CubeTable[], roster: readonly string[]): string[] {
  const written = tables.flatMap((table) => table.columns.provider ?? []).map(String)
  const names = [...new Set([...roster, ...written])].filter((name) => !isCatchAll(name))
  const firsts = firstMonths(tables)
  const first = (name: string) => firsts.get(name) ?? never
  const place = (name: string) => (roster.includes(name) ? roster.indexOf(name) : roster.length)
  return names.toSorted((a, b) => compare(first(a), first(b)) || place(a) - place(b) || (a < b ? -1 : 1))
}

/**
 * The first month of each name in which one of its sums is shown. Rows of nulls and zeros, and sums that are
 * nobody's, do not count: by them alone no name is published, and they may reach further back. A quarter counts
 * as its last month, because it is published after it.
 */
function firstMonths(tables: readonly CubeTable[]): ReadonlyMap<string, Month> {
  const firsts = new Map<string, Month>()
  for (const { cube, columns } of tables) {
    const shown = peoplesMeasures(cube.fact)
    for (const [row, name] of (columns.provider ?? []).entries()) {
      if (!shown.some((measure) => (columns[measure]?.[row] ?? 0) !== 0)) continue
      const month = addMonths(String(columns.month?.[row]).slice(0, 7), Number(columns.months?.[row]) - 1)
      const known = firsts.get(String(name)) ?? never
      if (month < known) firsts.set(String(name), month)
    }
  }
  return firsts
}

function peoplesMeasures(name: string): string[] {
  const fact: Fact = facts[name as FactName]
  if (fact.people === null) return []
  return Object.keys(fact.measures)
}

interface Aliases {
  readonly aliasOf: (value: CubeValue) => CubeValue
  /** Place of each alias. */
  readonly ranks: ReadonlyMap<CubeValue, number>
}

/** The table by month, then by number: any other order of its rows could be that of the names. */
function aliasedTable({ cube, rowCount, columns }: CubeTable, { aliasOf, ranks }: Aliases): CubeTable {
  const provider = (columns.provider ?? []).map(aliasOf)
  const aliased: CubeTable['columns'] = { ...columns, provider }
  const rank = (row: number) => ranks.get(provider[row] ?? null) ?? ranks.size
  const time = (row: number) => `${String(columns.month?.[row])} ${String(columns.months?.[row])}`
  const rows = Array.from({ length: rowCount }, (_, row) => row).toSorted(
    (a, b) => compare(time(a), time(b)) || rank(a) - rank(b),
  )
  const sorted = Object.entries(aliased).map(
    ([name, values]) => [name, rows.map((row) => values[row] ?? null)] as const,
  )
  return { cube, rowCount, columns: Object.fromEntries(sorted) }
}

function aliasedTarget(target: Target, aliases: ReadonlyMap<string, string>): Target[] {
  if (target.scope !== 'provider') return [target]
  const scopeId = aliases.get(target.scopeId ?? '')
  return scopeId === undefined ? [] : [{ ...target, scopeId }]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
