import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import type { TabSettlement } from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { type StagedRow, stageRows } from '../../../helpers/ledgerRows.ts'

const charge = { service_date: '2026-03-02', post_date: '2026-03-03', charge_amount: 10_000 }
const payment = { type: 'insurance_payment', post_date: '2026-04-01', amount: -2_500 }
const booking = { provider: 'Dr. Reyes', appt_date: '2026-03-02' }
const line = { service_date: '2026-03-02', post_date: '2026-03-03', amount: 10_000 }

/** Settles tabs of one dataset; the first is tab 1. */
async function settle(
  dataset: Dataset,
  tabs: readonly (readonly StagedRow[])[],
): Promise<{ settlements: readonly TabSettlement[]; rows: readonly StagedRow[] }> {
  const ledger = await openLedger()
  for (const [index, rows] of tabs.entries()) await stageRows(ledger, dataset, rows, { tab: index + 1 })
  const settlements = await ledger.settle()
  const rows = await ledger.rows(dataset)
  await ledger.close()
  return { settlements, rows }
}

describe('settling duplicates', () => {
  it('keeps the row of an id that was written last, in a later tab', async () => {
    const { settlements, rows } = await settle('charges', [
      [{ ...charge, charge_id: 'C1' }],
      [{ ...charge, charge_id: 'C1', charge_amount: 12_000 }],
    ])
    expect(rows.map((row) => row.charge_amount)).toEqual([12_000])
    expect(settlements).toEqual([
      {
        dataset: 'charges',
        tab: 1,
        included: 0,
        duplicates: 1,
        conflicts: 0,
        conflictRows: [],
        doubled: null,
        voided: 0,
        voidedCents: 0,
        keyless: 0,
        includedCents: 0,
        duplicateCents: 10_000,
        newest: '2026-03-03',
      },
      {
        dataset: 'charges',
        tab: 2,
        included: 1,
        duplicates: 0,
        conflicts: 0,
        conflictRows: [],
        doubled: null,
        voided: 0,
        voidedCents: 0,
        keyless: 1,
        includedCents: 12_000,
        duplicateCents: 0,
        newest: '2026-03-03',
      },
    ])
  })

  it('keeps the row of an id that says more money, where nothing says which is newer', async () => {
    const { rows } = await settle('transactions', [
      [
        { ...payment, txn_id: 'T1' },
        { ...payment, txn_id: 'T1', amount: -9_900 },
      ],
    ])
    expect(rows.map((row) => row.amount)).toEqual([-9_900])
  })

  it('tells rows that share a number and differ, within a tab and where money is', async () => {
    const conflicts = async (...tabs: StagedRow[][]) =>
      (await settle('charges', tabs)).settlements.map((one) => one.conflicts)
    const row = { ...charge, charge_id: 'C1' }
    expect(await conflicts([row, { ...row, cpt: '99213' }, { ...row, cpt: '99214' }])).toEqual([2])
    expect(await conflicts([row, row])).toEqual([0])
    expect(await conflicts([row], [{ ...row, cpt: '99214' }])).toEqual([0, 0])
    const booking = { provider: 'Dr. Reyes', appt_id: '7', appt_date: '2026-03-02', status: 'scheduled' }
    const moved = await settle('appointments', [[booking, { ...booking, status: 'completed' }]])
    expect(moved.settlements.map((one) => [one.duplicates, one.conflicts])).toEqual([[1, 0]])
  })

  it('keeps a void beside the line whose number it shares, and takes both pasted again for one pair', async () => {
    const pair = [
      { ...charge, charge_id: 'C1' },
      { ...charge, charge_id: 'C1', charge_amount: -10_000, is_void: true },
    ]
    const { rows } = await settle('charges', [pair, pair])
    expect(rows.map((row) => row.charge_amount)).toEqual([10_000, -10_000])
    const line = { ...charge, line_id: 'L1', type: 'charge', amount: 10_000 }
    const billing = await settle('billing', [[line, { ...line, type: 'void_charge', amount: -10_000 }]])
    expect(billing.rows.map((row) => row.type)).toEqual(['charge', 'void_charge'])
  })

  it('keeps two equal rows of one tab when nothing but their content identifies them', async () => {
    const { rows } = await settle('transactions', [[payment, payment]])
    expect(rows).toHaveLength(2)
  })

  it('counts rows without an id once when they are pasted into a second tab', async () => {
    const { settlements, rows } = await settle('transactions', [
      [payment, payment],
      [payment, payment, payment],
    ])
    expect(rows).toHaveLength(3)
    expect(settlements.map(({ included, duplicates }) => [included, duplicates])).toEqual([
      [0, 2],
      [3, 0],
    ])
  })

  it('never takes a row with an id for a copy of one without', async () => {
    const { rows } = await settle('transactions', [[payment], [{ ...payment, txn_id: 'T1' }]])
    expect(rows).toHaveLength(2)
  })

  it('tells a blank in a content key from a value, and takes two blanks for equal', async () => {
    const { rows } = await settle('transactions', [
      [{ ...payment, check_ref: 'A' }, payment],
      [{ ...payment, check_ref: 'A' }, payment],
    ])
    expect(rows.map((row) => row.check_ref)).toEqual(['A', null])
  })

  it('takes an appointment number for unique within a provider only', async () => {
    const booking = { appt_id: '7', appt_date: '2026-03-02', status: 'scheduled' }
    const { rows } = await settle('appointments', [
      [
        { ...booking, provider: 'Dr. Reyes' },
        { ...booking, provider: 'Dr. Patel' },
      ],
      [{ ...booking, provider: 'Dr. Reyes', status: 'completed' }],
    ])
    expect(rows.map((row) => [row.provider, row.status])).toEqual([
      ['Dr. Patel', 'scheduled'],
      ['Dr. Reyes', 'completed'],
    ])
  })

  it('compares blanks of a composite key as equal', async () => {
    const report = { as_of: '2026-03-31', responsibility: 'patient', bucket: '0-30' }
    const { rows } = await settle('aging', [
      [{ ...report, debit_balance: 500 }],
      [{ ...report, debit_balance: 700 }],
    ])
    expect(rows.map((row) => row.debit_balance)).toEqual([700])
  })

  it('keeps every row of a dataset that has no key', async () => {
    const pay = { period_start: '2026-03-01', period_end: '2026-03-14', gross_amount: 100 }
    const { settlements } = await settle('payroll_summary', [[pay, pay], [pay]])
    expect(settlements.map(({ included, duplicates }) => included + duplicates)).toEqual([2, 1])
    expect(settlements.every(({ duplicates }) => duplicates === 0)).toBe(true)
  })

  it('accounts for every row and every cent of every tab', async () => {
    const tabs = [
      [
        { ...charge, charge_id: 'C1' },
        { ...charge, charge_id: 'C2', charge_amount: 4_000 },
        { ...charge, charge_id: 'C2', charge_amount: 5_000 },
      ],
      [{ ...charge, charge_id: 'C1', charge_amount: 300 }],
    ]
    const { settlements } = await settle('charges', tabs)
    for (const { tab, included, duplicates, includedCents, duplicateCents } of settlements) {
      const rows = tabs[tab - 1] ?? []
      expect(included + duplicates).toBe(rows.length)
      expect((includedCents ?? 0) + (duplicateCents ?? 0)).toBe(
        rows.reduce((sum, row) => sum + row.charge_amount, 0),
      )
    }
    expect(settlements).toHaveLength(2)
  })

  it.each([
    ['charges', { ...charge, charge_id: 'C1', patient_key: 'P1' }, 0],
    ['charges', { ...charge, charge_id: 'C1' }, 1],
    ['transactions', { ...payment, charge_id: 'C1' }, 0],
    ['transactions', { ...payment, charge_id: null }, 1],
    ['appointments', { ...booking, status: 'completed' }, 1],
    ['appointments', { ...booking, status: 'open_slot' }, 0],
    ['billing', { ...line, type: 'charge', claim_id: 'M1' }, 1],
    ['billing', { ...line, type: 'insurance_payment', claim_id: 'M1' }, 0],
  ] as const)('counts rows of %s that do not say whose they are: %j, %i', async (dataset, row, keyless) => {
    const { settlements } = await settle(dataset, [[row]])
    expect(settlements.map((one) => one.keyless)).toEqual([keyless])
  })

  it('has no cents for a dataset without a control, and the newest date for freshness', async () => {
    const slot = { provider: 'Dr. Reyes', slot_date: '2026-03-02' }
    const { settlements } = await settle('slots', [
      [
        { ...slot, slot_id: 'S1' },
        { ...slot, slot_id: 'S2', slot_date: '2026-05-09' },
      ],
    ])
    expect(settlements).toEqual([
      {
        dataset: 'slots',
        tab: 1,
        included: 2,
        duplicates: 0,
        conflicts: 0,
        conflictRows: [],
        doubled: null,
        voided: 0,
        voidedCents: 0,
        keyless: 0,
        includedCents: null,
        duplicateCents: null,
        newest: '2026-05-09',
      },
    ])
  })
})
