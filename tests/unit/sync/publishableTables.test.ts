import { describe, expect, test } from 'vitest'
import { publishableTables } from '../../../scripts/sync/publishableTables.ts'
import { cubesOf, type Dimension, type Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { peopleOf, type Happening } from '../../helpers/peopleOf.ts'

const fact = facts.transactions

/** Payments of some patients at two providers, month by month, all of one site and payer. */
function bills(month: string, cents: number): Happening[] {
  return ['Dr. Quill', 'Dr. Reed'].flatMap((provider) =>
    Array.from({ length: 20 }, (_, person) => ({
      month,
      at: { provider, location: 'North', payer: 'cash', adjustment_category: 'none' },
      person,
      adds: { net_payment_cents: cents },
    })),
  )
}

const practice = ['2026-04', '2026-05', '2026-06'].flatMap((month) => bills(month, 10_000))

/**
 * Publishes a practice; at all dimensions of the fact, which only the audit asks for, other rows may
 * stand.
 */
function publishing(atAllDimensions: readonly Happening[] = practice) {
  return publishableTables({
    twoDates: null,
    lines: null,
    asOf: '2026-07-15',
    tables: cubesOf(fact).map((cube) => ({ cube, rowCount: 0, columns: {} })),
    people: (asked: Fact, cut: readonly Dimension[]) =>
      Promise.resolve(peopleOf(asked, cut, cut === asked.dimensions ? atAllDimensions : practice)),
    vocabulary: {
      provider: ['Dr. Quill', 'Dr. Reed'],
      location: ['North'],
      payer: ['cash'],
      adjustment_category: ['none'],
    },
  })
}

test('what the audit has nothing against is published', async () => {
  const { tables, report } = await publishing()
  expect(tables.map(({ cube }) => cube.name)).toEqual(cubesOf(fact).map(({ name }) => name))
  expect(report.findings).toEqual([])
  expect(report.cellsChecked).toBeGreaterThan(0)
})

test('what is one person’s in a quarter alone is merged in its months too', async () => {
  const pay = (month: string, role_group: string, extra: (person: number) => number): Happening[] =>
    Array.from({ length: 10 }, (_, index) => {
      const person = role_group === 'nurse' ? index : index + 10
      const adds = { paid_cents: 400_000, staff_cost_cents: 400_000 + extra(index) }
      return { month, at: { role_group, location: 'North' }, person, adds }
    })
  // What nurses cost above their pay in one month is taken back in the next, but of one of them.
  const paid = [
    ...pay('2026-04', 'nurse', () => 10_000),
    ...pay('2026-05', 'nurse', (nurse) => (nurse === 0 ? 10_000 : -10_000)),
    ...['2026-04', '2026-05'].flatMap((month) => pay(month, 'billing', () => 10_000)),
  ]
  const { tables, report } = await publishableTables({
    twoDates: null,
    lines: null,
    asOf: '2026-07-15',
    tables: cubesOf(facts.payroll).map((cube) => ({ cube, rowCount: 0, columns: {} })),
    people: (asked, cut) => Promise.resolve(peopleOf(asked, cut, paid)),
    vocabulary: { role_group: ['nurse', 'billing'], location: ['North'] },
  })
  expect(report.findings).toEqual([])
  const columns = tables.find(({ cube }) => cube.name === 'payroll_by_role_group')?.columns
  const nurses = (columns?.role_group ?? []).flatMap((value, row) => (value === 'nurse' ? [row] : []))
  const shown = (measure: string) => nurses.map((row) => columns?.[measure]?.[row] ?? null)
  expect(shown('staff_cost_cents')).toEqual([4_100_000, 3_920_000, 8_020_000])
  expect(shown('paid_cents')).toEqual([null, null, null])
})

describe('a run is refused, and nothing of it is returned,', () => {
  const refused = async (atAllDimensions: readonly Happening[]) => {
    const { message, hint } = await caughtSyncError(() => publishing(atAllDimensions))
    expect(hint).toContain('Nothing was published.')
    // No name and no number of people or cents.
    expect(message).not.toMatch(/Quill|Reed|North|\d/)
    return message
  }

  test('where one cent of a sum is not in the rows behind it', async () => {
    const message = await refused(
      practice.map((bill, index) =>
        index === practice.length - 1 ? { ...bill, adds: { net_payment_cents: 10_001 } } : bill,
      ),
    )
    expect(message).toContain('The privacy audit found sums that must not be published')
    expect(message).toContain('transactions (value)')
  })
})
