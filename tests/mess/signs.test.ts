import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../scripts/private/sources/source.ts'
import { takeInTab } from './takeIn.ts'

const header = ['Txn ID', 'Charge ID', 'Post Date', 'Transaction Type', 'Amount']
const line = (id: number, type: string, amount: number): Row => [`T${id}`, `C${id}`, '1/6/2024', type, amount]

async function told(rows: readonly Row[], signs = '') {
  const pin = signs === '' ? '' : `tabs: [{ file: test.xlsx, dataset: transactions, signs: ${signs} }]`
  const taken = await takeInTab('Transactions', [header, ...rows], pin)
  const amounts = (await taken.rows('transactions')).map(({ txn_id, amount }) => [txn_id, amount])
  return { refused: taken.refused, warnings: taken.warnings, amounts }
}

const payments = (...amounts: number[]): Row[] =>
  amounts.map((amount, index) => line(index, 'Insurance Payment', amount))

describe('signs', () => {
  it('payments lower A/R whichever sign they have; what has the other one is a reversal', async () => {
    const expected = [-8000, -2000, 1000]
    for (const sign of [1, -1]) {
      const { amounts } = await told(payments(80, 20, -10).map((row) => row.with(4, sign * Number(row[4]))))
      expect(amounts.map(([, cents]) => cents)).toEqual(expected)
    }
  })

  it('refuses a file in which most payments lower A/R and most of the money raises it, until the sign is said', async () => {
    const rows = payments(10, 10, -500)
    const { refused } = await told(rows)
    expect(refused).toEqual([
      'Tab "Transactions" of test.xlsx: most payments stand as positive amounts (2 amounts above zero, 1 amount below), but most of the money stands the other way, so that payments would raise A/R.',
    ])
    expect((await told(rows, '{ payments: positive }')).amounts.map(([, cents]) => cents)).toEqual([
      -1000, -1000, 50000,
    ])
    expect((await told(rows, '{ payments: negative }')).amounts.map(([, cents]) => cents)).toEqual([
      1000, 1000, -50000,
    ])
  })

  it('of as many of either sign the money decides', async () => {
    expect((await told(payments(10, -500))).amounts.map(([, cents]) => cents)).toEqual([1000, -50000])
    expect((await told(payments(-10, 500))).amounts.map(([, cents]) => cents)).toEqual([1000, -50000])
  })

  it('tells of adjustments that are as unclear', async () => {
    const rows = [30, 30, -900].map((amount, index) => line(index, 'Adjustment', amount))
    const { warnings, refused } = await told(rows)
    expect(refused).toEqual([])
    expect(warnings).toContainEqual(expect.stringContaining('most adjustments stand as positive amounts'))
  })

  it('a file of nothing but reversals is read as it is where the sign is said', async () => {
    expect(
      (await told(payments(-10, -20), '{ payments: positive }')).amounts.map(([, cents]) => cents),
    ).toEqual([1000, 2000])
  })

  it('refuses a file that stands otherwise than was said', async () => {
    const { refused } = await told(payments(-1, -2, -3, -4, -5), '{ payments: positive }')
    expect(refused).toEqual([
      'Tab "Transactions" of test.xlsx: the config says that payments stand as positive amounts, and most stand otherwise (0 amounts above zero, 5 amounts below).',
    ])
  })
})

const types = ['Insurance Payment', 'Patient Payment', 'Adjustment', 'Patient Refund'] as const
const lines = fc.array(
  fc.record({
    type: fc.constantFrom(...types),
    dollars: fc.integer({ min: 1, max: 900 }),
    isReversed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
)
const sign = fc.constantFrom('positive' as const, 'negative' as const)

describe('any convention of signs', () => {
  it('gives the same ledger once it is said, or is refused because most rows contradict it', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.record({ payments: sign, adjustments: sign, refunds: sign }),
        async (drawn, said) => {
          const conventionOf = (type: string) =>
            type.endsWith('Payment')
              ? said.payments
              : type === 'Patient Refund'
                ? said.refunds
                : said.adjustments
          const written = drawn.map(({ type, dollars, isReversed }, index) => {
            const plain = conventionOf(type) === 'negative' ? -dollars : dollars
            return line(index, type, isReversed ? -plain : plain)
          })
          const { amounts, refused } = await told(written, JSON.stringify(said))
          if (refused.length > 0) {
            const groups = Map.groupBy(drawn, ({ type }) => (type.endsWith('Payment') ? 'payments' : type))
            const contradicts = [...groups.values()].some(
              (group) =>
                group.length >= 5 && group.filter(({ isReversed }) => isReversed).length * 2 > group.length,
            )
            expect(contradicts).toBe(true)
            return
          }
          const effect = (type: string): number => (type === 'Patient Refund' ? 100 : -100)
          expect(amounts).toEqual(
            drawn.map(({ type, dollars, isReversed }, index) => [
              `T${index}`,
              effect(type) * dollars * (isReversed ? -1 : 1),
            ]),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})
