import { describe, expect, test } from 'vitest'
import type { Vocabulary } from '../../scripts/private/audit/checkSchema.ts'
import { publishableTables } from '../../scripts/sync/publishableTables.ts'
import {
  cubesOf,
  cutOf,
  type CubeTable,
  type CubeValue,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { binOf } from '../../src/cubes/binDimensions.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { addMonths } from '../../src/periods/month.ts'
import { peopleOf, type Happening } from '../helpers/peopleOf.ts'
import { publishedOf } from '../unit/private/audit/publishedOf.ts'
import { twoDatesOf } from './booksOf.ts'
import { diceOf } from './dice.ts'
import { fewerThanMayBeShown } from './fewerThanMayBeShown.ts'
import { datedClaimsOf } from './randomClaims.ts'
import { randomPractice, type RandomPractice } from './randomPractice.ts'
import { asMonthTotals, type TotalsPractice } from './monthTotals.ts'
import { rowsOf, type Row } from './rowsOf.ts'
import { smallGroups } from './smallGroups.ts'
import { toldByClaims } from './toldByClaims.ts'
import { toldByPanel } from './toldByPanel.ts'
import { ungated } from './ungated.ts'
import { wrongSums } from './wrongSums.ts'

/** Each seed exercises one of these, so that all facts are covered and a practice takes little time. */
const areas: readonly (readonly FactName[])[] = [
  [
    'appointments',
    'clinic_days',
    'slots',
    'panel',
    'bookings_ahead',
    'slots_ahead',
    'coverage',
    'coverage_ahead',
  ],
  ['charges', 'production', 'transactions', 'receivables', 'reconciliation'],
  ['production', 'work_rvus'],
  ['payroll', 'workforce', 'turnover', 'leave'],
  ['claims', 'claim_answers'],
]

const practices = 1_000
const shards = 10

function factsOf(seed: number): Fact[] {
  return (areas[seed % areas.length] ?? []).map((name) => facts[name])
}

/** Beyond all seeds of practices. */
const totalsDice = 9_000_000

/** Every third of those whose bills are looked at has month totals and nothing else of them. */
function practiceOf(seed: number): RandomPractice | TotalsPractice {
  const practice = randomPractice(seed)
  return seed % 15 === 1 ? asMonthTotals(practice, diceOf(totalsDice + seed)) : practice
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

async function published(practice: RandomPractice, seed: number): Promise<readonly CubeTable[]> {
  const { tables } = await publishableTables({
    twoDates: { ...twoDatesOf(practice.lines), claims: datedClaimsOf(practice.claims) },
    lines: null,
    asOf: practice.asOf,
    tables: factsOf(seed).flatMap((fact) => tablesGiven(practice, fact)),
    people: readerOf(practice),
    vocabulary: vocabularyOf(practice),
  })
  return tables
}

/** The gate makes the sums of people itself; those that follow others it takes as they are. */
function tablesGiven(practice: RandomPractice, fact: Fact): CubeTable[] {
  if (fact.people === null) return ungated(fact, happeningsOf(practice, fact))
  return cubesOf(fact).map((cube) => ({ cube, rowCount: 0, columns: {} }))
}

/** What a fact's tables show that they must not. */
function faults(practice: RandomPractice, fact: Fact, tables: readonly CubeTable[]): string[] {
  const own = tables.filter(({ cube }) => cube.fact === fact.name)
  const small = fact.people === null ? [] : smallGroups(fact, own, happeningsOf(practice, fact))
  const wrong = wrongSums(fact, own, happeningsOf(practice, fact))
  const bySlots = fact.name === 'slots' ? toldBySlots(practice, own) : []
  const byClaims = fact.name === 'claims' ? toldByClaims(tables, practice.claims) : []
  const { panel = [], appointments = [] } = practice.happenings
  const byPanel = fact.name === 'panel' ? toldByPanel(tables, panel, appointments) : []
  const others = [...bySlots, ...byClaims, ...byPanel, ...fewBehind(practice, fact, own)]
  return [...wrong, ...small, ...unfollowed(fact, own, tables), ...told(fact, own), ...others]
}

/** Totals name nobody; of those who are truly behind them there must not be few either. */
function fewBehind(
  practice: RandomPractice | TotalsPractice,
  fact: Fact,
  own: readonly CubeTable[],
): string[] {
  if (!('behind' in practice) || (fact.name !== 'charges' && fact.name !== 'transactions')) return []
  const whole = own.filter(({ cube }) => cube.name === fact.name)
  return smallGroups(fact, whole, practice.behind[fact.name]).map((fault) => `truly ${fault}`)
}

/** In a full schedule the slots are the bookings that fill them: then none may be told by its slots either. */
function toldBySlots({ happenings }: RandomPractice, own: readonly CubeTable[]): string[] {
  const slots = happenings.slots ?? []
  // Missing rows are not 0 where somebody lists none.
  if (slots.some(({ adds }) => adds.slot_count === 0)) return []
  const filling = (happenings.appointments ?? [])
    .filter(({ adds }) => adds.visit_count ?? adds.no_show_count ?? adds.unresolved_count)
    .map((booking) => ({ ...booking, adds: { slot_count: 1 } }))
  return smallGroups({ ...facts.slots, people: 'patient' }, own, filling).map((fault) => `slots: ${fault}`)
}

/** Sums that are shown beside a merged one which they would tell: pay by hours, cost by pay. */
function told(fact: Fact, own: readonly CubeTable[]): string[] {
  const isShown = (sum: CubeValue | undefined) => sum !== null && sum !== undefined && sum !== 0
  return own.flatMap((table) =>
    rowsOf(table, fact).flatMap(({ period, sums }) =>
      (fact.telling ?? [])
        .filter((chain) =>
          chain.some((name, at) => sums[name] === null && chain.slice(at).some((one) => isShown(sums[one]))),
        )
        .map(([first = '']) => `told: ${table.cube.name} ${period} ${first}`),
    ),
  )
}

/** Sums of a fact without people of its own that are shown where one that they follow is merged. */
function unfollowed(fact: Fact, own: readonly CubeTable[], tables: readonly CubeTable[]): string[] {
  const textOf = (cut: string, { period, values }: Row) => [cut, period, ...values].join(' ')
  const byOf = ({ cube }: CubeTable) => cube.name.slice(cube.fact.length)
  const hidden = new Set(
    (fact.follows ?? []).flatMap(({ fact: name, measure }) =>
      tables
        .filter(({ cube }) => cube.fact === name)
        .flatMap((table) =>
          rowsOf(table, facts[name as FactName])
            .filter(({ sums }) => sums[measure] === null)
            .map((row) => textOf(byOf(table), row)),
        ),
    ),
  )
  const followed = new Set((fact.follows ?? []).map(({ fact: name }) => name))
  const cuts = new Set(tables.filter(({ cube }) => followed.has(cube.fact)).map(byOf))
  // What is not split so by the followed fact goes with its sum of the whole practice.
  const placeOf = (table: CubeTable, row: Row) =>
    cuts.has(byOf(table)) ? textOf(byOf(table), row) : textOf('', { ...row, values: [] })
  return own.flatMap((table) =>
    rowsOf(table, fact)
      .filter((row) => hidden.has(placeOf(table, row)))
      .filter(({ sums }) => Object.values(sums).some((sum) => sum !== null))
      .map(({ period }) => `follows: ${table.cube.name} ${period}`),
  )
}

describe('a thousand random practices', () => {
  test('are of every fact with people, and every one that follows such', () => {
    const declared = (Object.values(facts) as Fact[]).filter(
      ({ people, follows }) => people !== null || follows !== undefined,
    )
    expect([...new Set(areas.flat())].toSorted()).toEqual(declared.map(({ name }) => name).toSorted())
  })

  for (let shard = 0; shard < shards; shard += 1) {
    const title = `are published, tie out and give no small group away (${String(shard + 1)} of ${String(shards)})`
    test(title, { timeout: 240_000 }, async () => {
      for (let seed = shard; seed < practices; seed += shards) {
        const practice = practiceOf(seed)
        const tables = await published(practice, seed)
        for (const fact of factsOf(seed)) {
          expect({ seed, faults: faults(practice, fact, tables) }).toEqual({ seed, faults: [] })
        }
      }
    })
  }

  test('the law can fail: without the gate most practices give small groups away', () => {
    const leaking = Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => {
      const practice = randomPractice(seed)
      const tables = factsOf(seed).flatMap((fact) => ungated(fact, happeningsOf(practice, fact)))
      return factsOf(seed).some((fact) => faults(practice, fact, tables).length > 0)
    })
    expect(leaking.length).toBeGreaterThan(30)
  })

  test('it looks at month totals: were payments of all whom a row counts, some of few would be shown', async () => {
    const seed = 271
    const practice = asMonthTotals(randomPractice(seed), diceOf(totalsDice + seed), { isByCountAlone: true })
    const tables = await published(practice, seed)
    expect(faults(practice, facts.transactions, tables)).toContainEqual(
      expect.stringMatching(/^truly shown: transactions net_payment_cents/),
    )
  })

  test.each(
    [...new Set(areas.flat())].filter((name) => facts[name].people !== null).map((name) => ({ name })),
  )('it looks at $name: ungated, its sums give small groups away', ({ name }) => {
    const leaking = Array.from({ length: 40 }, (_, seed) => randomPractice(seed)).filter((practice) => {
      const fact: Fact = facts[name]
      return faults(practice, fact, ungated(fact, happeningsOf(practice, fact))).length > 0
    })
    expect(leaking.length).toBeGreaterThan(3)
  })

  test('nor is it enough to merge the small values alone', () => {
    const kinds = Array.from({ length: 40 }, (_, seed) => seed).flatMap((seed) => {
      const practice = randomPractice(seed)
      return factsOf(seed)
        .filter(({ people }) => people !== null)
        .flatMap((fact) => smallGroups(fact, smallOnesMerged(practice, fact), happeningsOf(practice, fact)))
        .map((fault) => fault.split(':')[0])
    })
    expect([...new Set(kinds)].toSorted()).toEqual([
      'other',
      'quarter less months',
      'whole less parts',
      'whole less values',
    ])
  })
})

/** A fact's sums where every small one by itself is merged, and nothing else is. */
function smallOnesMerged(practice: RandomPractice, fact: Fact): CubeTable[] {
  const happenings = happeningsOf(practice, fact)
  // Bins have no row "Other (merged)".
  const cuts = fact.cuts.filter(({ by }) => binOf(by) === null)
  return publishedOf({ ...fact, cuts }, happenings, {
    openMonth: practice.asOf.slice(0, 7),
    hides: ({ table, month, months, values, measure }) => {
      const { by } = cutOf(fact, table)
      const behind = happenings.filter(
        (one) =>
          one.month >= month &&
          one.month <= (months === 3 ? addMonths(month, 2) : month) &&
          by.every((name, index) => (one.at[name] ?? 'None given') === values[index]),
      )
      return fewerThanMayBeShown(fact, behind, { measure, minus: [] })
    },
  })
}
