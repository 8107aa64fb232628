import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BillingSummaryRow } from '../../scripts/private/contracts/billingSummary.ts'
import { defaultSettings } from '../../scripts/private/settings.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { cubeTables } from '../unit/private/ledger/cubeRows.ts'
import { monthRange } from './civilDates.ts'
import { openPracticeEngine } from './practiceEngine.ts'

const months = monthRange('2025-10', '2026-10')
const october = '2026-10'

const amounts = ['charges', 'payments', 'contractual', 'write_offs', 'withheld', 'refunds'] as const
type Amount = (typeof amounts)[number]
type Row = Pick<BillingSummaryRow, 'month' | 'provider' | 'cpt' | Amount>

/** Reports whose columns have a sign each, with a few amounts of the other sign and a few blanks. */
const arbitraryReport: fc.Arbitrary<readonly Row[]> = fc
  .record({
    signs: fc.record(Object.fromEntries(amounts.map((name) => [name, fc.constantFrom(1, -1)]))),
    rows: fc.array(
      fc.record({
        provider: fc.constantFrom('Ada Brook', 'Ben Cole'),
        cpt: fc.constantFrom('99213', '99214', '99215'),
        ...Object.fromEntries(
          amounts.map((name) => [
            name,
            fc.oneof(
              { weight: 1, arbitrary: fc.constant(null) },
              { weight: 1, arbitrary: fc.integer({ min: -500, max: -1 }) },
              { weight: 9, arbitrary: fc.integer({ min: 1, max: 90_000 }) },
            ),
          ]),
        ),
      }),
      { minLength: 26, maxLength: 60 },
    ),
  })
  .map(({ signs, rows }) => {
    const placed = rows.map((row, index) => ({
      ...row,
      month: `${months[index % months.length] ?? october}-01`,
    }))
    // No month is blank in a column: such a month does not count.
    const filled = placed.map((row, index) =>
      index >= months.length ? row : withoutBlanks(row as unknown as Row),
    )
    const distinct = new Map(
      filled
        .toReversed()
        .map((row) => [`${row.month} ${String(row.provider)} ${String(row.cpt)}`, row as unknown as Row]),
    )
    return [...distinct.values()].map((row) => ({
      ...row,
      ...Object.fromEntries(
        amounts.map((name) => [name, row[name] === null ? null : row[name] * (signs[name] ?? 1)]),
      ),
    }))
  })

function withoutBlanks(row: Row): Row {
  const filled = amounts.map((name) => [name, row[name] ?? 100])
  return { ...row, ...(Object.fromEntries(filled) as Pick<Row, Amount>) }
}

/** By hand: the sum of a column over months, turned so that most of its amounts are above 0. */
function sumOf(rows: readonly Row[], name: Amount, from: string, to: string): number {
  const all = rows.flatMap((row) => row[name] ?? [])
  const sign = all.filter((cents) => cents < 0).length > all.filter((cents) => cents > 0).length ? -1 : 1
  const within = rows.filter(({ month }) => month.slice(0, 7) >= from && month.slice(0, 7) <= to)
  return within.reduce((sum, row) => sum + sign * (row[name] ?? 0), 0)
}

const aging = monthRange('2026-07', october).map((month, index) => ({
  as_of: `${month}-28`,
  responsibility: 'insurance' as const,
  payer: null,
  payer_class: null,
  provider: null,
  location: null,
  bucket: '0-30' as const,
  debit_balance: 5_000_000 + index,
  credit_balance: -1_000,
  unapplied: 500,
  accounts: 400,
}))

it('month totals add up to collections, adjustments, rates, A/R, its days and the roll-forward, to the cent', async () => {
  for (const rows of fc.sample(arbitraryReport, { seed: 20_261_123, numRuns: 25 })) {
    const asOf = '2026-10-31'
    const engine = await openPracticeEngine(
      await cubeTables({
        tabs: { billing_summary: rows, aging },
        asOf,
        isDayOver: true,
        settings: defaultSettings,
      }),
    )
    const told = async (metric: string, from: string, to = october) => {
      const answer = await engine.answer(metricById(metric), {
        metric,
        by: [],
        where: {},
        period: { from, to },
      })
      return answer[0]?.value ?? null
    }
    const sum = (name: Amount, from: string, to = october) => sumOf(rows, name, from, to)
    const net = (from: string) => sum('payments', from) - sum('refunds', from)
    const others = (from: string) => sum('write_offs', from) + sum('withheld', from)

    for (const from of [october, '2026-08', '2025-10']) {
      expect(await told('gross_charges', from)).toBe(sum('charges', from))
      expect(await told('net_collections', from)).toBe(net(from))
      expect(await told('contractual_adjustments', from)).toBe(sum('contractual', from))
      expect(await told('other_adjustments', from)).toBe(others(from))
    }
    const year = '2025-11'
    expect(await told('gross_collection_rate', october)).toBeCloseTo(net(year) / sum('charges', year), 10)
    const allowed = sum('charges', year) - sum('contractual', year)
    if (allowed > 0)
      expect(await told('net_collection_rate_12m', october)).toBeCloseTo(net(year) / allowed, 8)
    const balance = 5_000_003 - 1_500
    expect(await told('accounts_receivable', october)).toBe(balance)
    expect(await told('days_in_ar', october)).toBeCloseTo((balance / sum('charges', '2026-08')) * 91.25, 8)
    const expected = 5_000_002 - 1_500 + sum('charges', october) - net(october) - sum('contractual', october)
    expect(await told('ar_roll_forward_difference', october)).toBe(expected - others(october) - balance)
    await engine.close()
  }
}, 120_000)
