import { describe, expect, it } from 'vitest'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Expense } from '../../scripts/private/contracts/referenceTabs.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import { monthRange } from './civilDates.ts'
import { oracle } from './oracle.ts'
import { atEndOfOctober, charge, october, practiceOf, totalOf, transaction } from './sampleRows.ts'

/** November 2025 to October 2026. */
const twelveMonths = monthRange('2025-11', '2026-10')
const fourQuarters = monthRange('2025-10', '2026-09')

describe('billing', () => {
  // The worked example of a practice with $77,400 open and $182,500 charged in a month of 30.42 days, three times over.
  it('has 12.9 days in A/R with $77,400 open and $6,000 charged a day', () => {
    const posted = ['2026-08-10', '2026-09-10', '2026-10-10']
    const charges = posted.map((day, index) =>
      charge({
        charge_id: `C${String(index)}`,
        service_date: day,
        post_date: day,
        charge_amount: 18_250_000,
      }),
    )
    const paid = transaction({ charge_id: 'C0', post_date: '2026-10-12', amount: 7_740_000 - 54_750_000 })
    expect(totalOf('days_in_ar', { charges, transactions: [paid] })).toEqual({
      keys: {},
      numerator: 7_740_000,
      denominator: 54_750_000,
      value: expect.closeTo(12.9, 10) as number,
    })
  })

  // Each practice charges so much every day; a quarter of a year has 91.25 days.
  const daily = (cents: number) =>
    ['2026-08-10', '2026-09-10', '2026-10-10'].map((day, index) =>
      charge({
        charge_id: `C${String(index)}`,
        service_date: day,
        post_date: day,
        charge_amount: Math.round((cents * 91.25) / 3),
      }),
    )
  const open = (cents: number, charges: readonly Charge[]) =>
    transaction({
      post_date: '2026-10-12',
      amount: cents - charges.reduce((sum, { charge_amount }) => sum + charge_amount, 0),
    })

  // medusind.com, "How to Calculate Days in A/R for Medical Practices", sample calculation: exactly these amounts.
  it('has 39.54 days in A/R with $70,000 open, $5,000 of it credits, and $600,000 charged a year', () => {
    const charges = daily(60_000_000 / 365)
    const transactions = [
      open(7_000_000, charges),
      transaction({ post_date: '2026-10-13', type: 'patient_payment', amount: -500_000 }),
    ]
    const value = totalOf('days_in_ar', { charges, transactions })?.value ?? 0
    expect(value).toBeCloseTo(39.54, 2)
    // Known traps: credits left in, and a quarter's charges over the days of a year.
    expect(value).not.toBeCloseTo(42.58, 1)
    expect(value).not.toBeCloseTo(39.54 * 4, 0)
  })

  // Quoted without its origin at andradelawpa.com, "How do you calculate days in AR" (December 2024): a billing firm's.
  it('has 36 days in A/R with $100,000 open and $500,000 charged in 180 days', () => {
    const charges = daily(50_000_000 / 180)
    const found = totalOf('days_in_ar', { charges, transactions: [open(10_000_000, charges)] })
    expect(found?.value).toBeCloseTo(36, 4)
  })

  // AAFP (medicalbag.com, Barbie Hays): payments $500,000, refunds $14,000, charges $850,000, write-offs $350,000.
  it('collects 97.2 % net: $486,000 of $500,000, matched and over twelve months, and not the other way round', () => {
    const last = { charge_id: 'C11' }
    const charges = twelveMonths.map((month, index) =>
      charge({
        charge_id: `C${String(index)}`,
        service_date: `${month}-02`,
        post_date: `${month}-03`,
        charge_amount: index === 11 ? 85_000_000 : 1,
      }),
    )
    const transactions = [
      ...twelveMonths.map((month) =>
        transaction({
          post_date: `${month}-20`,
          type: 'adjustment',
          adj_category: 'contractual',
          amount: -1,
        }),
      ),
      transaction({ ...last, amount: -50_000_000 }),
      transaction({ ...last, type: 'refund_payer', amount: 1_400_000 }),
      transaction({ ...last, type: 'adjustment', adj_category: 'contractual', amount: -35_000_000 + 1 }),
    ]
    const rows = {
      charges,
      transactions: [transaction({ post_date: '2025-11-20', amount: 0 }), ...transactions],
    }
    expect(totalOf('net_collection_rate_12m', rows)?.value).toBeCloseTo(0.972, 6)
    expect(totalOf('net_collection_rate', rows)?.value).toBeCloseTo(0.972, 6)
    expect(totalOf('net_collection_rate_12m', rows)?.value).not.toBeCloseTo(1 / 0.972, 2)
    expect(totalOf('gross_collection_rate', rows)?.value).toBeCloseTo(486 / 850, 6)
  })

  it('gives up 2 % of what contracts allow as bad debt, 1 % by its own mistakes; charity is neither', () => {
    const charges = fourQuarters.map((month) =>
      charge({ service_date: `${month}-02`, post_date: `${month}-03`, charge_amount: 150_000 }),
    )
    const off = (adj_category: NonNullable<Transaction['adj_category']>, cents: number) =>
      fourQuarters.map((month) =>
        transaction({ post_date: `${month}-20`, type: 'adjustment', adj_category, amount: -cents }),
      )
    const transactions = [
      ...off('contractual', 50_000),
      ...off('bad_debt', 2000),
      ...off('timely_filing', 600),
      ...off('administrative', 400),
      ...off('charity', 7000),
      ...off('coding', 7000),
    ]
    const rows = { charges, transactions }
    const september = { from: '2026-09', to: '2026-09' }
    expect(totalOf('bad_debt_rate', rows, september)?.value).toBeCloseTo(0.02, 12)
    expect(totalOf('avoidable_write_off_rate', rows, september)?.value).toBeCloseTo(0.01, 12)
    expect(totalOf('write_offs_by_reason', rows, september)?.value).toBe(17_000)
  })

  it('lies between two bounds while adjustments are uncategorized, and has no other bound where none is', () => {
    const charges = twelveMonths.map((month) =>
      charge({ service_date: `${month}-02`, post_date: `${month}-03`, charge_amount: 150_000 }),
    )
    const posted = (fields: Partial<Transaction>) =>
      twelveMonths.map((month) => transaction({ post_date: `${month}-20`, ...fields }))
    const known = [
      ...posted({ type: 'insurance_payment', amount: -72_000 }),
      ...posted({ type: 'adjustment', adj_category: 'contractual', amount: -50_000 }),
    ]
    const open = posted({ type: 'adjustment', adj_category: 'unknown', amount: -20_000 })
    const rate = (id: string, transactions: Transaction[]) => totalOf(id, { charges, transactions })?.value
    expect(rate('net_collection_rate_12m', [...known, ...open])).toBe(0.72)
    expect(rate('net_collection_rate_12m_as_contractual', [...known, ...open])).toBe(0.9)
    expect(rate('net_collection_rate_12m_as_contractual', known)).toBeNull()
    // Of one month alone they count as well: 864,000 of 1,200,000 − 20,000.
    expect(rate('net_collection_rate_12m_as_contractual', [...known, ...open.slice(-1)])).toBeCloseTo(
      864 / 1180,
      12,
    )
  })

  it('leaves $60 of $100 collected and $10 of capitation after $50 of costs, before owners are paid', () => {
    const cost = (amount: number, fields: Partial<Expense> = {}): Expense => ({
      invoice_date: '2026-10-01',
      due_date: null,
      paid_date: '2026-10-15',
      vendor: 'Vendor',
      invoice_no: null,
      category: 'rent_occupancy',
      amount,
      is_owner_expense: null,
      location: null,
      ...fields,
    })
    const rows = {
      transactions: [transaction({ amount: -10_000 }), transaction({ type: 'capitation', amount: 1000 })],
      expenses: [cost(5000), cost(700, { category: 'provider_comp' }), cost(900, { is_owner_expense: true })],
    }
    expect(totalOf('margin_before_owner_pay', rows)?.value).toBe(6000)
    expect(totalOf('other_income', rows)?.value).toBe(1000)
    expect(
      totalOf('margin_before_owner_pay', { ...rows, transactions: rows.transactions.slice(0, 1) })?.value,
    ).toBe(5000)
  })

  it('brings in $50 a work RVU: $65 for a visit of 1.30', () => {
    const rows = {
      charges: [charge({ charge_id: 'C1' })],
      transactions: [transaction({ charge_id: 'C1', amount: -6500 })],
      wrvu_table: [{ year: 2026, cpt: '99213', modifier: null, wrvu: 1.3 }],
    }
    expect(totalOf('work_rvus', rows)?.value).toBe(130)
    expect(totalOf('collections_per_wrvu', rows)?.value).toBe(5000)
    expect(totalOf('collections_per_wrvu', { ...rows, wrvu_table: [] })?.value).toBeNull()
  })

  it('has no days in A/R before three months of charges', () => {
    expect(totalOf('days_in_ar', { charges: [charge()] })?.value).toBeNull()
  })

  it('collects 95 % of what contracts allow: $760 of $1,000 less $200 contractual', () => {
    const rows = {
      charges: [charge({ charge_id: 'C1', charge_amount: 100_000 })],
      transactions: [
        transaction({ charge_id: 'C1', amount: -70_000 }),
        transaction({ charge_id: 'C1', type: 'patient_payment', amount: -8000 }),
        transaction({ charge_id: 'C1', type: 'refund_patient', amount: 2000 }),
        transaction({ charge_id: 'C1', type: 'adjustment', adj_category: 'contractual', amount: -20_000 }),
        transaction({ charge_id: 'C1', type: 'adjustment', adj_category: 'bad_debt', amount: -4000 }),
      ],
    }
    expect(totalOf('net_collection_rate', rows)).toMatchObject({
      numerator: 76_000,
      denominator: 80_000,
      value: 0.95,
    })
    expect(totalOf('net_collections', rows)?.value).toBe(76_000)
    expect(totalOf('other_adjustments', rows)?.value).toBe(4000)
  })

  it('keeps capitation out of net collections', () => {
    const transactions = [transaction({ type: 'capitation', amount: 50_000 }), transaction()]
    expect(totalOf('net_collections', { transactions })?.value).toBe(1000)
  })

  it('gives a payment the site, provider and payer of its charge', () => {
    const rows = practiceOf({
      charges: [charge({ claim_id: 'K1' })],
      transactions: [transaction({ claim_id: 'K1', payer_class: 'medicare', location: 'West' })],
    })
    const answer = oracle(
      'net_collections',
      { by: ['payer'], where: { location: ['East'] }, period: october },
      rows,
      atEndOfOctober,
    )
    expect(answer).toEqual([
      { keys: { payer: 'commercial' }, numerator: 1000, denominator: null, value: 1000 },
    ])
  })

  it('takes a void off the month in which it is posted', () => {
    const charges = [
      charge({ charge_id: 'C1', post_date: '2026-09-10', is_void: true }),
      charge({ charge_id: 'C2', post_date: '2026-10-02', charge_amount: -10_000, is_void: true }),
      charge({ charge_id: 'C3', charge_amount: 2500 }),
    ]
    expect(totalOf('gross_charges', { charges })?.value).toBe(-7500)
    expect(totalOf('gross_charges', { charges }, { from: '2026-09', to: '2026-10' })?.value).toBe(2500)
    expect(totalOf('accounts_receivable', { charges })?.value).toBe(2500)
  })

  it('counts the lag of real charge lines only: the middle of 0, 2, 2, 9 is 2, and 9 in 10 are within 9', () => {
    const charges = [0, 2, 2, 9].map((days) =>
      charge({ post_date: `2026-10-${String(5 + days).padStart(2, '0')}` }),
    )
    const left = [
      charge({ charge_amount: 0 }),
      charge({ is_void: true }),
      charge({ post_date: '2026-10-04' }),
    ]
    expect(totalOf('charge_lag_median', { charges: [...charges, ...left] })).toMatchObject({
      denominator: 4,
      value: 2,
    })
    expect(totalOf('charge_lag_p90', { charges: [...charges, ...left] })?.value).toBe(9)
    expect(totalOf('charges_within_3_days', { charges: [...charges, ...left] })?.value).toBe(0.75)
  })

  it('ages from the service: 90 days is 61-90, 91 days is over 90', () => {
    const at = (day: string) => charge({ service_date: day, post_date: day })
    // 2 August is 90 days before 31 October.
    expect(totalOf('ar_over_90_rate', { charges: [at('2026-08-02')] })?.value).toBe(0)
    expect(totalOf('ar_over_90_rate', { charges: [at('2026-08-02'), at('2026-08-01')] })?.value).toBe(0.5)
  })

  it('owes it to the patient once the payer has decided', () => {
    const charges = [
      charge({ charge_id: 'C1' }),
      charge({ charge_id: 'C2' }),
      charge({ payer_class: 'self_pay' }),
    ]
    const denied = transaction({ charge_id: 'C1', type: 'denial', amount: 0 })
    expect(totalOf('patient_ar_share', { charges })?.value).toBeCloseTo(1 / 3, 12)
    expect(totalOf('patient_ar_share', { charges, transactions: [denied] })?.value).toBeCloseTo(2 / 3, 12)
  })

  it('deducts credits from what is owed at the same age and by the same side', () => {
    const old = { service_date: '2026-06-01', post_date: '2026-06-02' }
    const rows = {
      charges: [charge({ charge_id: 'C1' }), charge({ ...old, charge_id: 'C2' })],
      transactions: [
        transaction({ amount: -4000, post_date: '2026-10-09' }),
        transaction({ amount: -14_000, post_date: '2026-10-09', charge_id: 'C2' }),
      ],
    }
    expect(totalOf('accounts_receivable', rows)?.value).toBe(2000)
    expect(totalOf('ar_over_90_rate', rows)).toMatchObject({ numerator: -4000, denominator: 2000 })
    // What names no charge has no payer either: the patient's, as is what the insurance has paid for.
    expect(totalOf('patient_ar_share', rows)).toMatchObject({ numerator: -8000, denominator: 2000 })
  })

  it('has no share of A/R where credits are all that is owed, or more', () => {
    const credit = (amount: number) => ({
      charges: [charge({ charge_id: 'C1' })],
      transactions: [transaction({ amount, post_date: '2026-10-09' })],
    })
    for (const id of ['ar_over_90_rate', 'patient_ar_share']) {
      expect(totalOf(id, credit(-9_999))?.value).toBeTypeOf('number')
      expect(totalOf(id, credit(-10_000))).toMatchObject({ denominator: 0, value: null })
      expect(totalOf(id, credit(-10_001))).toMatchObject({ denominator: -1, value: null })
    }
  })

  it('needs twelve months for a rolling rate', () => {
    const charges = twelveMonths.map((month) =>
      charge({ service_date: `${month}-02`, post_date: `${month}-03` }),
    )
    const transactions = twelveMonths.map((month) => transaction({ amount: -9000, post_date: `${month}-20` }))
    expect(totalOf('net_collection_rate_12m', { charges, transactions })?.value).toBe(0.9)
    expect(totalOf('net_collection_rate_12m', { charges: charges.slice(1), transactions })?.value).toBeNull()
  })

  it('ties out when the aging report moves by what was posted', () => {
    const report = (as_of: string, debit_balance: number) => ({
      as_of,
      responsibility: 'insurance' as const,
      payer: null,
      payer_class: null,
      provider: null,
      location: null,
      bucket: '0-30' as const,
      debit_balance,
      credit_balance: null,
      unapplied: null,
      invoice_id: null,
      service_date: null,
      age_days: null,
      accounts: null,
      open_accounts: null,
    })
    const rows = {
      charges: [charge()],
      transactions: [transaction()],
      aging: [report('2026-09-30', 50_000), report('2026-10-31', 59_000)],
    }
    expect(totalOf('ar_roll_forward_difference', rows)?.value).toBe(0)
    expect(totalOf('ar_roll_forward_difference', { ...rows, transactions: [] })?.value).toBe(1000)
  })
})
