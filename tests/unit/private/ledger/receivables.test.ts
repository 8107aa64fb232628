import { describe, expect, it } from 'vitest'
import { facts } from '../../../../src/cubes/facts.ts'
import { cubeRows, peopleRows, type CubeRow } from './cubeRows.ts'

const charge = {
  service_date: '2026-01-20',
  post_date: '2026-01-22',
  rendering_provider: 'Dr. Reyes',
  location: 'Main',
  payer_class: 'commercial',
  charge_amount: 10_000,
}
const payment = { type: 'insurance_payment', post_date: '2026-03-05' }

/** Month and one measure of every row. */
const by = (measure: string, rows: readonly CubeRow[]) => rows.map((row) => [row.month, row[measure]])

describe('receivables rolled from open items', () => {
  it('stand at every month end from posting until paid, and age from the day of service', async () => {
    const rows = await cubeRows('receivables_by_age_bucket', {
      asOf: '2026-07-10',
      tabs: {
        charges: [{ ...charge, charge_id: 'C1' }],
        transactions: [
          { ...payment, charge_id: 'C1', amount: -4_000 },
          { charge_id: 'C1', type: 'patient_payment', post_date: '2026-06-30', amount: -6_000 },
        ],
      },
    })
    expect(rows.map((row) => [row.month, row.age_bucket, row.balance_cents, row.over_90_cents])).toEqual([
      ['2026-01-01', '0-30', 10_000, 0],
      ['2026-02-01', '31-60', 10_000, 0],
      ['2026-03-01', '61-90', 6_000, 0],
      ['2026-04-01', '91-120', 6_000, 6_000],
      ['2026-05-01', '121+', 6_000, 6_000],
    ])
  })

  it('end the running month with the as-of date', async () => {
    const question = { tabs: { charges: [{ ...charge, charge_id: 'C1' }] } }
    const at = async (asOf: string) => {
      const rows = await cubeRows('receivables_by_age_bucket', { ...question, asOf })
      return rows.at(-1)?.age_bucket
    }
    expect(await at('2026-02-19')).toBe('0-30')
    expect(await at('2026-02-20')).toBe('31-60')
  })

  it('pass to the patient with the first insurance payment, contractual adjustment or denial', async () => {
    const rows = await cubeRows('receivables', {
      asOf: '2026-03-31',
      tabs: {
        charges: [
          { ...charge, charge_id: 'C1', charge_amount: 1 },
          { ...charge, charge_id: 'C2', charge_amount: 20 },
          { ...charge, charge_id: 'C3', charge_amount: 300 },
          { ...charge, charge_id: 'C4', charge_amount: 4_000, payer_class: 'self_pay' },
          { ...charge, charge_id: 'C5', charge_amount: 50_000, payer_class: null },
          { ...charge, charge_id: 'C6', charge_amount: 600_000 },
        ],
        transactions: [
          { ...payment, txn_id: '1', charge_id: 'C1', amount: 0 },
          { ...payment, txn_id: '2', charge_id: 'C2', type: 'denial', amount: 777 },
          {
            ...payment,
            txn_id: '3',
            charge_id: 'C3',
            type: 'adjustment',
            adj_category: 'contractual',
            amount: 0,
          },
          { ...payment, txn_id: '4', charge_id: 'C6', type: 'adjustment', adj_category: 'coding', amount: 0 },
          { ...payment, txn_id: '5', charge_id: 'C6', type: 'patient_payment', amount: 0 },
        ],
      },
    })
    expect(rows.map((row) => [row.month, row.balance_cents, row.patient_cents])).toEqual([
      ['2026-01-01', 654_321, 54_000],
      ['2026-02-01', 654_321, 54_000],
      ['2026-03-01', 654_321, 54_321],
    ])
  })

  it('keep an overpaid item and money that fits no charge as credits', async () => {
    const rows = await cubeRows('receivables_by_provider', {
      asOf: '2026-03-31',
      tabs: {
        charges: [
          { ...charge, charge_id: 'C1', post_date: '2026-03-02' },
          { ...charge, charge_id: 'C2', post_date: '2026-03-02' },
        ],
        transactions: [
          { ...payment, txn_id: '1', charge_id: 'C1', amount: -10_500 },
          { ...payment, txn_id: '2', charge_id: null, provider: 'Dr. Patel', amount: -70 },
          { ...payment, txn_id: '3', charge_id: null, type: 'capitation', amount: 9_000 },
        ],
      },
    })
    expect(by('balance_cents', rows)).toEqual([
      ['2026-03-01', -70],
      ['2026-03-01', 9_500],
    ])
    expect(rows.map((row) => row.provider)).toEqual(['Dr. Patel', 'Dr. Reyes'])
  })

  it('take a claim for one item where payments name claims, with its earliest service', async () => {
    const question = {
      asOf: '2026-03-31',
      tabs: {
        charges: [
          {
            ...charge,
            charge_id: 'C1',
            claim_id: 'K1',
            service_date: '2026-03-01',
            rendering_provider: 'Dr. Patel',
          },
          { ...charge, charge_id: 'C2', claim_id: 'K1', service_date: '2026-01-20' },
        ],
        transactions: [{ ...payment, claim_id: 'K1', amount: -15_000 }],
      },
    }
    const left = { balance_cents: 5_000 }
    const byProvider = await cubeRows('receivables_by_provider', question)
    expect(byProvider.at(-1)).toMatchObject({ provider: 'Dr. Reyes', ...left })
    const byAge = await cubeRows('receivables_by_age_bucket', question)
    expect(byAge.at(-1)).toMatchObject({ age_bucket: '61-90', ...left })
  })

  it('close a voided charge with its void, whether or not the lines are flagged', async () => {
    const line = { ...charge, encounter_id: 'E1', cpt: '99213' }
    const lines = (is_void: boolean | null) => [
      { ...line, charge_id: 'C1', is_void },
      { ...line, charge_id: 'C2', modifiers: '25' },
      { ...line, charge_id: 'C3', charge_amount: -10_000, post_date: '2026-02-04', is_void },
    ]
    for (const is_void of [true, null]) {
      const rows = await cubeRows('receivables', { asOf: '2026-02-28', tabs: { charges: lines(is_void) } })
      expect(by('balance_cents', rows)).toEqual([
        ['2026-01-01', 20_000],
        ['2026-02-01', 10_000],
      ])
    }
  })

  it('close the void of a repeated line once only', async () => {
    const line = { ...charge, encounter_id: 'E1', cpt: '99213' }
    const rows = await cubeRows('receivables', {
      asOf: '2026-01-31',
      tabs: {
        charges: [
          { ...line, charge_id: 'C1' },
          { ...line, charge_id: 'C2' },
          { ...line, charge_id: 'C3', charge_amount: -10_000 },
        ],
      },
    })
    expect(rows).toMatchObject([{ balance_cents: 10_000 }])
  })
})

describe('the aging report', () => {
  const line = { as_of: '2026-03-31', responsibility: 'insurance', payer_class: 'medicare' }
  const aging = [
    { ...line, bucket: '0-30', debit_balance: 900, credit_balance: -100 },
    { ...line, bucket: '91-120', debit_balance: 50, credit_balance: 0, unapplied: -7 },
    { ...line, bucket: '121+', debit_balance: 4, credit_balance: 1, responsibility: 'patient' },
    { ...line, as_of: '2026-04-30', bucket: '0-30', debit_balance: 1_000 },
    { ...line, as_of: '2026-05-31', bucket: '0-30', debit_balance: 1_200 },
    { ...line, as_of: '2026-07-31', bucket: '0-30', debit_balance: 5 },
  ]

  it('has what is not due yet beside the first month, both of the youngest age', async () => {
    const aging = [
      { ...line, bucket: 'current', debit_balance: 700 },
      { ...line, bucket: '0-30', debit_balance: 200 },
    ]
    const settings = { accounts_receivable: 'aging_report' as const }
    const rows = await cubeRows('receivables_by_age_bucket', {
      tabs: { aging },
      asOf: '2026-06-30',
      settings,
    })
    expect(rows).toMatchObject([{ age_bucket: '0-30', balance_cents: 900 }])
  })

  it('with the number of all open accounts alone has that behind its balance, and its lines behind the parts', async () => {
    const plain = [
      { as_of: '2026-03-31', bucket: '0-30', debit_balance: 900, credit_balance: -100 },
      { as_of: '2026-03-31', bucket: '91+', debit_balance: 50, unapplied: -7 },
    ]
    const behind = async (more: Readonly<Record<string, number>>) => {
      const aging = plain.map((line) => ({ ...line, ...more }))
      const settings = { accounts_receivable: 'aging_report' as const }
      const question = { tabs: { aging }, asOf: '2026-06-30', settings }
      const { sourceRows, measures } = await peopleRows(facts.receivables, [], question)
      return Array.from(sourceRows, (rows, index) => [
        ...[rows, measures.balance_cents?.[index] ?? null, measures.over_90_cents?.[index] ?? null],
      ]).sort(([a = 0, b = 0], [c = 0, d = 0]) => Number(a) - Number(c) || Number(b) - Number(d))
    }
    expect(await behind({ open_accounts: 400 })).toEqual([
      [2, 0, 43],
      [400, 843, 0],
    ])
    const one = [
      [1, 43, 43],
      [1, 800, 0],
    ]
    expect(await behind({})).toEqual(one)
    expect(await behind({ open_accounts: 2 })).toEqual(one)
    expect(await behind({ accounts: 12, open_accounts: 400 })).toEqual([
      [12, 43, 43],
      [12, 800, 0],
    ])
  })

  it('replaces the rolled balances where the settings say so', async () => {
    const question = { tabs: { aging, charges: [{ ...charge, charge_id: 'C1' }] }, asOf: '2026-06-30' }
    const settings = { accounts_receivable: 'aging_report' as const }
    const rows = await cubeRows('receivables', { ...question, settings })
    expect(rows[0]).toEqual({
      month: '2026-03-01',
      months: 1,
      balance_cents: 846,
      over_90_cents: 46,
      patient_cents: 3,
    })
    expect(rows.map((row) => row.month)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01'])
    expect(by('balance_cents', await cubeRows('receivables', question))[0]).toEqual(['2026-01-01', 10_000])
  })

  it('is rolled forward from the report before it, and the difference shows', async () => {
    const rows = await cubeRows('reconciliation', {
      asOf: '2026-07-31',
      tabs: {
        aging,
        charges: [{ ...charge, charge_id: 'C1', post_date: '2026-04-02', charge_amount: 500 }],
        transactions: [
          { ...payment, txn_id: '1', post_date: '2026-04-09', amount: -300 },
          { ...payment, txn_id: '2', post_date: '2026-04-09', type: 'adjustment', amount: -40 },
          { ...payment, txn_id: '3', post_date: '2026-05-09', type: 'takeback', amount: 200 },
        ],
      },
    })
    expect(rows).toEqual([
      {
        month: '2026-04-01',
        months: 1,
        opening_cents: 846,
        charge_cents: 500,
        net_payment_cents: 300,
        adjustment_cents: 40,
        closing_cents: 1_000,
        difference_cents: 6,
      },
      {
        month: '2026-05-01',
        months: 1,
        opening_cents: 1_000,
        charge_cents: 0,
        net_payment_cents: -200,
        adjustment_cents: 0,
        closing_cents: 1_200,
        difference_cents: 0,
      },
    ])
  })

  it('is not made up where there is none', async () => {
    expect(await cubeRows('reconciliation', { tabs: { charges: [{ ...charge, charge_id: 'C1' }] } })).toEqual(
      [],
    )
  })
})
