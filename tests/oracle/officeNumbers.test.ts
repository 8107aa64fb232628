import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLedger } from './arbitraryLedger.ts'
import { countedFrom } from './practiceEngine.ts'

/** The same ledgers on every run, so that a failure stays. */
const seed = 20_261_123

describe('an office number', () => {
  it('is unknown, not 0, where nothing is read', async () => {
    const [practice] = fc.sample(arbitraryLedger, { seed, numRuns: 1 })
    if (!practice) throw new Error('a practice is needed')
    const rows = { ...practice.rows, charges: [], transactions: [], claims: [] }
    const { office } = await countedFrom(rows, practice.options)
    expect(
      office.numbers.every(({ needs, values }) => needs !== null && values.every((value) => value === null)),
    ).toBe(true)
  })
})
