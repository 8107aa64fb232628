import { describe, expect, it } from 'vitest'
import { addAccounts, isAccountedFor } from '../../../src/components/isAccountedFor.ts'
import { tieOutRows } from '../../../src/components/tieOutRows.ts'
import { cubesOf } from '../../../src/cubes/cube.ts'
import { reconciliation } from '../../../src/cubes/facts.ts'

const account = { read: 10, included: 5, quarantined: 2, duplicates: 1, blank: 1, outOfScope: 1 }

describe('the account of a tab', () => {
  it('is whole only if nothing is lost and nothing invented', () => {
    expect(isAccountedFor(account)).toBe(true)
    expect(isAccountedFor({ ...account, included: 4 })).toBe(false)
    expect(isAccountedFor({ ...account, included: 6 })).toBe(false)
  })

  it('adds up with others, and stays whole', () => {
    const sum = addAccounts([account, account, account])
    expect(sum.read).toBe(30)
    expect(isAccountedFor(sum)).toBe(true)
  })
})

describe('the roll-forward', () => {
  it('says nothing of a month in which a part of it is withheld', () => {
    const [cube] = cubesOf(reconciliation)
    if (!cube) throw new Error('no cube')
    const amounts = Object.keys(reconciliation.measures).map((name): [string, number[]] => [name, [1]])
    const columns = {
      month: ['2026-10-01'],
      months: [1],
      ...Object.fromEntries(amounts),
      charge_cents: [null],
    }
    const [row] = tieOutRows({ cube, rowCount: 1, columns })
    expect(row).toMatchObject({ month: '2026-10', expected: null, closing: null, difference: null })
  })

  it('is newest first, and its difference is what was expected less what was reported', () => {
    const [cube] = cubesOf(reconciliation)
    if (!cube) throw new Error('no cube')
    const columns = {
      month: ['2026-09-01', '2026-10-01'],
      opening_cents: [100, 200],
      charge_cents: [300, 300],
      net_payment_cents: [150, 100],
      adjustment_cents: [50, 50],
      closing_cents: [200, 345],
      difference_cents: [0, 5],
    }
    const rows = tieOutRows({ cube, rowCount: 2, columns })
    expect(rows.map(({ month }) => month)).toEqual(['2026-10', '2026-09'])
    for (const { expected, closing, difference } of rows) {
      expect(Number(expected) - Number(closing)).toBe(difference)
    }
  })
})
