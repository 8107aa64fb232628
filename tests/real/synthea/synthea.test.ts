import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { folderSums, type FolderSums } from '../../helpers/folderSums.ts'
import { describeShared } from '../../helpers/sharedData.ts'
import { syncFolder, type PublishedFolder } from '../../helpers/syncFolder.ts'

/** `1092402.73` as integer cents. */
const cents = z.string().transform((dollars) => Math.round(Number(dollars) * 100))

/** Charges, payments, charge lines. */
const flows = z.tuple([cents, cents, z.number()])

const goldenSchema = z.object({
  rows: z.object({ claims_transactions: z.number() }),
  transaction_type: z.object({ CHARGE: z.number(), PAYMENT: z.number() }),
  charges_sum: cents,
  payments_sum: cents,
  gross_collection_pct: z.number(),
  overpaid_sum: cents,
  underpaid_sum: cents,
  by_year_charges_payments_chargelines: z.record(z.string(), flows),
  months_2023_2024_charges_payments_chargelines: z.record(z.string(), flows),
  date_min: z.string(),
  date_max: z.string(),
})

describeShared('billing-synthea-27', (set) => {
  let golden: z.output<typeof goldenSchema>
  let published: PublishedFolder
  let sums: FolderSums

  beforeAll(async () => {
    golden = goldenSchema.parse(await set.golden())
    const config = await readConfig(join(import.meta.dirname, 'config.yaml'))
    published = await syncFolder(set.folder, config)
    sums = await folderSums(set.folder, config)
  })
  afterAll(async () => {
    await published.close()
    await sums.close()
  })

  /** Charges and payments posted, by month. */
  async function byMonth(): Promise<Record<string, { charges: number; payments: number }>> {
    const charges = await sums.ask({ metric: 'gross_charges', by: ['month'] })
    const payments = await sums.ask({ metric: 'net_collections', by: ['month'] })
    const months = new Set([...charges, ...payments].map(({ month = '' }) => month))
    const of = (rows: typeof charges, month: string) => rows.find((row) => row.month === month)?.value ?? 0
    return Object.fromEntries(
      [...months].map((month) => [month, { charges: of(charges, month), payments: of(payments, month) }]),
    )
  }

  it('history reaches from the first charge to the last', () => {
    expect(published.practice.months).toEqual({
      first: golden.date_min.slice(0, 7),
      last: golden.date_max.slice(0, 7),
      lastClosed: '2024-01',
    })
  })

  it('charges are the amounts of charges, payments those of payments; transfers are neither', async () => {
    expect(await sums.value('gross_charges')).toMatchObject({ value: golden.charges_sum })
    expect(await sums.value('net_collections')).toMatchObject({ value: golden.payments_sum })
  })

  it('payments over charges is the gross collection rate, more than 100 % as it is', async () => {
    const charges = (await sums.value('gross_charges'))?.value ?? 0
    const payments = (await sums.value('net_collections'))?.value ?? 0
    expect(Number(((payments / charges) * 100).toFixed(4))).toBe(golden.gross_collection_pct)
  })

  it('every year has its charges and payments', async () => {
    const years: Record<string, { charges: number; payments: number }> = {}
    for (const [month, sums] of Object.entries(await byMonth())) {
      const year = (years[month.slice(0, 4)] ??= { charges: 0, payments: 0 })
      year.charges += sums.charges
      year.payments += sums.payments
    }
    expect(years).toEqual(expected(golden.by_year_charges_payments_chargelines))
  })

  it('every month since 2023 has its charges and payments', async () => {
    const recent = Object.entries(await byMonth()).filter(([month]) => month >= '2023')
    expect(Object.fromEntries(recent)).toEqual(expected(golden.months_2023_2024_charges_payments_chargelines))
  })

  // golden.json counts charge lines of $0 too; ours are the billed ones.
  it('charge lines of every year are those that bill something', async () => {
    const lines: Record<string, number> = {}
    for (const row of sums.cube('charges')) {
      const year = String(row.month).slice(0, 4)
      lines[year] = (lines[year] ?? 0) + Number(row.charge_line_count)
    }
    const charges = (await set.records('claims_transactions.csv')).filter(({ TYPE }) => TYPE === 'CHARGE')
    expect(charges).toHaveLength(golden.transaction_type.CHARGE)
    const billed = charges.filter(({ AMOUNT }) => Number(AMOUNT) !== 0)
    const years = Map.groupBy(billed, ({ FROMDATE = '' }) => FROMDATE.slice(0, 4))
    expect(lines).toEqual(Object.fromEntries([...years].map(([year, rows]) => [year, rows.length])))
  })

  it('overpaid claims are credits: A/R is below zero, and no share of it is a number', async () => {
    const last = published.practice.months.last
    const end = await sums.value('accounts_receivable', [last, last])
    expect(end?.value).toBe(golden.overpaid_sum)
    expect(end?.value).toBe(golden.charges_sum - golden.payments_sum)
    expect(golden.underpaid_sum).toBe(0)
    for (const share of ['ar_over_90_rate', 'patient_ar_share']) {
      expect(await sums.value(share, [last, last])).toMatchObject({
        denominator: golden.overpaid_sum,
        value: null,
      })
    }
  })

  it('each month end is the one before, plus charges, less payments', async () => {
    const flowsOf = await byMonth()
    const ends = await sums.ask({ metric: 'accounts_receivable', by: ['month'] })
    let balance = 0
    const rolled = new Map<string, number>()
    for (const month of Object.keys(flowsOf).toSorted()) {
      balance += (flowsOf[month]?.charges ?? 0) - (flowsOf[month]?.payments ?? 0)
      rolled.set(month, balance)
    }
    const shown = ends.filter(({ month = '' }) => rolled.has(month))
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.map(({ month, value }) => [month, value])).toEqual(
      shown.map(({ month = '' }) => [month, rolled.get(month)]),
    )
  })

  it('every row of the ledger is accounted for', () => {
    const read = golden.rows.claims_transactions
    expect(published.result.intake.health.tabs).toMatchObject([
      {
        workbook: 'claims_transactions.csv',
        rows: { read, included: read, quarantined: 0, duplicates: 0, blank: 0, outOfScope: 0 },
      },
    ])
  })

  it('nothing that names a patient is in any published byte', async () => {
    const text = await published.publishedText()
    expect(text).toContain('All providers')
    const patients = await set.records('patients.csv')
    const marks = patients.flatMap(({ Id, LAST, SSN, ADDRESS, BIRTHDATE }) => [
      Id,
      LAST,
      SSN,
      ADDRESS,
      BIRTHDATE,
    ])
    const filled = marks.filter((mark) => mark !== undefined && mark !== '')
    expect(filled.length).toBeGreaterThan(100)
    expect(filled.filter((mark = '') => text.includes(mark))).toEqual([])
    const ledger = await set.records('claims_transactions.csv')
    expect(ledger.filter(({ ID = '', CLAIMID = '' }) => text.includes(ID) || text.includes(CLAIMID))).toEqual(
      [],
    )
  })
})

function expected(golden: Readonly<Record<string, readonly [number, number, number]>>) {
  return Object.fromEntries(
    Object.entries(golden).map(([period, [charges, payments]]) => [period, { charges, payments }]),
  )
}
