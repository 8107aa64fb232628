import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import { stageRows, type StagedRow } from '../helpers/ledgerRows.ts'
import { arbitraryLedger, type SmallPractice } from './arbitraryLedger.ts'
import type { LedgerRows } from './ledgerRows.ts'
import { expectedOffice, officeMonths, toldOffice } from './officeNumbers.ts'

/** The same ledgers on every run, so that a failure stays. */
const seed = 20_261_123
const ledgers = 200

describe('office numbers of two hundred random small practices', () => {
  it(
    'are what a plain computation finds, to the cent, or name what they need',
    { timeout: 480_000 },
    async () => {
      const known = new Map<string, number>()
      for (const [turn, practice] of fc.sample(arbitraryLedger, { seed, numRuns: ledgers }).entries()) {
        const office = await run(practice)
        const expected = expectedOffice(practice.rows, practice.options)
        expect({ turn, months: office.months }).toEqual({ turn, months: officeMonths(practice.options) })
        expect({ turn, ...toldOffice(office) }).toEqual({ turn, ...expected })
        for (const { id, values } of office.numbers) {
          if (values.some((value) => value !== null && value !== 0)) known.set(id, (known.get(id) ?? 0) + 1)
        }
      }
      // Claims and charges are drawn apart, so that few claims are of a line; the demo practice has them all.
      expect([...known].filter(([id, times]) => times < (id === 'sent_days' ? 5 : 20))).toEqual([])
      expect(known.size).toBe(24)
    },
  )

  it('is unknown, not 0, where nothing is read', async () => {
    const [practice] = fc.sample(arbitraryLedger, { seed, numRuns: 1 })
    if (!practice) throw new Error('a practice is needed')
    const rows = { ...practice.rows, charges: [], transactions: [], claims: [] }
    const { numbers } = await run({ ...practice, rows })
    expect(
      numbers.every(({ needs, values }) => needs !== null && values.every((value) => value === null)),
    ).toBe(true)
  })
})

/** Only the tabs that these numbers are made of, staged, settled and counted as a sync would. */
async function run({ rows, options }: SmallPractice) {
  const ledger = await openLedger({ threads: 1 })
  try {
    const names = ['charges', 'transactions', 'claims'] as const satisfies readonly (keyof LedgerRows)[]
    const staged = names.map((name) => [name, rows[name] as readonly StagedRow[]] as const)
    for (const [tab, [dataset, some]] of staged.filter(([, each]) => each.length > 0).entries()) {
      await stageRows(ledger, dataset, some, { tab })
    }
    await ledger.settle()
    await ledger.cubes(options)
    return await ledger.officeNumbers()
  } finally {
    await ledger.close()
  }
}
