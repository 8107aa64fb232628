import { describe, expect, test } from 'vitest'
import { cubesOf, merged, type CubeTable, type Fact } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { gate } from '../../../../scripts/private/gate/gate.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'

const asOf = '2026-08-15'

/** The named fact's published tables, from happenings alone. */
async function published(fact: Fact, happenings: readonly Happening[]): Promise<Map<string, CubeTable>> {
  const empty = cubesOf(fact).map((cube) => ({ cube, rowCount: 0, columns: {} }))
  const tables = await gate({
    asOf,
    tables: empty,
    people: (asked, cut) => Promise.resolve(peopleOf(asked, cut, happenings)),
  })
  return new Map(tables.map((table) => [table.cube.name, table]))
}

function rowsOf(table: CubeTable | undefined): Record<string, string | number | null>[] {
  return Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    Object.fromEntries(
      Object.entries(table?.columns ?? {}).map(([name, values]) => [name, values[row] ?? null]),
    ),
  )
}

/** `count` visits of as many different patients. */
function visits(count: number, at: Happening['at'], month = '2026-03', first = 0): Happening[] {
  return Array.from({ length: count }, (_, index) => ({
    month,
    at,
    person: first + index,
    adds: { booked_count: 1, visit_count: 1 },
  }))
}

function visitCounts(table: CubeTable | undefined, dimension: string, months = 1) {
  return rowsOf(table)
    .filter((row) => row.months === months)
    .map((row) => [row[dimension], row.visit_count])
}

describe('values of a cut', () => {
  test('eleven patients are shown, ten are not', async () => {
    const tables = await published(facts.appointments, [
      ...visits(11, { provider: 'A' }),
      ...visits(10, { provider: 'B' }, '2026-03', 100),
      ...visits(20, { provider: 'C' }, '2026-03', 200),
    ])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider')).toEqual([
      ['A', null],
      ['B', null],
      ['C', 20],
      [merged, 21],
    ])
    expect(visitCounts(tables.get('appointments'), 'months')).toEqual([[1, 41]])
  })

  test('two small values are merged with each other, not with large ones', async () => {
    const tables = await published(facts.appointments, [
      ...visits(6, { provider: 'A' }),
      ...visits(7, { provider: 'B' }, '2026-03', 100),
      ...visits(20, { provider: 'C' }, '2026-03', 200),
    ])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider')).toEqual([
      ['A', null],
      ['B', null],
      ['C', 20],
      [merged, 13],
    ])
  })

  test('patients count, not rows', async () => {
    const again = visits(10, { provider: 'A' })
    const tables = await published(facts.appointments, [
      ...again,
      ...again,
      ...visits(30, { provider: 'B' }, '2026-03', 100),
      ...visits(30, { provider: 'C' }, '2026-03', 200),
    ])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider')[0]).toEqual(['A', null])
  })

  test('without patient keys 33 rows are needed', async () => {
    const nobody = (count: number, provider: string) =>
      visits(count, { provider }).map((one) => ({ ...one, person: -1 }))
    const tables = await published(facts.appointments, [
      ...nobody(33, 'A'),
      ...nobody(32, 'B'),
      ...nobody(40, 'C'),
    ])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider')).toEqual([
      ['A', null],
      ['B', null],
      ['C', 40],
      [merged, 65],
    ])
  })

  test('money that is mostly one patient is merged, whatever their number', async () => {
    const charge = (person: number, provider: string, cents: number): Happening => ({
      month: '2026-03',
      at: { provider },
      person,
      adds: { charge_cents: cents },
    })
    const many = (first: number, provider: string) =>
      Array.from({ length: 30 }, (_, index) => charge(first + index, provider, 10_000))
    const tables = await published(facts.charges, [
      ...many(0, 'A'),
      charge(99, 'A', 400_000),
      ...many(100, 'B'),
      ...many(200, 'C'),
    ])
    const rows = rowsOf(tables.get('charges_by_provider')).filter(({ months }) => months === 1)
    expect(rows.map((row) => [row.provider, row.charge_cents])).toEqual([
      ['A', null],
      ['B', null],
      ['C', 300_000],
      [merged, 1_000_000],
    ])
  })

  test('of merged age buckets the old ones are a group that passes, and so are the others', async () => {
    const owed = (age_bucket: string, count: number, first: number): Happening[] =>
      Array.from({ length: count }, (_, index) => ({
        month: '2026-07',
        at: { age_bucket },
        person: first + index,
        adds: { balance_cents: 100, over_90_cents: /^(91|121)/.test(age_bucket) ? 100 : 0 },
      }))
    const tables = await published(facts.receivables, [
      ...owed('0-30', 40, 0),
      ...owed('61-90', 20, 100),
      ...owed('91-120', 5, 200),
      ...owed('121+', 30, 300),
    ])
    expect(rowsOf(tables.get('receivables'))).toMatchObject([{ balance_cents: 9_500, over_90_cents: 3_500 }])
    const byAge = rowsOf(tables.get('receivables_by_age_bucket'))
    expect(Object.fromEntries(byAge.map((row) => [row.age_bucket, row.balance_cents]))).toEqual({
      '0-30': 4_000,
      '61-90': null,
      '91-120': null,
      '121+': null,
      [merged]: 5_500,
    })
  })

  test('the running month is published for the whole practice only', async () => {
    const tables = await published(facts.appointments, [
      ...visits(30, { provider: 'A' }, '2026-08'),
      ...visits(30, { provider: 'B' }, '2026-08', 100),
    ])
    expect(visitCounts(tables.get('appointments'), 'months')).toEqual([[1, 60]])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider')).toEqual([
      ['A', null],
      ['B', null],
      [merged, null],
    ])
  })

  test("a value's quarter is shown where its merged months are enough together", async () => {
    const months = ['2026-01', '2026-02', '2026-03']
    const tables = await published(facts.appointments, [
      ...months.flatMap((month, index) => visits(6, { provider: 'A' }, month, index * 10)),
      ...months.flatMap((month, index) => visits(7, { provider: 'B' }, month, 100 + index * 10)),
      ...months.flatMap((month) => visits(30, { provider: 'C' }, month, 200)),
    ])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider', 3)).toEqual([
      ['A', 18],
      ['B', 21],
      ['C', 90],
    ])
  })

  test("a value's quarter is not shown where one small month would be the difference", async () => {
    const tables = await published(facts.appointments, [
      ...visits(30, { provider: 'A' }, '2026-01'),
      ...visits(30, { provider: 'A' }, '2026-02'),
      ...visits(4, { provider: 'A' }, '2026-03'),
      ...['2026-01', '2026-02', '2026-03'].flatMap((month) => visits(30, { provider: 'B' }, month, 100)),
      ...['2026-01', '2026-02', '2026-03'].flatMap((month) => visits(40, { provider: 'C' }, month, 200)),
    ])
    expect(visitCounts(tables.get('appointments_by_provider'), 'provider', 3)).toEqual([
      ['A', null],
      ['B', null],
      ['C', 120],
      [merged, 154],
    ])
  })
})

describe('parts of a whole', () => {
  test('what the parts leave over is a group too', async () => {
    const booked = (count: number, first: number, adds: Record<string, number>): Happening[] =>
      Array.from({ length: count }, (_, index) => ({
        month: '2026-03',
        at: {},
        person: first + index,
        adds: { booked_count: 1, ...adds },
      }))
    const tables = await published(facts.appointments, [
      ...booked(50, 0, { visit_count: 1 }),
      ...booked(12, 100, { no_show_count: 1 }),
      ...booked(15, 200, { cancelled_count: 1 }),
      // Moved to another day: published nowhere, but booked less all others would say how many.
      ...booked(3, 300, {}),
    ])
    const [row] = rowsOf(tables.get('appointments'))
    expect(row).toMatchObject({ booked_count: 80, visit_count: 50, cancelled_count: 15, no_show_count: null })
  })
})

describe('the whole practice', () => {
  test('a small month is carried into those after it, and the quarter holds the sum', async () => {
    const tables = await published(facts.appointments, [
      ...visits(30, {}, '2026-01'),
      ...visits(4, {}, '2026-02', 100),
      ...visits(30, {}, '2026-03', 200),
    ])
    const rows = rowsOf(tables.get('appointments')).map((row) => [row.month, row.months, row.visit_count])
    expect(rows).toEqual([
      ['2026-01-01', 1, 30],
      ['2026-02-01', 1, null],
      ['2026-03-01', 1, null],
      ['2026-01-01', 3, 64],
    ])
  })

  test('a last small month of a quarter is withheld: those before it may be known already', async () => {
    const tables = await published(facts.appointments, [
      ...visits(30, {}, '2026-01'),
      ...visits(30, {}, '2026-02'),
      ...visits(4, {}, '2026-03', 100),
    ])
    const rows = rowsOf(tables.get('appointments')).map((row) => [row.month, row.months, row.visit_count])
    expect(rows.slice(2)).toEqual([
      ['2026-03-01', 1, null],
      ['2026-01-01', 3, null],
    ])
  })
})

test('money of few rows without a key is held to the shares of the largest', async () => {
  const at = { provider: 'A', location: 'Main', payer: 'cash' }
  const bill = (person: number, charge_cents: number): Happening => ({
    month: '2026-03',
    at,
    person,
    adds: { charge_cents, charge_line_count: 1 },
  })
  const known = Array.from({ length: 20 }, (_, person) => bill(person, 10_000))
  const shownOf = async (happenings: readonly Happening[]) =>
    rowsOf((await published(facts.charges, happenings)).get('charges')).find(({ months }) => months === 1)
  expect((await shownOf([...known, bill(-1, 10_000)]))?.charge_cents).toBe(210_000)
  const giant = await shownOf([...known, bill(-1, 1_000_000)])
  expect(giant?.charge_cents).toBeNull()
  expect(giant?.charge_line_count).toBe(21)
})
