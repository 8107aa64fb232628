import { describe, expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import type { Finding } from '../../../../scripts/private/audit/auditReport.ts'
import { claimMarks, type ClaimMark, type DatedRows } from '../../../../scripts/private/ledger/ledger.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { publishedOf, type Publishing } from './publishedOf.ts'

/** A claim: whose it is, its months, and what it is counted as. */
interface Claim {
  readonly person: number
  readonly sent: string
  readonly answered: string | null
  readonly marks: readonly ClaimMark[]
}

const own = { claims: facts.claims, claim_answers: facts.claim_answers } as const

function happeningsOf(claims: readonly Claim[]): Record<keyof typeof own, readonly Happening[]> {
  const adds = (all: readonly Claim['marks'][number][], marks: readonly ClaimMark[]) =>
    Object.fromEntries(all.filter((mark) => marks.includes(mark)).map((mark) => [`${mark}_count`, 1]))
  return {
    claims: claims.map(({ person, sent, marks }) => ({
      month: sent,
      at: {},
      person,
      adds: { submitted_count: 1, ...adds(['checked', 'clean', 'first_pass'], marks) },
    })),
    claim_answers: claims.flatMap(({ person, answered, marks }) =>
      answered === null
        ? []
        : [
            {
              month: answered,
              at: { payer: 'P', denial_category: marks.includes('denied') ? 'coding' : 'none' },
              person,
              adds: { answered_count: 1, ...adds(['denied', 'resolved', 'overturned'], marks) },
            },
          ],
    ),
  }
}

function datedRows(claims: readonly Claim[]): DatedRows {
  const months = claims.flatMap(({ sent, answered }) => [sent, ...(answered === null ? [] : [answered])])
  const monthNames = [...new Set(months)].sort()
  const bits = ({ marks }: Claim) => marks.reduce((sum, mark) => sum + 2 ** claimMarks.indexOf(mark), 1)
  return {
    monthNames,
    line: Int32Array.from(claims, bits),
    served: Int32Array.from(claims, ({ sent }) => monthNames.indexOf(sent)),
    posted: Int32Array.from(claims, ({ answered }) =>
      answered === null ? -1 : monthNames.indexOf(answered),
    ),
    person: Int32Array.from(claims, ({ person }) => person),
    sourceRows: Int32Array.from(claims, () => 1),
    cents: Float64Array.from(claims, () => 1),
  }
}

async function findingsOf(
  claims: readonly Claim[],
  how: Partial<Record<keyof typeof own, Publishing>> = {},
): Promise<readonly Finding[]> {
  const happenings = happeningsOf(claims)
  const rows = datedRows(claims)
  const { findings } = await audit(
    [
      ...publishedOf(own.claims, happenings.claims, how.claims),
      ...publishedOf(own.claim_answers, happenings.claim_answers, how.claim_answers),
    ],
    (fact, cut) => Promise.resolve(peopleOf(fact, cut, happenings[fact.name as keyof typeof own])),
    {
      asOf: '2026-10-17',
      vocabulary: { payer: ['P'], denial_category: ['coding', 'none'] },
      facts: Object.values(own),
      twoDates: { ...datedRows([]), claims: rows },
      lines: null,
    },
  )
  return findings
}

function some(count: number, one: Omit<Claim, 'person'>, first = 0): Claim[] {
  return Array.from({ length: count }, (_, person) => ({ ...one, person: first + person }))
}

const paid: readonly ClaimMark[] = ['checked', 'clean', 'first_pass']
const months = ['2026-04', '2026-05', '2026-06']
const inTime = months.flatMap((month) => some(30, { sent: month, answered: month, marks: paid }))

describe('counts of the same claims by month of submission and of the first answer', () => {
  test('may both be shown where every claim is answered in its month', async () => {
    expect(await findingsOf(inTime)).toEqual([])
  })

  test('tell the few that are answered a month later', async () => {
    const findings = await findingsOf([
      ...inTime,
      ...some(3, { sent: '2026-04', answered: '2026-05', marks: paid }, 50),
    ])
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['month_edges']))
    expect(new Set(findings.map(({ merge }) => merge?.table))).toEqual(new Set(['claims']))
  })

  test('tell the few that nobody has answered', async () => {
    const findings = await findingsOf([
      ...inTime,
      ...some(10, { sent: '2026-06', answered: null, marks: ['checked', 'clean'] }, 50),
    ])
    expect(findings.map(({ merge }) => merge?.measure)).toContain('submitted_count')
  })

  test('tell the few paid in part: answered, not denied, and not resolved at first', async () => {
    const partly = some(4, { sent: '2026-05', answered: '2026-05', marks: ['checked', 'clean'] }, 50)
    const findings = await findingsOf([...inTime, ...partly])
    const edges = findings.filter(({ rule }) => rule === 'month_edges')
    expect(new Set(edges.map(({ merge }) => merge?.measure))).toContain('first_pass_count')
  })

  test('may be shown where the few are enough, or one of the sums is merged', async () => {
    const later = (count: number) => some(count, { sent: '2026-04', answered: '2026-05', marks: paid }, 50)
    expect(await findingsOf([...inTime, ...later(11)])).toEqual([])
    const all = [...inTime, ...later(3)]
    const hides = ({ month, months: length }: { month: string; months: number }): boolean =>
      length === 1 && month !== '2026-06'
    expect(await findingsOf(all, { claims: { hides } })).toEqual([])
  })
})
