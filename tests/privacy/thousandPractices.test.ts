import { describe, expect, test } from 'vitest'
import { audit } from '../../scripts/private/audit/audit.ts'
import type { Vocabulary } from '../../scripts/private/audit/checkSchema.ts'
import { byQuarter } from '../../scripts/private/gate/byQuarter.ts'
import { publishableTables } from '../../scripts/sync/publishableTables.ts'
import {
  cubesOf,
  cutOf,
  isMerged,
  measuresOf,
  merged,
  shortestOf,
  type CubeTable,
  type CubeValue,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { addMonths } from '../../src/periods/month.ts'
import { peopleOf, type Happening } from '../helpers/peopleOf.ts'
import { randomPractice, type RandomPractice } from './randomPractice.ts'

/** Each seed exercises one of these, so that all facts are covered and a practice takes little time. */
const areas: readonly (readonly FactName[])[] = [
  ['appointments'],
  ['charges', 'transactions', 'receivables'],
  ['production'],
  ['payroll_costs', 'payroll_hours'],
]

const practices = 1_000
const shards = 10

function factsOf(seed: number): Fact[] {
  return (areas[seed % areas.length] ?? []).map((name) => facts[name])
}

function happeningsOf({ happenings }: RandomPractice, fact: Fact): readonly Happening[] {
  return happenings[fact.name as FactName] ?? []
}

function readerOf(practice: RandomPractice) {
  return (fact: Fact, cut: readonly Dimension[]) =>
    Promise.resolve(peopleOf(fact, cut, happeningsOf(practice, fact)))
}

function vocabularyOf(practice: RandomPractice): Vocabulary {
  const names = new Map<Dimension, Set<string>>()
  for (const { at } of Object.values(practice.happenings).flat()) {
    for (const [dimension, value] of Object.entries(at)) {
      const known = names.get(dimension as Dimension) ?? new Set()
      names.set(dimension as Dimension, known.add(String(value)))
    }
  }
  return Object.fromEntries([...names].map(([dimension, values]) => [dimension, [...values]]))
}

async function published(seed: number): Promise<readonly CubeTable[]> {
  const practice = randomPractice(seed)
  const { tables, report } = await publishableTables({
    asOf: practice.asOf,
    tables: factsOf(seed).flatMap((fact) =>
      cubesOf(fact).map((cube) => ({ cube, rowCount: 0, columns: {} })),
    ),
    people: readerOf(practice),
    vocabulary: vocabularyOf(practice),
  })
  expect(report.findings).toEqual([])
  expect(report.totals.filter(({ state }) => state === 'differs')).toEqual([])
  return tables
}

interface Row {
  readonly period: string
  readonly month: string
  readonly months: number
  readonly values: readonly CubeValue[]
  readonly sums: Readonly<Record<string, CubeValue>>
}

function rowsOf({ cube, rowCount, columns }: CubeTable, fact: Fact): Row[] {
  const dimensions = cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
  return Array.from({ length: rowCount }, (_, row) => {
    const month = String(columns.month?.[row]).slice(0, 7)
    const months = Number(columns.months?.[row])
    const values = dimensions.map((name) => columns[name]?.[row] ?? null)
    const sums = measuresOf(fact, cutOf(fact, cube.name)).map(
      ([name]) => [name, columns[name]?.[row] ?? null] as const,
    )
    return { period: `${month} ${String(months)}`, month, months, values, sums: Object.fromEntries(sums) }
  })
}

/** What happened in a period, by measure, added up anew. */
function addedUp(happenings: readonly Happening[], { month, months }: Row, measure: string): number {
  const last = months === 3 ? addMonths(month, 2) : month
  return happenings
    .filter((one) => one.month >= month && one.month <= last)
    .reduce((sum, { adds }) => sum + (adds[measure] ?? 0), 0)
}

/** Shown sums that are not those of their people, and periods whose values do not add up. */
function wrongSums(practice: RandomPractice, fact: Fact, tables: readonly CubeTable[]): string[] {
  const happenings = happeningsOf(practice, fact)
  return tables.flatMap((table) => {
    const dimensions = table.cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
    const rows = rowsOf(table, fact)
    const own = rows.flatMap((row) => {
      if (row.values.some(isMerged) || dimensions.includes('lag_days')) return []
      const behind = happenings.filter(({ at }) =>
        dimensions.every((name, index) => (at[name as Dimension] ?? 'None given') === row.values[index]),
      )
      return Object.entries(row.sums).flatMap(([measure, value]) =>
        value === null || value === addedUp(behind, row, measure) ? [] : [`${table.cube.name} ${row.period}`],
      )
    })
    return [...own, ...wrongTotals(rows, { fact, table, happenings })]
  })
}

function wrongTotals(
  rows: readonly Row[],
  { fact, table, happenings }: { fact: Fact; table: CubeTable; happenings: readonly Happening[] },
): string[] {
  return [...Map.groupBy(rows, ({ period }) => period).values()].flatMap((period) => {
    const [first] = period
    if (first === undefined || first.values.length === 0) return []
    const other = period.find(({ values }) => values.includes(merged))
    return measuresOf(fact, cutOf(fact, table.cube.name)).flatMap(([measure]) => {
      const parts = period.filter((row) => row !== other).map(({ sums }) => sums[measure] ?? null)
      const rest = other?.sums[measure] ?? null
      // Withheld: the values are null, or without a row, and so is their sum.
      if (rest === null && (other !== undefined || parts.includes(null))) return []
      const sum = [...parts, rest].reduce<number>((added, value) => added + Number(value ?? 0), 0)
      return sum === addedUp(happenings, first, measure) ? [] : [`total ${table.cube.name} ${first.period}`]
    })
  })
}

describe('a thousand random practices', () => {
  for (let shard = 0; shard < shards; shard += 1) {
    test(`are published, tie out and give no small group away (${String(shard + 1)} of ${String(shards)})`, async () => {
      for (let seed = shard; seed < practices; seed += shards) {
        const tables = await published(seed)
        for (const fact of factsOf(seed)) {
          const own = tables.filter(({ cube }) => cube.fact === fact.name)
          expect({ seed, wrong: wrongSums(randomPractice(seed), fact, own) }).toEqual({ seed, wrong: [] })
        }
      }
    })
  }

  test('the law can fail: without the gate most practices give small groups away', async () => {
    let leaking = 0
    for (let seed = 0; seed < 20; seed += 1) {
      const practice = randomPractice(seed)
      const people = readerOf(practice)
      const own = factsOf(seed)
      const { findings } = await audit(
        own.flatMap((fact) => ungated(practice, fact)),
        people,
        {
          asOf: practice.asOf,
          openMonth: practice.asOf.slice(0, 7),
          vocabulary: vocabularyOf(practice),
          facts: own,
        },
      )
      if (findings.some(({ rule }) => rule === 'people' || rule === 'rank' || rule === 'nested')) leaking += 1
    }
    expect(leaking).toBeGreaterThan(15)
  })
})

/** A fact's sums as they are. */
function ungated(practice: RandomPractice, fact: Fact): CubeTable[] {
  return cubesOf(fact).map((cube, index) => {
    const declared = fact.cuts[index] ?? { by: [] }
    const cut = declared.by
    const byMonth = peopleOf(fact, cut, happeningsOf(practice, fact))
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
    return { cube, rowCount: firsts.length, columns }
  })
}
