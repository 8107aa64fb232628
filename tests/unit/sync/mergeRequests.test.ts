import { expect, it } from 'vitest'
import type { Finding } from '../../../scripts/private/audit/auditReport.ts'
import { mergeRequests } from '../../../scripts/sync/mergeRequests.ts'

/** A few people of one cell, told by the practice's own sum. */
const found: Finding = {
  fact: 'claim_answers',
  rule: 'rank',
  table: 'claim_answers',
  month: '2026-05',
  months: 1,
  values: ['medicaid', 'duplicate'],
  measure: 'denied_count less resolved_count',
  people: 3,
  less: null,
  merge: { table: 'claim_answers', month: '2026-05', months: 1, values: [], measure: 'denied_count' },
}
const own = { cube: 'claim_answers', month: '2026-05', months: 1, measure: 'denied_count', key: '[]' }

it("the practice's own sum is merged where a finding names it, however often the place was found before", () => {
  const tries = new Map<string, number>()
  for (let round = 0; round < 20; round += 1) {
    expect(mergeRequests([found], tries)).toContainEqual(own)
  }
})

it('a place that was found very often loses its sums by value as well', () => {
  const tries = new Map([['claim_answers 2026-04 denied_count', 12]])
  const cubes = new Set(mergeRequests([found], tries).map(({ cube }) => cube))
  expect([...cubes].sort()).toEqual([
    'claim_answers',
    'claim_answers_by_denial_category',
    'claim_answers_by_payer',
  ])
})

it('a table that is not as declared is refused with its place, and has no month to count tries by', () => {
  const wrong: Finding = { ...found, rule: 'schema', month: '', months: 0, values: [], merge: null }
  expect(() => mergeRequests([found, wrong], new Map())).toThrow('in claim_answers (schema)')
})
