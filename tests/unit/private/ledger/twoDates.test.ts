import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  twoDatedLines,
  type Ledger,
  type PersonRows,
  type TwoDatedLine,
  type TwoDatedRows,
} from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import type { Fact } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { addedSums } from './addedSums.ts'
import { arbitraryTabs } from './arbitraryTabs.ts'
import { withCubes } from './cubeRows.ts'

function byOneDate(rows: PersonRows, measure: string): [string, number][] {
  const amounts = [...(rows.measures[measure] ?? [])]
  return addedSums(
    amounts.map((cents, row) => {
      const month = rows.monthNames[rows.month[row] ?? -1]?.slice(0, 7)
      return [[month, rows.person[row]], cents]
    }),
  )
}

function byDate(
  rows: TwoDatedRows,
  lines: readonly TwoDatedLine[],
  date: 'served' | 'posted',
): [string, number][] {
  const own = [...rows.cents.keys()].filter(
    (row) =>
      lines.some((line) => rows.line[row] === twoDatedLines.indexOf(line)) && (rows[date][row] ?? -1) >= 0,
  )
  return addedSums(
    own.map((row) => [[rows.monthNames[rows[date][row] ?? -1], rows.person[row]], rows.cents[row] ?? 0]),
  )
}

const patients: readonly TwoDatedLine[] = ['patient_payment', 'same_day_payment']
const payments: readonly TwoDatedLine[] = ['other_payment', ...patients]

async function bothWays(ledger: Ledger): Promise<void> {
  const rows = await ledger.twoDates()
  const people = (fact: Fact) => ledger.people(fact, [])
  const [charges, production, transactions] = [
    await people(facts.charges),
    await people(facts.production),
    await people(facts.transactions),
  ]
  expect(byDate(rows, ['charge'], 'served')).toEqual(byOneDate(production, 'charge_cents'))
  expect(byDate(rows, payments, 'served')).toEqual(byOneDate(production, 'matched_payment_cents'))
  expect(byDate(rows, ['contractual'], 'served')).toEqual(byOneDate(production, 'matched_contractual_cents'))
  expect(byDate(rows, ['charge'], 'posted')).toEqual(byOneDate(charges, 'charge_cents'))
  expect(byDate(rows, payments, 'posted')).toEqual(byOneDate(transactions, 'net_payment_cents'))
  expect(byDate(rows, patients, 'posted')).toEqual(byOneDate(transactions, 'patient_payment_cents'))
  expect(byDate(rows, ['same_day_payment'], 'posted')).toEqual(
    byOneDate(transactions, 'same_day_payment_cents'),
  )
  expect(byDate(rows, ['contractual'], 'posted')).toEqual(byOneDate(transactions, 'contractual_cents'))
  expect(byDate(rows, ['other'], 'posted')).toEqual(byOneDate(transactions, 'other_adjustment_cents'))
}

describe('rows by both of their dates', () => {
  it('add up to production by month of service, and to charges and transactions by month of posting', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTabs, async (tabs) => {
        await withCubes({ tabs }, bothWays)
      }),
      { numRuns: 10 },
    )
  })

  it('have no month of service where a payment names no charge, and say how many rows they are', async () => {
    const loose = { type: 'insurance_payment', post_date: '2026-03-20', amount: -60_00 }
    const rows = await withCubes(
      { tabs: { transactions: [loose, { ...loose, amount: -70_00 }] } },
      (ledger) => ledger.twoDates(),
    )
    expect({
      ...rows,
      served: [...rows.served],
      cents: [...rows.cents],
      sourceRows: [...rows.sourceRows],
    }).toMatchObject({
      monthNames: ['2026-03'],
      served: [-1],
      cents: [130_00],
      sourceRows: [2],
    })
  })

  it('are not there before the cubes', async () => {
    const ledger = await openLedger({ threads: 1 })
    await expect(ledger.twoDates()).rejects.toThrow('reading rows by both dates before cubes')
    await ledger.close()
  })
})
