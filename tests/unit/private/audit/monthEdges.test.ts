import { describe, expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import { components } from '../../../../scripts/private/audit/components.ts'
import { allRuns, cutRuns, type Run } from '../../../../scripts/private/audit/cutRuns.ts'
import type { Finding } from '../../../../scripts/private/audit/auditReport.ts'
import { areKnown } from '../../../../scripts/private/audit/datedSums.ts'
import { followedPieces } from '../../../../scripts/private/audit/followedPieces.ts'
import { isKnownSet, type Piece } from '../../../../scripts/private/audit/publishedPieces.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf } from '../../../helpers/peopleOf.ts'
import { ages } from '../../../privacy/openItems.ts'
import { booksOf, twoDatesOf, type BooksFact } from '../../../privacy/booksOf.ts'
import type { Entry } from '../../../privacy/entry.ts'
import { publishedOf, type Publishing } from './publishedOf.ts'

const own = ['charges', 'production', 'transactions', 'receivables'] as const

async function findingsOf(
  entries: readonly Entry[],
  how: Partial<Record<BooksFact, Publishing>> = {},
): Promise<readonly Finding[]> {
  const happenings = booksOf(entries, '2026-06')
  const named = own.filter((name) => happenings[name].length > 0)
  const { findings } = await audit(
    named.flatMap((name) => publishedOf(facts[name], happenings[name], how[name])),
    (fact, cut) => Promise.resolve(peopleOf(fact, cut, happenings[fact.name as BooksFact])),
    {
      asOf: '2026-10-17',
      vocabulary: {
        provider: ['A', 'B', 'C'],
        location: ['North'],
        payer: ['P'],
        new_visit_level: ['none'],
        established_visit_level: ['none'],
        age_bucket: ages,
        adjustment_category: ['none', 'contractual', 'charity'],
      },
      facts: named.map((name) => facts[name]),
      twoDates: twoDatesOf(entries),
      lines: null,
    },
  )
  return findings
}

let item = 0

function lines(count: number, one: Partial<Entry> & Pick<Entry, 'served' | 'posted'>, first = 0): Entry[] {
  return Array.from({ length: count }, (_, person): Entry => ({
    what: 'charge',
    at: { provider: 'A', location: 'North', payer: 'P' },
    cents: 10_000,
    item: (item += 1),
    ...one,
    person: first + person,
  }))
}

const months = ['2026-04', '2026-05', '2026-06']
const inTime = months.flatMap((month) => lines(30, { served: month, posted: month }))

describe('sums of the same rows by month of service and of posting', () => {
  test('may both be shown where no row crosses the end of a month', async () => {
    expect(await findingsOf(inTime)).toEqual([])
  })

  test('tell the few that do', async () => {
    const all = await findingsOf([...inTime, ...lines(1, { served: '2026-04', posted: '2026-05' }, 7)])
    // Balances of its age tell the one charge by their change, too.
    const findings = all.filter(({ rule }) => rule !== 'change')
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['month_edges']))
    expect(new Set(findings.map(({ merge }) => merge?.table))).toEqual(new Set(['production']))
    expect(new Set(findings.map(({ merge }) => merge?.month))).toEqual(new Set(['2026-04', '2026-05']))
  })

  test('may be shown where the few are enough, unless one has most of the money', async () => {
    const many = lines(11, { served: '2026-04', posted: '2026-05' })
    expect(await findingsOf([...inTime, ...many])).toEqual([])
    const [first, ...others] = many
    const giant = first === undefined ? [] : [{ ...first, cents: 900_000 }]
    const findings = await findingsOf([...inTime, ...giant, ...others])
    expect(new Set(findings.map(({ rule }) => rule))).toContain('month_edges')
  })

  test('of which one is withheld around the edge tell nothing', async () => {
    const late = lines(1, { served: '2026-04', posted: '2026-05' }, 7)
    const how: Publishing = {
      hides: ({ month, months: length }) => length === 1 && month < '2026-06',
      withholds: () => true,
    }
    const rules = (await findingsOf([...inTime, ...late], { production: how })).map(({ rule }) => rule)
    expect(rules).not.toContain('month_edges')
  })

  test('payments that name no charge are in one of them alone', async () => {
    const paid = (count: number, served: string | null) =>
      lines(count, { what: 'payment', served, posted: '2026-05', cents: 5_000 }, served === null ? 50 : 0)
    const findings = await findingsOf([...inTime, ...paid(30, '2026-05'), ...paid(2, null)])
    expect(findings.filter(({ rule }) => rule === 'month_edges').map(({ measure }) => measure)).toContain(
      'matched_payment_cents',
    )
  })
})

describe('sums by month of service', () => {
  const merged: Publishing = { hides: () => true, withholds: () => true }
  const edges = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === 'month_edges')

  test('and balances tell what was posted late, where charges by month of posting are withheld', async () => {
    const late = lines(1, { served: '2026-04', posted: '2026-05' }, 7)
    expect(edges(await findingsOf([...inTime, ...late], { charges: merged }))).not.toEqual([])
    expect(edges(await findingsOf([...inTime, ...late], { charges: merged, receivables: merged }))).toEqual(
      [],
    )
  })
})

describe('what is taken of charges', () => {
  const paid = (count: number, what: Entry['what'], cents: number, first = 0) =>
    months.flatMap((month) => lines(count, { what, served: month, posted: month, cents }, first))
  const dated = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule === 'month_edges').map(({ merge }) => merge)
  const merged: Publishing = { hides: () => true, withholds: () => true }

  test('tells who still owes, where only few do', async () => {
    const all = [...inTime, ...paid(30, 'contractual', 4_000)]
    expect(dated(await findingsOf([...all, ...paid(15, 'payment', 6_000)], { receivables: merged }))).toEqual(
      [],
    )
    const found = dated(await findingsOf([...all, ...paid(27, 'payment', 6_000)], { receivables: merged }))
    expect(found).not.toEqual([])
    expect(new Set(found.map((merge) => merge?.table))).toEqual(new Set(['production']))
  })

  test('tells the few other write-offs that are merged, by all adjustments less the contractual ones', async () => {
    const all = [...inTime, ...paid(30, 'contractual', 4_000)]
    const how: Publishing = {
      hides: ({ measure }) => measure === 'contractual_cents' || measure === 'other_adjustment_cents',
      withholds: () => true,
    }
    const books = [...all, ...paid(3, 'other', 1_000)]
    const found = dated(await findingsOf(books, { transactions: how, receivables: merged }))
    expect(found.map((merge) => merge?.measure)).toContain('matched_contractual_cents')
    const many = [...all, ...paid(12, 'other', 1_000)]
    expect(dated(await findingsOf(many, { transactions: how, receivables: merged }))).toEqual([])
  })

  test('and what is open of that age tell other write-offs', async () => {
    const books = [...inTime, ...paid(15, 'contractual', 4_000), ...paid(3, 'other', 1_000, 20)]
    const all = dated(await findingsOf(books, { transactions: merged, charges: merged }))
    expect(all).not.toEqual([])
    expect(new Set(all.map((merge) => merge?.table))).toEqual(new Set(['production']))
    const bare = { transactions: merged, charges: merged, receivables: merged }
    expect(dated(await findingsOf(books, bare))).toEqual([])
  })
})

describe('balances', () => {
  // Everybody pays at once, but for four.
  const paid = (count: number, month: string) =>
    lines(count, { what: 'payment', served: month, posted: month })
  const books = months.flatMap((month) => [
    ...lines(30, { served: month, posted: month }),
    ...paid(30, month),
  ])
  const open = [...books, ...lines(4, { served: '2026-05', posted: '2026-05' }, 40)]
  const merged: Publishing = { hides: () => true, withholds: () => true }

  test('that are merged must not follow from charges and payments', async () => {
    const findings = await findingsOf(open, { receivables: merged })
    const rolled = findings.filter(({ rule }) => rule === 'roll_forward')
    expect(rolled).not.toEqual([])
    expect(rolled.every(({ merge }) => /^(charges|transactions)/.test(merge?.table ?? ''))).toBe(true)
    // The four are what is charged and not paid, too.
    expect(findings.filter(({ fact }) => fact !== 'production')).toEqual(rolled)
  })
})

function piece(from: number, to: number, ...groups: string[][]): Piece {
  return { from, to, slice: null, groups: groups.map((group) => new Set(group)), unknown: new Set() }
}

describe('runs of months', () => {
  test('are known where all tables connect their ends', () => {
    const [some, all] = [
      [piece(0, 1), piece(2, 3)].map((each) => ({ ...each, sum: null })),
      [piece(0, 1), piece(1, 2), piece(2, 3)].map((each) => ({ ...each, sum: null })),
    ]
    expect(allRuns(4).filter(areKnown(4, [some, all]))).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect([...components(4, [...some, piece(0, 3)])]).toEqual([0, 0, 0, 0])
  })

  test('are parted by as few pieces as are needed', () => {
    const pieces = [piece(0, 1), piece(1, 2), piece(2, 3), piece(0, 3)]
    const runs: Run[] = [
      [0, 1],
      [1, 2],
      [1, 3],
    ]
    const cut = cutRuns(4, { pieces, runs, canMerge: () => true })
    expect(cut).toEqual([piece(0, 1), piece(1, 2)])
    const left = components(
      4,
      pieces.filter((one) => !cut.includes(one)),
    )
    expect(runs.filter(([from, to]) => left[from] === left[to])).toEqual([])
    expect(cutRuns(4, { pieces, runs, canMerge: () => false })).toEqual([])
  })

  test('a quarter less its other months tells a value of the rest of those that it is merged with', () => {
    const told = followedPieces(
      4,
      [piece(0, 1, ['A', 'C']), piece(1, 2, ['A', 'B']), piece(2, 3), piece(0, 3)],
      ['A', 'B', 'C'],
    )
    // B by the quarter, then A of what B is merged with, then C.
    expect(told.every((one) => ['A', 'B', 'C'].every((value) => isKnownSet(one, new Set([value]))))).toBe(
      true,
    )
    const less = [piece(0, 1, ['A', 'B']), piece(1, 2, ['A', 'B']), piece(2, 3), piece(0, 3)]
    expect(followedPieces(4, less, ['A', 'B'])).toEqual(less)
  })
})
