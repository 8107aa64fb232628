import { describe, expect, it } from 'vitest'
import type { Row } from '../../scripts/private/sources/source.ts'
import { takeInTab, takeInTabs } from '../mess/takeIn.ts'
import { agingBucketsReport, agingTo90Report, openemrCollectionsReport } from './reports/agingReports.ts'
import { drchronoLinesReport } from './reports/drchronoLinesReport.ts'

const owed = (preset: string, more = ''): string =>
  `tabs: [{ file: test.xlsx, preset: ${preset}, constants: { responsibility: insurance${more} } }]`

/** Month end, payer class, bucket and cents of the rows that count. */
async function balances(rows: readonly Row[], yaml: string) {
  const taken = await takeInTab('Report', rows, yaml)
  const read = (await taken.rows('aging')).map(({ as_of, payer, bucket, debit_balance, invoice_id }) => [
    ...[invoice_id ?? null, as_of, payer ?? null, bucket, debit_balance],
  ])
  return { ...taken, read }
}

describe("OpenEMR's collections", () => {
  const rows = openemrCollectionsReport.content as readonly Row[]

  it('are open invoices; the day of service and the age say the month end and the bucket', async () => {
    const { read, refused, intake } = await balances(rows, owed('openemr_collections'))
    expect(refused).toEqual([])
    expect(read).toEqual([
      ['12.10', '2026-10-31', 'Acme', '0-30', 8_000],
      ['12.11', '2026-10-31', 'Acme', '31-60', 15_000],
      ['13.2', '2026-10-31', 'Medicare', '121+', -1_000],
    ])
    expect(JSON.stringify(intake?.health)).not.toMatch(/Invented|000-00/)
  })

  it('without the header of the age, whose cells are written all the same, asks for the month end', async () => {
    const short = rows.map((row, index) => (index === 0 ? row.slice(0, -1) : row))
    expect((await balances(short, owed('openemr_collections'))).refused).toEqual([
      expect.stringContaining('nothing in it says as_of.'),
    ])
    const { read } = await balances(short, owed('openemr_collections', ', as_of: 2026-10-31'))
    expect(read.map(([, as_of, , bucket]) => [as_of, bucket])).toEqual([
      ['2026-10-31', '0-30'],
      ['2026-10-31', '31-60'],
      ['2026-10-31', '121+'],
    ])
  })

  it('need not say who owes', async () => {
    const taken = await balances(rows, '')
    const { read, refused } = taken
    expect(refused).toEqual([])
    expect(read).toHaveLength(3)
    expect((await taken.rows('aging')).map(({ responsibility }) => responsibility)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('an aging report with a column for each age', () => {
  it('subtotals of payers and shares of all are no payers', async () => {
    const head = ['Payer', 'Current', '30-60', '60-90', '90-120', '120+']
    const line = (payer: string, ...cents: number[]): Row => [payer, ...cents]
    const acme = [line('Acme HMO', 10, 20, 30, 40, 50), line('Acme PPO', 1, 2, 3, 4, 5)]
    const rows = [
      head,
      ...[...acme, line('Acme Total', 11, 22, 33, 44, 55)],
      ...[line('Total Health', 7, 0, 0, 0, 0), line('Total for Total Health', 7, 0, 0, 0, 0)],
      ...[line('Grand Total', 18, 22, 33, 44, 55), line('% of Total', 0.1, 0.13, 0.19, 0.26, 0.32)],
    ]
    const { read, refused } = await balances(rows, owed('aging_buckets', ', as_of: 2026-10-31'))
    expect(refused).toEqual([])
    expect(new Set(read.map(([, , payer]) => payer))).toEqual(
      new Set(['Acme HMO', 'Acme PPO', 'Total Health']),
    )
    expect(read.reduce((sum, [, , , , cents]) => sum + Number(cents), 0)).toBe(17_200)
    const wrong = rows.with(3, line('Acme Total', 11.01, 22, 33, 44, 55))
    expect((await balances(wrong, owed('aging_buckets', ', as_of: 2026-10-31'))).refused).toEqual([
      expect.stringContaining('cell B4 ("Current")'),
    ])
  })

  it('is a row for each payer and age; shares are not read, and its total holds', async () => {
    const rows = agingBucketsReport.content as readonly Row[]
    const { read, refused, intake } = await balances(rows, owed('aging_buckets', ', as_of: 2026-10-31'))
    expect(refused).toEqual([])
    expect(new Set(read)).toEqual(
      new Set([
        [null, '2026-10-31', 'Acme', 'current', 100_000],
        [null, '2026-10-31', 'Medicare', 'current', 40_000],
        [null, '2026-10-31', 'Acme', '31-60', 50_000],
        [null, '2026-10-31', 'Medicare', '31-60', 10_000],
        [null, '2026-10-31', 'Acme', '61-90', 30_000],
        [null, '2026-10-31', 'Acme', '121+', 20_000],
      ]),
    )
    expect(intake?.health.tabs.map(({ totals }) => totals?.held)).toEqual([1, 1, 1, 1, 1])
  })

  it('that ends with one for all over 90 days, with what is not due yet beside the first month', async () => {
    const { read, refused, intake } = await balances(agingTo90Report.content as readonly Row[], '')
    expect(refused).toEqual([])
    expect(new Set(read)).toEqual(
      new Set([
        [null, '2026-08-31', null, 'current', 40_000],
        [null, '2026-09-30', null, 'current', 50_000],
        [null, '2026-08-31', null, '0-30', 30_000],
        [null, '2026-09-30', null, '0-30', 30_000],
        [null, '2026-08-31', null, '31-60', 20_000],
        [null, '2026-08-31', null, '61-90', 10_000],
        [null, '2026-09-30', null, '61-90', 10_000],
        [null, '2026-08-31', null, '91+', 5_000],
        [null, '2026-09-30', null, '91+', 7_550],
      ]),
    )
    expect(intake?.health.tabs.map(({ rows: { included } }) => included)).toEqual([2, 2, 1, 2, 2])
  })

  it('a line of unapplied credit is no sum of the others', async () => {
    const rows = agingBucketsReport.content as readonly Row[]
    const credit: Row = ['Total Unapplied Credit', '-250.00']
    const { read, refused } = await balances(
      [...rows.slice(0, 4), credit],
      owed('aging_buckets', ', as_of: 2026-10-31'),
    )
    expect(refused).toEqual([])
    expect(read).toContainEqual([null, '2026-10-31', 'Total Unapplied Credit', 'current', -25_000])
  })
})

describe('DrChrono', () => {
  it('line items are charges and what each payer and the patient paid', async () => {
    const taken = await takeInTab('Lines', drchronoLinesReport.content as readonly Row[])
    expect(taken.refused).toEqual([])
    expect(await taken.rows('charges')).toMatchObject([
      {
        charge_id: '501',
        cpt: '99213',
        charge_amount: 20_000,
        service_date: '2026-10-02',
        post_date: '2026-10-05',
      },
      { charge_id: '502', cpt: '99214', charge_amount: 25_000 },
    ])
    expect(
      (await taken.rows('transactions')).map(({ type, amount, charge_id }) => [type, amount, charge_id]),
    ).toEqual([
      ['insurance_payment', -8_000, '501'],
      ['insurance_payment', -1_000, '501'],
      ['patient_payment', -3_000, '501'],
    ])
  })

  it('of a day sheet "All Data" alone is read: its other tabs hold the same lines', async () => {
    const header = ['Transaction ID', 'Charge ID', 'Post Date', 'Transaction Type', 'Amount']
    const payment: Row = ['T1', 'C1', '1/6/2024', 'Insurance Payment', 80]
    const copay: Row = ['T2', 'C1', '1/6/2024', 'Patient Payment', 20]
    const taken = await takeInTabs({
      Summary: [['Total', 100]],
      Credits: [header, payment, copay],
      'Patient Payments': [header, copay],
      'All Data': [header, payment, copay],
    })
    expect((await taken.rows('transactions')).map(({ txn_id }) => txn_id)).toEqual(['T1', 'T2'])
    expect(taken.warnings).toContain(
      'Tab "Credits" of test.xlsx was left out: its lines are in tab "All Data" of test.xlsx as well.',
    )
    const alone = await takeInTabs({ 'Patient Payments': [header, copay] })
    expect(await alone.rows('transactions')).toHaveLength(1)
  })
})
