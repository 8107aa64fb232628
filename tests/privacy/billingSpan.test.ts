import { describe, expect, test } from 'vitest'
import { type CubeTable } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { addMonths } from '../../src/periods/month.ts'
import { publishedOf } from '../unit/private/audit/publishedOf.ts'
import { askedGroups, peopleIn } from './askedGroups.ts'
import { bookClasses, sumsOverClasses } from './bookClasses.ts'
import { booksOf } from './booksOf.ts'
import { booksFacts, publishBooks } from './publishBooks.ts'
import { randomBooks, type RandomBooks } from './randomBooks.ts'
import { SpanHashes } from './SpanHashes.ts'

/** More than a hundred, for a night: BILLING_SPAN_PRACTICES. */
const practices = Number(process.env.BILLING_SPAN_PRACTICES ?? 100)
const shards = 5

/** Larger books take longer and tell no more: few people are what matters. */
const mostEntries = 1_200

/** Books of every other seed end with a month that still runs: the owners' edition. */
function booksAt(seed: number): RandomBooks {
  const { asOf, entries } = randomBooks(seed)
  return { asOf: seed % 2 === 0 ? asOf : `${addMonths(asOf.slice(0, 7), 1)}-01`, entries }
}

function lastOf({ asOf }: RandomBooks): string {
  return asOf.endsWith('-01') ? addMonths(asOf.slice(0, 7), -1) : asOf.slice(0, 7)
}

/** What a practice with these books publishes; `isChecked` is whether the audit asks its lines. */
async function publish(books: RandomBooks, isChecked = true): Promise<readonly CubeTable[]> {
  const asked = { last: lastOf(books), byDates: true, byLines: isChecked }
  return (await publishBooks(books, asked)).tables
}

/** The groups of one to ten people that follow exactly from all published sums of money together. */
function told(tables: readonly CubeTable[], { entries }: RandomBooks): string[] {
  const classes = bookClasses(entries)
  const { sums, wrong } = sumsOverClasses(tables, classes)
  const known = new SpanHashes(classes.length, sums)
  const months = [...new Set(entries.map(({ posted }) => posted))].sort()
  const isSmall = (sum: ReadonlyMap<number, number>): boolean => {
    const people = peopleIn(classes, sum)
    return people > 0 && people < 11
  }
  const groups = askedGroups(classes, months)
    .filter(({ sum }) => known.follows(sum) && isSmall(sum))
    .map(({ name }) => name)
  const pairs = known
    .pairs()
    .filter(isSmall)
    .map((pair) => `pair ${[...pair.keys()].join()}`)
  return [...wrong.map((name) => `wrong: ${name}`), ...groups, ...pairs]
}

function smallBooks(count: number): { seed: number; books: RandomBooks }[] {
  const found: { seed: number; books: RandomBooks }[] = []
  for (let seed = 0; found.length < count; seed += 1) {
    const books = booksAt(seed)
    if (books.entries.length > 0 && books.entries.length <= mostEntries) found.push({ seed, books })
  }
  return found
}

describe('all sums of charges, payments, adjustments, balances and production of one edition', () => {
  for (let shard = 0; shard < shards; shard += 1) {
    test(
      `tell nobody of one to ten people, exactly, in random practices (${String(shard + 1)} of ${String(shards)})`,
      { timeout: 240_000 },
      async () => {
        for (const [at, { seed, books }] of smallBooks(practices).entries()) {
          if (at % shards !== shard) continue
          const groups = told(await publish(books), books)
          expect({ seed, told: groups.slice(0, 5) }).toEqual({ seed, told: [] })
        }
      },
    )
  }

  test('are what their lines add up to: where a line is a cent more or less, nothing is published', async () => {
    const cases = smallBooks(3).flatMap(({ books }) => [-1, 1].map((cent) => ({ books, cent })))
    for (const { books, cent } of cases) {
      const publishing = publishBooks(books, {
        last: lastOf(books),
        byDates: true,
        byLines: true,
        spoil: (lines) => ({
          ...lines,
          cents: lines.cents.map((cents, line) => cents + (line === 0 ? cent : 0)),
        }),
      })
      await expect(publishing).rejects.toThrow('(value)')
    }
  })

  test('the law can fail: where facts are not compared, many practices tell somebody', async () => {
    let telling = 0
    for (const { books } of smallBooks(60))
      if (told(await publish(books, false), books).length > 0) telling += 1
    expect(telling).toBeGreaterThan(5)
  })

  test('the law can fail: sums without a gate tell somebody in most practices', () => {
    const telling = smallBooks(20).filter(({ books }) => {
      const happenings = booksOf(books.entries, lastOf(books))
      const tables = booksFacts.flatMap((name) => publishedOf(facts[name], happenings[name]))
      return told(tables, books).length > 0
    })
    expect(telling.length).toBeGreaterThan(15)
  })
})
