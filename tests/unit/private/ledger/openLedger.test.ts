import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import type { StagedBatch } from '../../../../scripts/private/ledger/ledger.ts'
import { defaultSettings } from '../../../../scripts/private/settings.ts'
import { stageRows } from '../../../helpers/ledgerRows.ts'

const options = { asOf: '2026-10-31', settings: defaultSettings }

describe('a ledger', () => {
  it('gives rows back as they were written, whatever their kind', async () => {
    const ledger = await openLedger()
    const row = {
      appt_id: '0012.10',
      appt_date: '2026-02-28',
      start_time: '09:30',
      duration_min: 22.5,
      provider: 'Dr. Reyes',
      status: 'cancelled',
      cancelled_at: '2026-02-27 16:05:09',
      is_new_patient: false,
    }
    await stageRows(ledger, 'appointments', [row])
    await ledger.settle()
    const [read] = await ledger.rows('appointments')
    expect(read).toMatchObject(row)
    expect(read?.booked_at).toBeNull()
    await ledger.close()
  })

  it('keeps more rows than a chunk holds, in their order', async () => {
    const ledger = await openLedger()
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ raw: `value ${index}`, canonical: 'x' }))
    await stageRows(ledger, 'map_status', rows)
    await ledger.settle()
    expect((await ledger.rows('map_status')).map((row) => row.raw)).toEqual(rows.map(({ raw }) => raw))
    await ledger.close()
  })

  it('adds up so many rows that all cores work on them as one thread does', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      charge_id: `C${index}`,
      patient_key: `P${index % 700}`,
      service_date: `2026-0${1 + (index % 9)}-05`,
      post_date: `2026-0${1 + (index % 9)}-07`,
      charge_amount: 1_000 + index,
    }))
    const cubes = async (threads?: number) => {
      const ledger = await openLedger(threads === undefined ? {} : { threads })
      await stageRows(ledger, 'charges', rows)
      await ledger.settle()
      const tables = await ledger.cubes(options)
      await ledger.close()
      return tables
    }
    const all = await cubes()
    expect(all.length).toBeGreaterThan(5)
    expect(all).toEqual(await cubes(1))
  })

  it('has no cubes without rows', async () => {
    const ledger = await openLedger()
    expect(await ledger.settle()).toEqual([])
    expect(await ledger.cubes(options)).toEqual([])
    await ledger.close()
  })

  it('splits a combined billing tab into charges and transactions, and loses no row', async () => {
    const ledger = await openLedger()
    const line = { service_date: '2026-02-02', post_date: '2026-02-03', charge_id: 'C1' }
    await stageRows(ledger, 'billing', [
      { ...line, line_id: '1', type: 'charge', charge_amount: 9_000, payment_amount: 0 },
      { ...line, line_id: '2', type: 'insurance_payment', charge_amount: 0, payment_amount: -5_000 },
      { ...line, line_id: '3', type: 'adjustment', payment_amount: 0, adjustment_amount: -1_000 },
      { ...line, line_id: '4', type: 'void_charge', amount: -9_000 },
    ])
    await ledger.settle()
    const charges = await ledger.rows('charges')
    const transactions = await ledger.rows('transactions')
    expect(charges.map((row) => [row.charge_amount, row.is_void])).toEqual([
      [9_000, false],
      [-9_000, true],
    ])
    expect(transactions.map((row) => [row.txn_id, row.type, row.amount])).toEqual([
      ['2', 'insurance_payment', -5_000],
      ['3', 'adjustment', -1_000],
    ])
    expect(await ledger.rows('billing')).toHaveLength(4)
    await ledger.close()
  })

  it('turns a pay summary into lines that add up to its gross', async () => {
    const ledger = await openLedger()
    const period = { period_start: '2026-02-01', period_end: '2026-02-14' }
    await stageRows(ledger, 'payroll_summary', [
      { ...period, employee_id: 'A', gross_amount: 1_000, overtime_amount: 150, other_amount: 50 },
      { ...period, employee_id: 'B', gross_amount: 1_000, regular_amount: 700, overtime_amount: 100 },
      { ...period, employee_id: 'C', regular_amount: 400, regular_hours: 800, employer_taxes: 31 },
    ])
    await ledger.settle()
    const lines = await ledger.rows('payroll')
    expect(lines.map((row) => [row.employee_id, row.earning_code, row.amount])).toEqual([
      ['A', 'regular', 800],
      ['A', 'overtime', 150],
      ['A', 'other', 50],
      ['B', 'regular', 700],
      ['B', 'overtime', 100],
      ['B', 'other', 200],
      ['C', 'regular', 400],
    ])
    expect(lines.map((row) => row.pay_date)).toEqual(lines.map(() => '2026-02-14'))
    expect(lines.at(-1)).toMatchObject({ hours: 800, employer_taxes: 31, employer_benefits: null })
    await ledger.close()
  })

  it('refuses rows after it was settled, and cubes before', async () => {
    const ledger = await openLedger()
    await expect(ledger.cubes(options)).rejects.toThrow('before the ledger was settled')
    await expect(ledger.rows('charges')).rejects.toThrow('before the ledger was settled')
    await ledger.settle()
    await expect(ledger.settle()).rejects.toThrow('settling a ledger twice')
    const late = stageRows(ledger, 'map_status', [{ raw: 'a', canonical: 'b' }])
    await expect(late).rejects.toThrow('after the ledger was settled')
    await ledger.close()
  })
})

describe('an error of the ledger', () => {
  const secret = 'Jane Doe 555-0100'
  const bad: Readonly<Record<string, StagedBatch>> = {
    'a text where money belongs': batch('charges', { charge_amount: [secret] }),
    'a text where a date belongs': batch('charges', { service_date: [secret] }),
    'a day that does not exist': batch('charges', { service_date: ['2026-02-30'] }),
    'a text where a timestamp belongs': batch('appointments', { booked_at: [secret] }),
    'a text where a truth value belongs': batch('charges', { is_void: [secret] }),
    'a number where text belongs': batch('charges', { location: [5550100] }),
    'a fraction of a cent': batch('charges', { charge_amount: [5550.1] }),
    'more cents than a number holds': batch('charges', { charge_amount: [2 ** 53] }),
    'an unknown field': batch('charges', { nickname: [secret] }),
    'columns of unequal length': batch('charges', { location: [secret, secret] }),
  }

  function batch(dataset: StagedBatch['dataset'], columns: StagedBatch['columns']): StagedBatch {
    return { dataset, tab: 1, rowNumbers: [41], columns }
  }

  it.each(Object.entries(bad))('names the field and never the value: %s', async (_, wrong) => {
    const ledger = await openLedger()
    const error: unknown = await ledger.append(wrong).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Error)
    const shown = error instanceof Error ? `${error.message} ${String(error.cause)} ${error.stack ?? ''}` : ''
    expect(shown).toContain(`${wrong.dataset}.${Object.keys(wrong.columns)[0] ?? ''}`)
    expect(shown).not.toMatch(/Jane|5550|02-30|9007199/)
    await ledger.close()
  })

  it('hides what the engine says of a value that does not add up', async () => {
    const ledger = await openLedger()
    const huge = Number.MAX_SAFE_INTEGER
    const line = { service_date: '2026-02-02', post_date: '2026-02-03', charge_amount: huge }
    await stageRows(ledger, 'charges', [
      { ...line, charge_id: '1' },
      { ...line, charge_id: '2' },
    ])
    const error: unknown = await ledger.settle().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Error)
    expect(error instanceof Error ? error.message : '').not.toMatch(/\d{6}/)
    await ledger.close()
  })
})
