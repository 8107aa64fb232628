import { describe, expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import type { Finding } from '../../../../scripts/private/audit/auditReport.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf } from '../../../helpers/peopleOf.ts'
import { ages } from '../../../privacy/openItems.ts'
import { booksOf, twoDatesOf, type BooksFact } from '../../../privacy/booksOf.ts'
import type { Entry } from '../../../privacy/entry.ts'
import { publishedOf, type Publishing } from './publishedOf.ts'

const own = ['charges', 'production', 'transactions', 'receivables'] as const
const month = '2026-06'
const merged: Publishing = { hides: () => true, withholds: () => true }
const hidden = (...measures: readonly string[]): Publishing => ({
  hides: ({ measure }) => measures.includes(measure),
  withholds: () => true,
})

/** The measures that are to be merged because of edges of months. */
async function mergedFor(
  entries: readonly Entry[],
  how: Partial<Record<BooksFact, Publishing>>,
): Promise<(string | undefined)[]> {
  const happenings = booksOf(entries, month)
  const { findings } = await audit(
    own.flatMap((name) => publishedOf(facts[name], happenings[name], how[name])),
    (fact, cut) => Promise.resolve(peopleOf(fact, cut, happenings[fact.name as BooksFact])),
    {
      asOf: '2026-10-17',
      vocabulary: {
        provider: ['A'],
        location: ['North'],
        payer: ['P'],
        new_visit_level: ['none'],
        established_visit_level: ['none'],
        age_bucket: ages,
        adjustment_category: ['none', 'contractual', 'charity'],
      },
      facts: own.map((name) => facts[name]),
      twoDates: twoDatesOf(entries),
      lines: null,
    },
  )
  const edges = findings.filter(({ rule }: Finding) => rule === 'month_edges')
  return [...new Set(edges.map(({ merge }) => merge?.measure))].sort()
}

let item = 0

/** A line of each person from `first` on. */
function lines(count: number, what: Entry['what'], one: Partial<Entry> = {}, first = 0): Entry[] {
  return Array.from({ length: count }, (_, person): Entry => ({
    what,
    served: month,
    posted: month,
    at: { provider: 'A', location: 'North', payer: 'P' },
    cents: 10_000,
    item: (item += 1),
    ...one,
    person: first + person,
  }))
}

const parts = ['patient_payment_cents', 'same_day_payment_cents']
const charged = lines(60, 'charge')

describe('what patients pay', () => {
  const some = [...charged, ...lines(20, 'payment', { part: 'sameDay' }), ...lines(20, 'payment', {}, 20)]

  test('is shown beside charges and payments of groups', async () => {
    expect(await mergedFor(some, {})).toEqual([])
  })

  test('is not shown where all payments are not', async () => {
    expect(await mergedFor(some, { transactions: hidden('net_payment_cents'), receivables: merged })).toEqual(
      parts,
    )
  })
})

describe('payments on the day of service', () => {
  // The insurer pays for other services of many, so that payments themselves tell nobody.
  const insured = lines(30, 'payment', { served: '2026-05', cents: 7_000 })
  const paid = (count: number) => [...charged, ...insured, ...lines(count, 'payment', { part: 'sameDay' })]

  test('of all but a few tell those, beside charges by month of posting', async () => {
    const how = { production: merged, receivables: merged }
    expect(await mergedFor(paid(40), how)).toEqual([])
    expect(await mergedFor(paid(56), how)).toEqual(parts)
  })

  test('and beside charges by month of service', async () => {
    const how = { production: hidden('matched_payment_cents'), charges: merged, receivables: merged }
    expect(await mergedFor(paid(40), how)).toEqual([])
    expect(await mergedFor(paid(56), how)).toEqual(parts)
  })

  test('and beside balances and all payments, where charges are merged', async () => {
    const how = { production: merged, charges: merged }
    expect(await mergedFor(paid(40), how)).toEqual([])
    expect(await mergedFor(paid(56), how)).toEqual(parts)
    expect(await mergedFor(paid(56), { ...how, receivables: merged })).toEqual([])
  })

  test('and what is open of that age tell who paid later', async () => {
    // What all but the patients of the day owe is open, but for three who paid.
    const all = [...charged, ...insured, ...lines(30, 'payment', { part: 'sameDay' })]
    const later = [...all, ...lines(3, 'payment', { part: 'patient', cents: 5_000 }, 40)]
    const how = {
      production: hidden('matched_payment_cents'),
      charges: merged,
      transactions: hidden('patient_payment_cents'),
    }
    expect(await mergedFor(later, how)).toEqual(['same_day_payment_cents'])
    expect(await mergedFor(later, { ...how, receivables: merged })).toEqual([])
  })
})
