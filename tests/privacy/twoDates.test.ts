import { describe, expect, test } from 'vitest'
import { type CubeTable } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { publishedOf } from '../unit/private/audit/publishedOf.ts'
import { booksOf, type BooksFact } from './booksOf.ts'
import type { Entry } from './entry.ts'
import { booksFacts, publishBooks } from './publishBooks.ts'
import { randomBooks, type RandomBooks } from './randomBooks.ts'
import { toldByDates } from './toldByDates.ts'

/** What a practice with these books publishes; `isChecked` is whether the audit compares dates. */
async function publish(books: RandomBooks, isChecked = true): Promise<readonly CubeTable[]> {
  const asked = { last: books.asOf.slice(0, 7), byDates: isChecked, byLines: isChecked }
  const { tables, report } = await publishBooks(books, asked)
  expect(report.findings).toEqual([])
  return tables
}

const practices = 100
const shards = 5

describe('the same money by two dates', () => {
  for (let shard = 0; shard < shards; shard += 1) {
    test(`tells nobody in random practices, by dates or balances (${String(shard + 1)} of ${String(shards)})`, async () => {
      for (let seed = shard; seed < practices; seed += shards) {
        const books = randomBooks(seed)
        expect({ seed, told: toldByDates(await publish(books), books.entries) }).toEqual({ seed, told: [] })
      }
    })
  }

  test('the law can fail: where dates are not compared, many practices tell people', async () => {
    let telling = 0
    for (let seed = 0; seed < 20; seed += 1) {
      const books = randomBooks(seed)
      if (toldByDates(await publish(books, false), books.entries).length > 0) telling += 1
    }
    expect(telling).toBeGreaterThan(5)
  })

  test('the law can fail: sums without a gate tell edges of months and balances', () => {
    const told = Array.from({ length: 20 }, (_, seed) => randomBooks(seed)).flatMap(({ asOf, entries }) => {
      const happenings = booksOf(entries, asOf.slice(0, 7))
      return toldByDates(
        booksFacts.flatMap((name) => publishedOf(facts[name], happenings[name])),
        entries,
      )
    })
    for (const kind of [/^charge_cents/, /^matched_payment_cents/, /^balance/]) {
      expect(told.filter((text) => kind.test(text)).length).toBeGreaterThan(10)
    }
  })
})

describe('one late posting', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
  const at = { provider: 'Ada', location: 'North', payer: 'medicare' }
  const charge = (person: number, served: string, posted: string, cents: number): Entry => ({
    what: 'charge',
    served,
    posted,
    at,
    person,
    cents,
    item: cents,
  })
  const inTime = months.flatMap((month, at) =>
    Array.from({ length: 80 }, (_, person) => charge(person, month, month, 10_000 + at * 100 + person)),
  )
  const wholeOf = (
    tables: readonly CubeTable[],
    fact: BooksFact,
    months: readonly string[],
  ): number | null => {
    const table = tables.find(({ cube }) => cube.name === fact)
    const rows = Array.from({ length: table?.rowCount ?? 0 }, (_, row) => row).filter(
      (row) =>
        table?.columns.months?.[row] === 1 && months.includes(String(table.columns.month?.[row]).slice(0, 7)),
    )
    const sums = rows.map((row) => table?.columns.charge_cents?.[row] ?? null)
    return sums.includes(null) ? null : sums.reduce<number>((sum, value) => sum + Number(value), 0)
  }

  test('is not the difference of charges by posting and by service, from the beginning or to the end', async () => {
    const late = charge(3, '2026-03', '2026-04', 543_210)
    const tables = await publish({ asOf: '2026-07-01', entries: [...inTime, late] })
    for (const [first] of months.entries()) {
      for (let end = first + 1; end <= months.length; end += 1) {
        const run = months.slice(first, end)
        const [served, posted] = [wholeOf(tables, 'production', run), wholeOf(tables, 'charges', run)]
        expect(served === null || posted === null || served === posted).toBe(true)
      }
    }
    // Months that the late posting does not touch are shown as before.
    expect(wholeOf(tables, 'production', ['2026-05', '2026-06'])).toBe(
      wholeOf(tables, 'charges', ['2026-05', '2026-06']),
    )
    expect(wholeOf(tables, 'charges', months)).not.toBeNull()
  })

  test('of a service before the first month is not the first difference', async () => {
    const late = charge(70, '2025-12', '2026-01', 123_456)
    const tables = await publish({ asOf: '2026-07-01', entries: [...inTime, late] })
    const [served, posted] = [
      wholeOf(tables, 'production', ['2025-12', ...months]),
      wholeOf(tables, 'charges', months),
    ]
    expect(served).toBeNull()
    expect(posted).not.toBeNull()
    expect(toldByDates(tables, [...inTime, late])).toEqual([])
    const without = wholeOf(tables, 'production', months)
    expect(without === null || posted === null || posted - without !== 123_456).toBe(true)
  })

  test('of many patients is told, and nothing is merged', async () => {
    const late = Array.from({ length: 12 }, (_, person) =>
      charge(person, '2026-03', '2026-04', 20_000 + person),
    )
    const tables = await publish({ asOf: '2026-07-01', entries: [...inTime, ...late] })
    expect(wholeOf(tables, 'production', months)).not.toBeNull()
    expect(wholeOf(tables, 'charges', months)).not.toBeNull()
  })
})
