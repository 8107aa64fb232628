import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import { AuditMemory } from '../../../../scripts/private/audit/AuditMemory.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import type { CubeTable, Fact } from '../../../../src/cubes/cube.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { publishedOf, type Place } from './publishedOf.ts'

const fact: Fact = {
  ...facts.charges,
  cuts: facts.charges.cuts.filter(({ by }) => by.every((name) => name !== 'lag_days')),
}
const months = ['2026-01', '2026-02', '2026-04']

/** Bills of some people by each provider and month. */
const bills = fc.array(
  fc.record({
    month: fc.constantFrom(...months),
    provider: fc.constantFrom('A', 'B', 'C'),
    payer: fc.constantFrom('P', 'Q'),
    person: fc.nat(40),
  }),
  { minLength: 60, maxLength: 200 },
)

/** Which sums are merged, round by round. */
const rounds = fc.array(fc.array(fc.nat(30), { maxLength: 8 }), { minLength: 2, maxLength: 5 })

function published(happenings: readonly Happening[], hidden: readonly number[]): CubeTable[] {
  const hides = ({ values, month, months: length, measure }: Place): boolean => {
    const text = [month, length, measure, ...values].join()
    return values.length > 0 && hidden.includes(Buffer.from(text).reduce((sum, one) => sum + one, 0) % 31)
  }
  return publishedOf(fact, happenings, { hides })
}

/** One published sum is a cent too large. */
function wrong(tables: readonly CubeTable[]): CubeTable[] {
  return tables.map((table) => {
    if (table.cube.name !== 'charges') return table
    const cents = (table.columns.charge_cents ?? []).map((value, row) =>
      row === 0 ? Number(value) + 1 : value,
    )
    return { ...table, columns: { ...table.columns, charge_cents: cents } }
  })
}

test('an audit that remembers others says what it would say without', async () => {
  const property = fc.asyncProperty(bills, rounds, async (drawn, each) => {
    const happenings = drawn.map(({ month, person, ...at }): Happening => ({
      month,
      person,
      at: { ...at, location: 'North' },
      adds: { charge_cents: 10_000, charge_line_count: 1, posted_within_3_days_count: person % 2 },
    }))
    const rows = peopleOf(fact, fact.dimensions, happenings)
    const options = {
      asOf: '2026-07-15',
      vocabulary: {
        provider: ['A', 'B', 'C'],
        location: ['North'],
        payer: ['P', 'Q'],
        new_visit_level: ['None given'],
        established_visit_level: ['None given'],
      },
      facts: [fact],
      twoDates: null,
      lines: null,
    }
    const check = (tables: readonly CubeTable[], memory = new AuditMemory()) =>
      audit(tables, () => Promise.resolve(rows), { ...options, memory })
    const memory = new AuditMemory()
    for (const hidden of each) {
      const tables = published(happenings, hidden)
      expect(await check(tables, memory)).toEqual(await check(tables))
      const found = await check(wrong(tables), memory)
      expect(found.findings.map(({ rule }) => rule)).toContain('value')
    }
  })
  await fc.assert(property, { numRuns: 25 })
})
