import { describe, expect, it } from 'vitest'
import type { Row } from '../../scripts/private/sources/source.ts'
import { takeInTab } from '../mess/takeIn.ts'
import {
  pivotBillingReport,
  pivotChargesReport,
  pivotTransactionHeaders,
  pivotTransactionsReport,
} from './reports/pivotBillingReports.ts'
import type { SampleReport } from './reports/sampleReport.ts'
import { takenSample } from './takenReport.ts'

/** Charge, kind, day, effect on A/R in cents, category: of all lines, in an order of their own. */
const lines = [
  ['C1', 'patient_payment', '2026-10-02', -2000, null],
  ['C3', 'patient_payment', '2026-10-02', -2000, null],
  ['C1', 'insurance_payment', '2026-10-20', -8000, null],
  ['C1', 'adjustment', '2026-10-20', -10000, 'contractual'],
  ['C3', 'insurance_payment', '2026-10-21', -7000, null],
  ['C3', 'takeback', '2026-10-28', 500, null],
  ['C3', 'refund_patient', '2026-10-29', 1000, null],
]

const rowsOf = ({ content }: SampleReport): readonly Row[] => (typeof content === 'string' ? [] : content)

/** The report with another cell under a header in the row of this number (1 is the header). */
function changed(report: SampleReport, number: number, cells: Readonly<Record<string, string>>): Row[] {
  const [headers = [], ...rest] = rowsOf(report)
  const names = headers.map((header) => (typeof header === 'string' ? header : ''))
  return [
    headers,
    ...rest.map((row, index) =>
      index + 2 === number ? row.map((cell, at) => cells[names[at] ?? ''] ?? cell) : row,
    ),
  ]
}

function flipped(report: SampleReport): SampleReport {
  const [headers = [], ...rest] = rowsOf(report)
  const types = headers.indexOf('Transaction Type')
  const amounts = headers.indexOf('Amount')
  const flip = (row: Row): Row =>
    row[types] === 'Charge' ? row : row.with(amounts, String(-Number(row[amounts])))
  return { ...report, content: [headers, ...rest.map(flip)] }
}

async function transactionsOf(report: SampleReport) {
  const { ledger, result } = await takenSample(report)
  expect(result.rejects).toEqual([])
  const rows = [...ledger.appended('transactions'), ...ledger.appended('billing')]
  return rows
    .filter(({ type }) => type !== 'charge' && type !== 'void_charge')
    .map((row) => [row.charge_id, row.type, row.post_date, row.amount, row.adj_category ?? null])
}

describe("PIVOT's billing template, two files", () => {
  it('charges have their modifiers, work RVUs and payer; a void stands beside its line', async () => {
    const { ledger, result } = await takenSample(pivotChargesReport)
    expect(result.rejects).toEqual([])
    const told = ledger
      .appended('charges')
      .map((row) => [
        ...[row.charge_id, row.encounter_id, row.patient_key, row.service_date, row.post_date, row.cpt],
        ...[row.modifiers, row.units, row.charge_amount, row.wrvu, row.rendering_provider],
        ...[row.location, row.payer, row.payer_class],
      ])
    const office = ['Birch, Ada', 'Northside', 'Acme', 'commercial']
    const served = ['0077', '2026-10-02']
    expect(told).toEqual([
      ['C1', '12.10', ...served, '2026-10-03', '99213', null, 1, 20000, 1.3, ...office],
      ['C2', '12.20', ...served, '2026-10-03', '99214', null, 1, 15000, 1.92, ...office],
      ['C2', '12.20', ...served, '2026-10-05', '99214', null, -1, -15000, -1.92, ...office],
      [
        ...['C3', '12.30', ...served, '2026-10-03', '20610', '50', 1, 9000, 0.79],
        ...['Birch, Ada', 'Northside', 'Medicare', 'medicare'],
      ],
    ])
  })

  it('transactions are what was paid, adjusted and refunded in a row, by whom it was', async () => {
    expect(new Set(await transactionsOf(pivotTransactionsReport))).toEqual(new Set(lines))
  })

  it('a code of the kind is no number of the row: equal payments of two charges are two', async () => {
    const taken = await takeInTab('Billing', rowsOf(pivotTransactionsReport))
    expect(await taken.rows('transactions')).toHaveLength(lines.length)
    expect(taken.warnings.filter((one) => /duplicate/i.test(one))).toEqual([])
  })

  it('a refund that is described as a payment is rejected where it stands, and counts as neither', async () => {
    const rows = changed(pivotTransactionsReport, 7, { 'Transaction Description': 'Insurance payment' })
    const taken = await takeInTab('Billing', rows, 'limits: { rejected_share: 1 }')
    expect(taken.rejected).toEqual(['B7 type: a kind that does not fit the rest of the row'])
  })

  it('a description that nobody knows refuses the tab and says where, not what', async () => {
    const rows = changed(pivotTransactionsReport, 3, { 'Transaction Description': 'Front desk money' })
    const { refused } = await takeInTab('Billing', rows)
    expect(refused).toEqual([
      expect.stringContaining('column B (type): 1 row holds a value that no map knows'),
    ])
    expect(refused.join()).not.toContain('Front desk')
    const known = await takeInTab(
      'Billing',
      rows,
      'maps: { transaction_type: { Front desk money: patient_payment } }',
    )
    expect(await known.rows('transactions')).toHaveLength(lines.length)
  })
})

describe("PIVOT's billing template, one file", () => {
  it('holds the same lines as the two files', async () => {
    expect(new Set(await transactionsOf(pivotBillingReport))).toEqual(new Set(lines))
    const { ledger } = await takenSample(pivotBillingReport)
    const charges = ledger
      .appended('billing')
      .filter(({ type }) => type === 'charge' || type === 'void_charge')
      .map((row) => [row.charge_id, row.type, row.amount, row.wrvu, row.modifiers, row.payer_class])
    expect(charges).toEqual([
      ['C1', 'charge', 20000, 1.3, null, 'commercial'],
      ['C2', 'charge', 15000, 1.92, null, 'commercial'],
      ['C3', 'charge', 9000, 0.79, '50', 'medicare'],
      ['C2', 'void_charge', -15000, 1.92, null, 'commercial'],
    ])
  })

  it('means the same where all amounts but charges have the other sign', async () => {
    expect(await transactionsOf(flipped(pivotBillingReport))).toEqual(
      await transactionsOf(pivotBillingReport),
    )
  })

  it('a charge is a charge, whatever its description says', async () => {
    const rows = changed(pivotBillingReport, 2, { 'Transaction Description': 'Insurance payment' })
    const taken = await takeInTab('Billing', rows)
    expect((await taken.rows('billing')).map(({ type }) => type).slice(0, 1)).toEqual(['charge'])
  })

  it('a payment without a word on whose it is, is rejected; a blank kind too; a kind that nobody knows refuses the tab', async () => {
    const loose = 'limits: { rejected_share: 1 }'
    const silent = changed(pivotBillingReport, 6, { 'Transaction Description': '' })
    expect((await takeInTab('Billing', silent, loose)).rejected).toEqual([
      'K6 type: blank, and nothing else says what kind of line it is',
    ])
    const blank = changed(pivotBillingReport, 6, { 'Transaction Type': '' })
    expect((await takeInTab('Billing', blank, loose)).rejected).toEqual(['J6 type: blank, and required'])
    const odd = changed(pivotBillingReport, 6, { 'Transaction Type': 'Thing' })
    expect((await takeInTab('Billing', odd)).refused).toEqual([
      expect.stringContaining('column J (type): 1 row holds a value that no map knows'),
    ])
    const mapped = await takeInTab('Billing', odd, 'maps: { transaction_type: { Thing: patient_payment } }')
    expect(await mapped.rows('billing')).toHaveLength(11)
  })

  it('a payment that is described as a refund is rejected', async () => {
    const rows = changed(pivotBillingReport, 6, { 'Transaction Description': 'Patient refund' })
    expect((await takeInTab('Billing', rows, 'limits: { rejected_share: 1 }')).rejected).toEqual([
      'K6 type: a kind that does not fit the rest of the row',
    ])
  })

  it('nothing of a patient but the number is read', async () => {
    for (const report of [pivotChargesReport, pivotTransactionsReport, pivotBillingReport]) {
      const { ledger } = await takenSample(report)
      expect(JSON.stringify(ledger.batches)).not.toMatch(/1970|02139|Z00/)
    }
    expect(new Set(pivotTransactionHeaders).size).toBe(16)
  })
})
