import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import type { Row } from '../../scripts/private/sources/source.ts'
import { intake } from '../../scripts/private/validate/intake.ts'
import { memorySource } from '../helpers/memorySource.ts'
import { inventedConfig } from './inventedPractice.ts'

const headers = ['Charge ID', 'DOS', 'Posted', 'Provider', 'Charge Amt'] as const

/** Amounts as people write them, and the cents that they are; null cannot be read. */
const amounts = [
  ['125.00', 12_500],
  ['$1,200.50', 120_050],
  ['(5.25)', -525],
  ['-3', -300],
  ['0', 0],
  ['twelve', null],
  ['', null],
] as const

const days = ['2026-09-14', '9/15/2026', '16-Sep-26', 'soon', ''] as const

/** A charge, good or bad, of at least two cells (a lone text is a heading). Numbers repeat: some rows are doubles. */
const charge = fc.record({
  id: fc.integer({ min: 1, max: 25 }),
  day: fc.constantFrom(...days),
  provider: fc.constantFrom('Ada Birch', 'Ben Cole'),
  amount: fc.constantFrom(...amounts),
})
/** A row of nothing. */
const blank = fc.constant(null)

describe('intake(source, ledger, options)', () => {
  it('every row and every cent of any tab is in exactly one place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 6, arbitrary: charge }, blank), { maxLength: 60 }),
        async (drawn) => {
          const rows = drawn.map((one): Row =>
            one === null
              ? []
              : [`C${String(one.id)}`, one.day, one.day, one.provider, one.amount[0]].map(
                  (cell) => cell || null,
                ),
          )
          // A tab of which every row is rejected is refused, so one good row stands at its end.
          const good: Row = ['C-good', '2026-09-01', '2026-09-02', 'Ada Birch', '10.00']
          const ledger = await openLedger({ threads: 1 })
          try {
            const source = memorySource([{ name: 'charges', rows: [headers, ...rows, good] }])
            const config = inventedConfig('limits: { rejected_share: 1 }\n')
            const { health, rejects } = await intake(source, ledger, { config, asOf: '2026-10-31' })
            const kept = await ledger.rows('charges')
            const account = health.tabs[0]

            const isBad = (one: (typeof drawn)[number]) =>
              one !== null && (one.amount[1] === null || one.day === 'soon' || one.day === '')
            const fine = drawn.filter((one) => one !== null && !isBad(one))
            // A line and its void may share a number: both count.
            const lines = new Set(
              fine.map((one) => `${String(one?.id)} ${String((one?.amount[1] ?? 0) < 0)}`),
            )
            const cents = drawn.reduce((sum, one) => sum + (one?.amount[1] ?? 0), 1000)
            expect(account?.rows).toEqual({
              read: drawn.length + 1,
              included: lines.size + 1,
              quarantined: drawn.filter(isBad).length,
              duplicates: fine.length - lines.size,
              blank: drawn.filter((one) => one === null).length,
              outOfScope: 0,
            })
            expect(kept).toHaveLength(account?.rows.included ?? -1)
            expect(account?.cents?.read).toBe(cents)
            expect(account?.cents?.included).toBe(
              kept.reduce((sum, row) => sum + Number(row.charge_amount), 0),
            )
            expect(new Set(rejects.map(({ row }) => row)).size).toBe(account?.rows.quarantined)
          } finally {
            await ledger.close()
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
