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

describe('signs of a tab of which the first rows do not say all', () => {
  const pasted = (months: readonly (readonly [month: number, sign: number, rows: number])[]): Row[] =>
    months.flatMap(([month, sign, rows]) =>
      Array.from({ length: rows }, (_, index) =>
        line(month * 1000 + index, 'Insurance Payment', sign * (10 + index)).with(
          2,
          `${String(month)}/6/2024`,
        ),
      ),
    )

  it('refuses a month that stands otherwise than the rest, unless it is said', async () => {
    const rows = pasted([
      [1, 1, 20],
      [2, -1, 12],
      [3, 1, 20],
    ])
    expect((await told(rows)).refused).toEqual([
      'Tab "Transactions" of test.xlsx: most payments stand as positive amounts (40 amounts above zero, 12 amounts below), but in 1 month nearly all as negative ones (12 rows, the first is row 22), so that they would raise A/R there.',
    ])
    expect((await told(rows, '{ payments: positive }')).refused).toEqual([])
  })

  it('lets a month of some reversals be, and one of few rows', async () => {
    const some = [
      ...pasted([[1, 1, 20]]),
      ...pasted([[2, -1, 12]]),
      ...pasted([[2, 1, 3]]).map((row, index) => row.with(0, `B${String(index)}`)),
    ]
    expect((await told(some)).refused).toEqual([])
    expect(
      (
        await told(
          pasted([
            [1, 1, 20],
            [2, -1, 9],
          ]),
        )
      ).refused,
    ).toEqual([])
  })

  it('refuses a tab whose later rows outnumber the first ones', async () => {
    const rows = pasted([
      [1, 1, 50_001],
      [2, -1, 60_000],
    ]).map((row) => row.with(2, '1/6/2024'))
    expect((await told(rows)).refused).toEqual([
      expect.stringContaining(
        'the first rows show payments as positive amounts, and most of all rows stand as negative ones',
      ),
    ])
  })

  it('tells a tab that raises A/R as a whole although its sign is said', async () => {
    const { warnings, refused } = await told(payments(10, 10, 10, 10, -500), '{ payments: positive }')
    expect(refused).toEqual([])
    expect(warnings).toContainEqual(
      expect.stringContaining('together they raise A/R. Look at the largest of them.'),
    )
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
