import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../scripts/private/sources/source.ts'
import { refusals, taken } from '../unit/private/validate/takenTabs.ts'

type Sign = 'positive' | 'negative'

const header = ['Txn ID', 'Charge ID', 'Post Date', 'Transaction Type', 'Amount']

/** A file of payments and adjustments; cents of plain rows are positive here, of reversals negative. */
function fileOf(file: number, lines: readonly (readonly [type: string, cents: number])[], sign: Sign) {
  const rows = lines.map(([type, cents], index): Row => {
    const id = `${String(file)}-${String(index)}`
    return [`T${id}`, `C${id}`, '1/6/2024', type, ((sign === 'positive' ? 1 : -1) * cents) / 100]
  })
  return { workbook: `month-${String(file)}.csv`, name: `month-${String(file)}`, rows: [header, ...rows] }
}

const pay = (...cents: number[]) => cents.map((one) => ['Insurance Payment', one] as const)
const adjust = (...cents: number[]) => cents.map((one) => ['Adjustment', one] as const)

async function read(files: readonly ReturnType<typeof fileOf>[], yaml = '') {
  const { result, ledger } = await taken(files, yaml)
  const amounts = ledger.appended('transactions').map(({ amount }) => amount)
  const warnings = result.health.warnings.filter((text) => /A\/R|taken back/.test(text))
  return { amounts, warnings }
}

/** Payments enough to show a sign, a reversal at times, and adjustments. */
const cents = fc.integer({ min: 1, max: 900_000 })
const lines = fc
  .record({
    payments: fc.array(cents, { minLength: 3, maxLength: 9 }),
    adjustments: fc.array(cents, { maxLength: 5 }),
    isReversed: fc.boolean(),
  })
  .map(({ payments, adjustments, isReversed }) => [
    ...pay(...payments),
    ...adjust(...adjustments),
    ...(isReversed ? pay(-(payments[0] ?? 0)) : []),
  ])

describe('signs of several files of one system', () => {
  it('are read alike in any convention', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lines, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Sign[]>('positive', 'negative'),
        async (files, sign) => {
          const { amounts } = await read(files.map((one, index) => fileOf(index, one, sign)))
          expect(amounts).toEqual(files.flat().map(([, effect]) => -effect))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of which one has the other sign are refused, whichever it is and wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lines, { minLength: 2, maxLength: 4 }),
        fc.constantFrom<Sign[]>('positive', 'negative'),
        fc.nat(),
        async (files, sign, pick) => {
          const flipped = pick % files.length
          const other = sign === 'positive' ? 'negative' : 'positive'
          const tabs = files.map((one, index) => fileOf(index, one, index === flipped ? other : sign))
          const told = await refusals(tabs)
          expect(
            told.some((text) =>
              text.startsWith(`Tab "month-${String(flipped)}.csv": most payments stand as ${other}`),
            ),
          ).toBe(true)
          const last = await refusals(tabs.toReversed())
          expect(last.toSorted()).toEqual(told.toSorted())
        },
      ),
      { numRuns: 100 },
    )
  })

  it('may differ where both are said', async () => {
    const files = [fileOf(1, pay(500, 700, 900), 'positive'), fileOf(2, pay(500, 700, 900), 'negative')]
    const yaml =
      'tabs: [{ file: month-1.csv, dataset: transactions, signs: { payments: positive } }, { file: month-2.csv, dataset: transactions, signs: { payments: negative } }]'
    expect(await read(files, yaml)).toEqual({
      amounts: [-500, -700, -900, -500, -700, -900],
      warnings: [],
    })
    expect(await refusals(files)).toEqual([
      'Tab "month-1.csv\": most payments stand as positive amounts (3 amounts above zero, 0 amounts below), and as negative ones in the other tabs with its columns, so that they would raise A/R in one of them.',
      '  Look how plain payments stand in each. If both are right, say it in the entry of each under "tabs" in the config: signs: { payments: positive } or signs: { payments: negative }. Else export the one again as the others were.',
      'Tab "month-2.csv\": most payments stand as negative amounts (0 amounts above zero, 3 amounts below), and as positive ones in the other tabs with its columns, so that they would raise A/R in one of them.',
      '  Look how plain payments stand in each. If both are right, say it in the entry of each under "tabs" in the config: signs: { payments: positive } or signs: { payments: negative }. Else export the one again as the others were.',
    ])
  })

  it('a short file of nothing but reversals is read as the others are, and told', async () => {
    const files = [fileOf(1, pay(500, 700, 900), 'positive'), fileOf(2, pay(-700), 'positive')]
    const { amounts, warnings } = await read(files)
    expect(amounts).toEqual([-500, -700, -900, 700])
    expect(warnings).toEqual([
      'Tab "month-1.csv\" and 1 more tab with its columns: positive amounts are read as plain payments (3 of 4 rows), which lower A/R; negative ones take back. If that is right, say so under "tabs" in the config: signs: { payments: positive }.',
      'Tab "month-2.csv\": most payments stand as negative amounts (0 amounts above zero, 1 amount below), and as positive ones in the other tabs with its columns; they are so few that they count as taken back.',
    ])
  })

  it('amounts that stand as their effect on A/R need no word', async () => {
    const files = [fileOf(1, [...pay(500, 700, 900), ...adjust(100, 200, 300)], 'negative')]
    expect((await read(files)).warnings).toEqual([])
  })
})
