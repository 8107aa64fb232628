import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import { exactSpan } from '../../../../scripts/private/audit/exactSpan.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { plain } from './auditCase.ts'
import { publishedOf } from './publishedOf.ts'

const names = { provider: ['A', 'B', 'C', 'D'], visit_type: ['k', 'l', 'm', 'n'] }

/** People by provider and kind of visit; half of the cells are empty, and others are small or large. */
const cells = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 3, arbitrary: fc.integer({ min: 11, max: 30 }) },
  ),
  { minLength: 16, maxLength: 16 },
)

function happeningsOf(sizes: readonly number[]): Happening[] {
  return sizes.flatMap((size, cell) =>
    Array.from({ length: size }, (_, person) => ({
      month: '2026-03',
      at: {
        provider: names.provider[Math.floor(cell / 4)] ?? '',
        visit_type: names.visit_type[cell % 4] ?? '',
      },
      person: cell * 100 + person,
      adds: { visit_count: 1 },
    })),
  )
}

/** Every set of one to three cells, of those that are not empty, whose sum follows and that is small. */
function bruteForce(sizes: readonly number[]): number[][] {
  const busy = sizes.flatMap((size, cell) => (size > 0 ? [cell] : []))
  const lines = [0, 1, 2, 3].flatMap((line) => [
    busy.filter((cell) => Math.floor(cell / 4) === line),
    busy.filter((cell) => cell % 4 === line),
  ])
  const follows = exactSpan(lines)
  const sets = busy.flatMap((a) => [
    [a],
    ...busy.filter((b) => b > a).flatMap((b) => [[a, b], ...busy.filter((c) => c > b).map((c) => [a, b, c])]),
  ])
  return sets
    .filter((set) => set.reduce((sum, cell) => sum + (sizes[cell] ?? 0), 0) < 11)
    .filter((set) => follows(set) !== null)
}

test('a practice with gaps passes just where no small group follows from its tables', async () => {
  let failed = 0
  await fc.assert(
    fc.asyncProperty(cells, async (sizes) => {
      const happenings = happeningsOf(sizes)
      const { findings } = await audit(
        publishedOf(plain, happenings),
        (fact, cut) => Promise.resolve(peopleOf(fact, cut, happenings)),
        { asOf: '2026-10-17', vocabulary: names, facts: [plain], twoDates: null, lines: null },
      )
      const expected = bruteForce(sizes)
      failed += expected.length > 0 ? 1 : 0
      if (expected.length > 0) expect(findings).not.toEqual([])
      for (const { rule, people } of findings) expect([rule, people < 11 && people > 0]).toEqual([rule, true])
    }),
    { numRuns: 300 },
  )
  expect(failed).toBeGreaterThan(50)
})
