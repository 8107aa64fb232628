import { describe, expect, it } from 'vitest'
import { cubeRows } from './cubeRows.ts'

const charge = {
  service_date: '2026-03-30',
  post_date: '2026-04-01',
  rendering_provider: 'Dr. Reyes',
  location: 'Main',
  payer_class: 'commercial',
  charge_amount: 10_000,
}

describe('charges', () => {
  it('net a void in the month in which it is posted, and count neither of its lines', async () => {
    const rows = await cubeRows('charges', {
      asOf: '2026-05-31',
      tabs: {
        charges: [
          { ...charge, charge_id: '1' },
          { ...charge, charge_id: '2', charge_amount: 7_000, is_void: true },
          { ...charge, charge_id: '3', charge_amount: -7_000, is_void: true, post_date: '2026-05-04' },
          { ...charge, charge_id: '4', charge_amount: 0 },
          { ...charge, charge_id: '5', charge_amount: 500, is_test: true },
          { ...charge, charge_id: '6', charge_amount: 600, post_date: '2026-06-01' },
        ],
      },
    })
    expect(rows).toEqual([
      {
        month: '2026-04-01',
        months: 1,
        charge_cents: 17_000,
        charge_line_count: 1,
        posted_within_3_days_count: 1,
        new_office_visit_count: 0,
        established_office_visit_count: 0,
      },
      {
        month: '2026-05-01',
        months: 1,
        charge_cents: -7_000,
        charge_line_count: 0,
        posted_within_3_days_count: 0,
        new_office_visit_count: 0,
        established_office_visit_count: 0,
      },
    ])
  })

  it('bin days from service to posting, more than 60 together; lines posted too early have no lag', async () => {
    const posted = ['2026-03-30', '2026-04-02', '2026-04-03', '2026-06-30', '2026-03-29']
    const tabs = {
      charges: posted.map((post_date, index) => ({ ...charge, charge_id: String(index), post_date })),
    }
    const lags = await cubeRows('charges_by_lag_days', { tabs })
    expect(lags.map((row) => [row.month, row.lag_days, row.charge_line_count])).toEqual([
      ['2026-03-01', 0, 1],
      ['2026-04-01', 3, 1],
      ['2026-04-01', 4, 1],
      ['2026-06-01', 61, 1],
    ])
    const counts = await cubeRows('charges', { tabs, asOf: '2026-06-30' })
    expect(counts.map((row) => [row.charge_line_count, row.posted_within_3_days_count])).toEqual([
      [1, 1],
      [2, 1],
      [1, 0],
    ])
  })
})

describe('transactions', () => {
  const posted = { post_date: '2026-04-20' }

  it('turn effects on A/R into money in, money out and write-offs', async () => {
    const effects = {
      insurance_payment: -5_000,
      patient_payment: -1_000,
      refund_patient: 200,
      refund_payer: 30,
      takeback: 400,
      nsf_reversal: 50,
      payment_reversal: 6,
      denial: 9_999,
      transfer: 9_999,
      capitation: 7_000,
      interest: 8,
      other_income: 90,
    }
    const rows = await cubeRows('transactions', {
      tabs: {
        transactions: [
          ...Object.entries(effects).map(([type, amount]) => ({ ...posted, txn_id: type, type, amount })),
          { ...posted, txn_id: 'a', type: 'adjustment', adj_category: 'contractual', amount: -300 },
          { ...posted, txn_id: 'b', type: 'adjustment', adj_category: 'bad_debt', amount: -20 },
          { ...posted, txn_id: 'c', type: 'adjustment', amount: -1 },
        ],
      },
    })
    expect(rows).toEqual([
      {
        month: '2026-04-01',
        months: 1,
        net_payment_cents: 5_000 + 1_000 - 200 - 30 - 400 - 50 - 6,
        patient_payment_cents: 1_000,
        same_day_payment_cents: 0,
        adjustment_cents: 321,
        contractual_cents: 300,
        other_adjustment_cents: 21,
      },
    ])
  })

  it('take provider, site and payer from the charge they name: by charge, else claim, else encounter', async () => {
    const question = {
      tabs: {
        charges: [
          { ...charge, charge_id: 'C1', claim_id: 'K1', encounter_id: 'E1' },
          { ...charge, charge_id: 'C2', claim_id: 'K2', rendering_provider: 'Dr. Patel' },
          { ...charge, charge_id: 'C3', encounter_id: 'E3', rendering_provider: null, payer_class: null },
        ],
        transactions: [
          { charge_id: 'C1', claim_id: 'K2', provider: 'Dr. Else', payer_class: 'other', amount: -1 },
          { charge_id: 'gone', claim_id: 'K2', amount: -10 },
          { encounter_id: 'E3', provider: 'Dr. Else', amount: -100 },
          { charge_id: 'gone', provider: 'Dr. Else', payer_class: 'medicare', amount: -1_000 },
        ].map((row, index) => ({
          ...posted,
          type: 'insurance_payment',
          txn_id: String(index),
          ...row,
        })),
      },
    }
    const byProvider = await cubeRows('transactions_by_provider', question)
    expect(byProvider.map((row) => [row.provider, row.net_payment_cents])).toEqual([
      ['Dr. Else', 1_000],
      ['Dr. Patel', 10],
      ['Dr. Reyes', 1],
      ['None given', 100],
    ])
    const byPayer = await cubeRows('transactions_by_payer', question)
    expect(byPayer.map((row) => [row.payer, row.net_payment_cents])).toEqual([
      ['commercial', 11],
      ['medicare', 1_000],
      ['none_given', 100],
    ])
  })

  it('leave out payments of test patients', async () => {
    const rows = await cubeRows('transactions', {
      tabs: {
        charges: [{ ...charge, charge_id: 'C1', is_test: true }],
        transactions: [{ ...posted, charge_id: 'C1', type: 'patient_payment', amount: -100 }],
      },
    })
    expect(rows).toEqual([])
  })

  it('give adjustments by category', async () => {
    const adjustment = { ...posted, type: 'adjustment' }
    const rows = await cubeRows('transactions_by_adjustment_category', {
      tabs: {
        transactions: [
          { ...adjustment, txn_id: '1', adj_category: 'charity', amount: -10 },
          { ...adjustment, txn_id: '2', adj_category: 'charity', amount: 3 },
          { ...adjustment, txn_id: '3', amount: -5 },
          { ...posted, txn_id: '4', type: 'patient_payment', amount: -9 },
        ],
      },
    })
    expect(rows.map((row) => [row.adjustment_category, row.adjustment_cents])).toEqual([
      ['charity', 7],
      ['unknown', 5],
    ])
  })
})

describe('production', () => {
  it('matches payments and contractual adjustments to the month of service', async () => {
    const rows = await cubeRows('production', {
      asOf: '2026-05-31',
      tabs: {
        charges: [
          { ...charge, charge_id: 'C1' },
          { ...charge, charge_id: 'C2', charge_amount: 4_000, is_void: true },
          { ...charge, charge_id: 'C3', charge_amount: -4_000, is_void: true, post_date: '2026-05-02' },
        ],
        transactions: [
          { charge_id: 'C1', type: 'insurance_payment', amount: -6_000 },
          { charge_id: 'C1', type: 'takeback', amount: 500 },
          { charge_id: 'C1', type: 'adjustment', adj_category: 'contractual', amount: -2_000 },
          { charge_id: 'C1', type: 'adjustment', adj_category: 'bad_debt', amount: -100 },
          { charge_id: null, type: 'patient_payment', amount: -70 },
          { charge_id: 'C1', type: 'patient_payment', amount: -900, post_date: '2026-06-01' },
        ].map((row, index) => ({ post_date: '2026-05-20', txn_id: String(index), ...row })),
      },
    })
    expect(rows).toEqual([
      {
        month: '2026-03-01',
        months: 1,
        charge_cents: 10_000,
        matched_payment_cents: 5_500,
        matched_contractual_cents: 2_000,
        // Posted in May, two months after the service.
        paid_by_120_days_cents: 5_500,
        paid_by_90_days_cents: 5_500,
        paid_by_60_days_cents: 5_500,
        paid_by_30_days_cents: 0,
        paid_by_month_end_cents: 0,
        contractual_by_90_days_cents: 2_000,
        contractual_by_60_days_cents: 2_000,
        contractual_by_30_days_cents: 0,
        contractual_by_month_end_cents: 0,
      },
    ])
  })
})

describe('income', () => {
  const posted = { post_date: '2026-04-10', amount: 500 }

  it('is what no charge and no patient stands behind, and 0 in a month with other postings only', async () => {
    const rows = await cubeRows('income', {
      tabs: {
        charges: [{ ...charge, charge_id: '1' }],
        transactions: [
          { ...posted, type: 'capitation' },
          { ...posted, type: 'interest' },
          { ...posted, type: 'other_income', charge_id: '1' },
          { ...posted, type: 'insurance_payment', amount: -900 },
          { ...posted, type: 'insurance_payment', amount: -900, post_date: '2026-05-02' },
          { ...posted, type: 'capitation', post_date: '2026-11-02' },
        ],
      },
    })
    expect(rows.map((row) => [row.month, row.other_income_cents])).toEqual([
      ['2026-04-01', 1000],
      ['2026-05-01', 0],
    ])
  })
})
