import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { asOf, charge, rowsOf, listOf, lists } from './worklistRows.ts'

describe('denials nobody worked', () => {
  const denial = { type: 'denial', post_date: '2026-10-10', amount: 0, charge_id: '1', carc: 'CO-197' }
  const line = { ...charge, charge_id: '1', claim_id: 'K1', encounter_id: 'E1', payer: 'Acme PPO' }
  const unworked = async (transactions: StagedRow[], charges: StagedRow[] = [line]) =>
    rowsOf(await listOf('unworked_denials', { charges, transactions }))

  it('are on a charge with an open balance', async () => {
    expect(await unworked([denial])).toEqual([
      {
        row: 2,
        balance_cents: 10_000,
        days: 21,
        denied_on: '2026-10-10',
        reason_code: 'CO-197',
        payer: 'Acme PPO',
        provider: 'Ada Birch',
        location: null,
        service_date: '2026-10-05',
        charge_id: '1',
        claim_id: 'K1',
        encounter_id: 'E1',
        patient_key: 'P1',
      },
    ])
    const paid = { type: 'patient_payment', post_date: '2026-10-08', charge_id: '1', amount: -10_000 }
    expect(await unworked([denial, paid])).toEqual([])
    expect(await unworked([denial, { ...paid, amount: -4000 }])).toMatchObject([{ balance_cents: 6000 }])
    expect(await unworked([{ ...denial, charge_id: 'lost' }])).toEqual([])
  })

  it('are not those that anything was posted to since', async () => {
    const later = { charge_id: '1', post_date: '2026-10-11', amount: 0 }
    for (const type of ['transfer', 'insurance_payment', 'adjustment', 'patient_payment']) {
      expect(await unworked([denial, { ...later, type }])).toEqual([])
      // What came with the denial is no work on it.
      expect(await unworked([denial, { ...later, type, post_date: denial.post_date }])).toHaveLength(1)
    }
    expect(await unworked([denial, { ...later, type: 'transfer', charge_id: 'else' }])).toHaveLength(1)
  })

  it('denied again are listed once, by the last', async () => {
    const again = { ...denial, post_date: '2026-10-20', carc: '29' }
    expect(await unworked([denial, again])).toMatchObject([{ row: 3, reason_code: '29', days: 11 }])
    expect(await unworked([denial, { ...denial, carc: '45' }])).toMatchObject([{ row: 2 }])
  })

  it('show the most money first, and no prose', async () => {
    const big = { ...line, charge_id: '2', charge_amount: 50_000 }
    const prose = { ...denial, charge_id: '2', carc: 'Patient Roe was not covered' }
    const rows = await unworked([denial, prose], [line, big])
    expect(rows.map(({ balance_cents, reason_code }) => [balance_cents, reason_code])).toEqual([
      [50_000, null],
      [10_000, 'CO-197'],
    ])
    expect(await unworked([{ ...denial, carc: '12345' }])).toMatchObject([{ reason_code: null }])
  })

  it('cannot be told where the transactions hold no denials, which the list says', async () => {
    const transactions = [{ type: 'transfer', post_date: asOf, amount: 0 }]
    const list = await listOf('unworked_denials', { charges: [line], transactions })
    expect(list.explanation).toBe('Nothing is listed: the transactions hold no denials.')
  })
})

describe('balances over 90 days', () => {
  const old = { ...charge, charge_id: '1', service_date: '2026-08-01', post_date: '2026-08-02' }

  it('are counted from the day of service, and split at 120 days', async () => {
    const charges = [
      { ...old, charge_id: '1', service_date: '2026-08-02', charge_amount: 1 },
      { ...old, charge_id: '2', service_date: '2026-08-01', charge_amount: 20 },
      { ...old, charge_id: '3', service_date: '2026-07-03', charge_amount: 300 },
      { ...old, charge_id: '4', service_date: '2026-07-02', charge_amount: 4000 },
    ]
    const list = await listOf('old_balances', { charges })
    expect(rowsOf(list).map(({ row, days, age_bucket }) => [row, days, age_bucket])).toEqual([
      [5, 121, '121+'],
      [4, 120, '91-120'],
      [3, 91, '91-120'],
    ])
    expect(list.explanation).toContain('$43.20 in all, which is the A/R over 90 days of the dashboard')
  })

  it('are the payer’s until it has decided, and then the patient’s', async () => {
    const charges = [
      { ...old, charge_id: '1' },
      { ...old, charge_id: '2' },
      { ...old, charge_id: '3', payer_class: 'self_pay', charge_amount: 9000 },
    ]
    const transactions = [
      { type: 'insurance_payment', post_date: '2026-09-01', charge_id: '2', amount: -2000 },
    ]
    const rows = rowsOf(await listOf('old_balances', { charges, transactions }))
    expect(
      rows.map((row) => [row.charge_id, row.balance_cents, row.responsibility, row.last_posted]),
    ).toEqual([
      ['1', 10_000, 'insurance', '2026-08-02'],
      ['3', 9000, 'patient', '2026-08-02'],
      ['2', 8000, 'patient', '2026-09-01'],
    ])
  })

  it('leave credits and paid charges out, and keep money taken back that names no charge', async () => {
    const charges = [old, { ...old, charge_id: '2' }]
    const transactions = [
      { type: 'patient_payment', post_date: '2026-09-01', charge_id: '1', amount: -10_000 },
      { type: 'patient_payment', post_date: '2026-09-01', charge_id: '2', amount: -15_000 },
      { type: 'takeback', post_date: '2026-06-01', amount: 700, payer: 'Acme PPO' },
    ]
    const list = await listOf('old_balances', { charges, transactions })
    expect(list.rows.map(({ tab, row }) => [tab, row])).toEqual([[2, 4]])
    expect(rowsOf(list)).toMatchObject([{ balance_cents: 700, payer: 'Acme PPO', charge_id: null }])
    expect(list.explanation).toContain('$7.00 in all, less $50.00 of credits as old is the A/R over 90 days')
  })

  it('say where they need not agree with the dashboard', async () => {
    const tabs = { charges: [old] }
    expect((await listOf('old_balances', tabs)).explanation).toContain('No payment names its charge')
    const reported = await lists(tabs, { accounts_receivable: 'aging_report' })
    expect(reported[0]?.explanation).toContain('The dashboard shows the aging report instead')
  })
})

describe('credit balances', () => {
  const paid = { ...charge, service_date: '2026-08-01', post_date: '2026-08-02' }
  const payment = (charge_id: string | null, type: string, amount: number, post_date = '2026-09-01') => ({
    type,
    post_date,
    charge_id,
    amount,
  })

  it('say who is owed: patients as far as they paid, then payers, nobody where only adjustments were posted', async () => {
    const charges = ['1', '2', '3', '4'].map((charge_id) => ({ ...paid, charge_id }))
    const transactions = [
      payment('1', 'insurance_payment', -10_000),
      payment('1', 'patient_payment', -5000, '2026-09-11'),
      payment('2', 'patient_payment', -2000),
      payment('2', 'insurance_payment', -14_000),
      payment('3', 'adjustment', -10_700),
      payment('4', 'insurance_payment', -10_000),
      payment('4', 'insurance_payment', -800),
      payment(null, 'patient_payment', -300),
    ]
    const list = await listOf('credit_balances', { charges, transactions })
    expect(
      rowsOf(list).map((row) => [row.charge_id, row.credit_cents, row.owed_to, row.last_posted, row.reason]),
    ).toEqual([
      ['2', 6000, 'patient and payer', '2026-09-01', 'more than charged'],
      ['1', 5000, 'patient', '2026-09-11', 'more than charged'],
      ['4', 800, 'payer', '2026-09-01', 'more than charged'],
      ['3', 700, 'nobody', '2026-09-01', 'more than charged'],
      [null, 300, 'patient', '2026-09-01', 'no charge named'],
    ])
    expect(list.explanation).toContain(
      '$128.00 in all, $53.00 of it owed to patients, $8.00 to payers, $67.00 to both',
    )
    expect(list.explanation).toContain('$3.00 names no charge')
  })

  it('are gone once refunded, and what a payer took back is not the patient’s', async () => {
    const charges = ['1', '2'].map((charge_id) => ({ ...paid, charge_id }))
    const transactions = [
      payment('1', 'patient_payment', -15_000),
      payment('1', 'refund_patient', 5000),
      payment('2', 'patient_payment', -15_000),
      payment('2', 'takeback', 2000),
    ]
    const rows = rowsOf(await listOf('credit_balances', { charges, transactions }))
    expect(rows.map((row) => [row.charge_id, row.credit_cents, row.owed_to])).toEqual([
      ['2', 3000, 'patient'],
    ])
    const refunded = await listOf('credit_balances', { charges, transactions: transactions.slice(0, 2) })
    expect(refunded.explanation).toBe(
      'Nothing is listed: no charge has more taken against it than was charged.',
    )
  })
})
