import { describe, expect, test } from 'vitest'
import { type CubeTable } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { publishedOf } from '../unit/private/audit/publishedOf.ts'
import { booksOf } from './booksOf.ts'
import { booksFacts, publishBooks } from './publishBooks.ts'
import type { Entry } from './entry.ts'
import { randomBooks, type RandomBooks } from './randomBooks.ts'
import { toldByPartFlows } from './toldByPartFlows.ts'
import { toldByParts } from './toldByParts.ts'

/** What a practice with these books publishes; `isChecked` is whether the audit compares dates and asks the lines. */
async function publish(books: RandomBooks, isChecked = true): Promise<readonly CubeTable[]> {
  const asked = { last: books.asOf.slice(0, 7), byDates: isChecked, byLines: isChecked }
  return (await publishBooks(books, asked)).tables
}

/** What parts of payments tell beside payments, charges, adjustments and balances. */
function told(tables: readonly CubeTable[], entries: readonly Entry[]): string[] {
  return [...toldByParts(tables, entries), ...toldByPartFlows(tables, entries)]
}

const practices = 100
const shards = 5

function partsShown(tables: readonly CubeTable[]): number {
  const table = tables.find(({ cube }) => cube.name === 'transactions')
  return (table?.columns.same_day_payment_cents ?? []).filter((cents) => Number(cents ?? 0) > 0).length
}

describe('what patients pay, and on the day of service', () => {
  for (let shard = 0; shard < shards; shard += 1) {
    test(`tells nobody in random practices, beside net payments and months of service (${String(shard + 1)} of ${String(shards)})`, async () => {
      let shown = 0
      for (let seed = shard; seed < practices; seed += shards) {
        const books = randomBooks(seed)
        const tables = await publish(books)
        shown += partsShown(tables)
        expect({ seed, told: told(tables, books.entries).slice(0, 5) }).toEqual({ seed, told: [] })
      }
      expect(shown).toBeGreaterThan(5)
    })
  }

  test('the law can fail: where dates and lines are not asked, some practices tell people', async () => {
    const books = Array.from({ length: 60 }, (_, seed) => randomBooks(seed))
    const found = await Promise.all(books.map(async (one) => told(await publish(one, false), one.entries)))
    expect(found.filter(({ length }) => length > 0).length).toBeGreaterThan(3)
  })

  test('the law can fail: sums without a gate tell every choice of parts', () => {
    const found = Array.from({ length: 30 }, (_, seed) => randomBooks(seed)).flatMap(({ asOf, entries }) => {
      const happenings = booksOf(entries, asOf.slice(0, 7))
      const tables = booksFacts.flatMap((name) => publishedOf(facts[name], happenings[name]))
      return told(tables, entries)
    })
    for (const parts of [
      'others',
      'patient',
      'sameDay',
      'others+patient',
      'others+sameDay',
      'patient+sameDay',
    ]) {
      expect(found.some((text) => text.startsWith(`posted ${parts} `))).toBe(true)
      expect(found.some((text) => text.startsWith(`beside served ${parts} `))).toBe(true)
      expect(found.some((text) => text.startsWith(`charged and posted ${parts}`))).toBe(true)
      expect(found.some((text) => text.startsWith(`charges served less ${parts}`))).toBe(true)
    }
  })
})
