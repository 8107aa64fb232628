import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { stageRows, type StagedRow } from '../../../helpers/ledgerRows.ts'
import { atEndOfOctober, charge, transaction } from '../../../oracle/sampleRows.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { cubeRows, peopleRows, withCubes, type Tabs } from './cubeRows.ts'

const october = {
  month: '2026-10-01',
  charges: 900_000,
  payments: 400_000,
  contractual: 300_000,
  write_offs: 10_000,
  refunds: 5_000,
  patients: 300,
}
const september = { ...october, month: '2026-09-01' }

const checkOf = (tabs: Tabs) => withCubes({ tabs, asOf: '2026-11-10' }, (ledger) => ledger.totalsCheck())
const lackingOf = (tabs: Tabs) => withCubes({ tabs }, (ledger) => ledger.lackingInputs())

/** How many rows a report's month says that its charges, payments and contractual adjustments are of; three are as one person. */
async function rowsBehind(...report: readonly StagedRow[]) {
  const tabs = { billing_summary: report }
  const { sourceRows: charges } = await peopleRows(facts.charges, [], { tabs })
  const { sourceRows, measures } = await peopleRows(facts.transactions, [], { tabs })
  const of = (name: string) =>
    [...sourceRows].reduce((sum, rows, index) => sum + (measures[name]?.[index] === 0 ? 0 : rows), 0)
  return {
    charges: [...charges].reduce((sum, rows) => sum + rows, 0),
    payments: of('net_payment_cents'),
    contractual: of('contractual_cents'),
  }
}

/** Two tabs of totals, one after the other. */
async function twoTabs(first: StagedRow, second: StagedRow) {
  const ledger = await openLedger({ threads: 1 })
  await stageRows(ledger, 'billing_summary', [first], { tab: 1 })
  await stageRows(ledger, 'billing_summary', [second], { tab: 2 })
  await ledger.settle()
  const cubes = await ledger.cubes({ ...atEndOfOctober, asOf: '2026-11-10' })
  const check = await ledger.totalsCheck()
  await ledger.close()
  return { charges: cubes.find(({ cube }) => cube.name === 'charges')?.columns.charge_cents, check }
}

describe('month totals of billing', () => {
  it('are charges, net payments and adjustments of a practice that has no lines', async () => {
    const tabs = { billing_summary: [october] }
    expect(await cubeRows('charges', { tabs })).toMatchObject([
      { month: '2026-10-01', charge_cents: 900_000 },
    ])
    expect(await cubeRows('transactions', { tabs })).toMatchObject([
      { net_payment_cents: 395_000, adjustment_cents: 310_000, contractual_cents: 300_000 },
    ])
  })

  it('may have payments and adjustments as they lower A/R', async () => {
    const turned = { payments: -400_000, contractual: -300_000, write_offs: -10_000, refunds: 5_000 }
    const tabs = { billing_summary: [{ ...october, ...turned }] }
    expect(await cubeRows('transactions', { tabs })).toMatchObject([
      { net_payment_cents: 395_000, adjustment_cents: 310_000, contractual_cents: 300_000 },
    ])
  })

  it('count nowhere where there are lines, and are compared with them to the cent', async () => {
    const tabs = {
      billing_summary: [
        september,
        { ...october, payments: 9_000, refunds: 0, contractual: 0, write_offs: 0 },
      ],
      charges: [charge({ post_date: '2026-10-06', charge_amount: 899_900 })],
      transactions: [transaction({ post_date: '2026-10-20', amount: -9_000 })],
    }
    expect(await cubeRows('charges', { tabs })).toMatchObject([
      { month: '2026-10-01', charge_cents: 899_900 },
    ])
    expect(await lackingOf(tabs)).not.toContain('billing_lines')
    expect(await checkOf(tabs)).toMatchObject({
      isOnly: false,
      months: [
        { month: '2026-09', hasLines: false, charges: null },
        { month: '2026-10', hasLines: true, statedRows: 9, charges: 100, netPayments: 0, adjustments: 0 },
      ],
    })
  })

  it('do not count in a month that leaves a kind of amount blank', async () => {
    const tabs = { billing_summary: [september, { ...october, contractual: null, write_offs: null }] }
    expect(await cubeRows('charges', { tabs })).toMatchObject([{ month: '2026-09-01' }])
    expect((await checkOf(tabs)).months).toMatchObject([{ isWhole: true }, { isWhole: false }])
  })

  it('say what they lack: lines always, and the kinds of adjustments where a month does not tell them', async () => {
    const lacking = await lackingOf({ billing_summary: [september, october] })
    expect(lacking).toContain('billing_lines')
    expect(lacking).not.toContain('adjustment_reasons')
    const untold = { ...october, contractual: null, write_offs: null, adjustments: 310_000 }
    expect(await lackingOf({ billing_summary: [september, untold] })).toContain('adjustment_reasons')
    expect(await lackingOf({})).not.toContain('billing_lines')
  })

  it('of two tabs that tell the same month the later counts, and the other is told', async () => {
    const { charges, check } = await twoTabs(october, { ...october, provider: 'Ada Brook', charges: 950_000 })
    expect(charges).toEqual([950_000])
    expect(check.replacedRows).toBe(1)
    const sites = await twoTabs({ ...october, location: 'East' }, { ...october, location: 'West' })
    expect(sites.charges).toEqual([1_800_000])
    expect(sites.check.replacedRows).toBe(0)
  })

  it('that do not add up to the change in A/R which they state are told, by how much', async () => {
    const right = { ...october, change_in_ar: 195_000 }
    const wrong = { ...september, change_in_ar: 195_001 }
    expect((await checkOf({ billing_summary: [right, wrong] })).balances).toEqual({
      stated: 2,
      unbalanced: 1,
      cents: 1,
    })
  })

  it('are of no more people than all rows together count, however many claims or rows there are', async () => {
    const few = { ...october, patients: 5, claims: 60 }
    const { charges, payments, contractual } = await rowsBehind(few)
    expect(Math.max(charges, payments, contractual)).toBeLessThan(33)
    const split = Array.from({ length: 40 }, (_, index) => ({
      ...october,
      cpt: `9921${String(index)}`,
      patients: index < 5 ? 2 : 0,
    }))
    expect((await rowsBehind(...split)).charges).toBeLessThan(33)
  })

  it('have payments and adjustments of the counted patients only as far as these reach', async () => {
    const usual = { ...october, write_offs: 0 }
    expect(await rowsBehind(usual)).toEqual({ charges: 300, payments: 300, contractual: 300 })
    // Such a payment is one average patient's charges, which is as much as three rows.
    const little = { ...usual, payments: 3_000, refunds: 0, contractual: 2_000 }
    expect(await rowsBehind(little)).toEqual({ charges: 300, payments: 3, contractual: 2 })
    const refunded = { ...usual, payments: 0, refunds: 3_000 }
    expect(await rowsBehind(refunded)).toMatchObject({ payments: 3 })
    const unbilled = { ...usual, charges: 0 }
    expect(await rowsBehind(unbilled)).toMatchObject({ payments: 1, contractual: 1 })
    const uncounted = { ...usual, patients: null }
    expect(await rowsBehind(uncounted)).toEqual({ charges: 1, payments: 1, contractual: 1 })
  })
})
