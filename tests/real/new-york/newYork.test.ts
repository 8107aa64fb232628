import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { SyncConfig } from '../../../scripts/private/config/config.ts'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { folderSums, type FolderSums } from '../../helpers/folderSums.ts'
import { describeShared } from '../../helpers/sharedData.ts'
import { syncFolder, type PublishedFolder } from '../../helpers/syncFolder.ts'

/** `116493.75` hours as hundredths, `6141781.57` dollars as cents. */
const hundredths = z.string().transform((text) => Math.round(Number(text) * 100))

const yearSchema = z.object({
  rows: z.number(),
  regular_hours: hundredths,
  ot_hours: hundredths,
  regular_gross_paid: hundredths,
  total_ot_paid: hundredths,
  gross: hundredths,
  ot_hours_pct_of_all_hours: z.number(),
  ot_pay_pct_of_gross: z.number(),
})
type Year = z.output<typeof yearSchema>

const goldenSchema = z.object({
  rows: z.number(),
  all_rows: yearSchema,
  fiscal_year_2020: yearSchema,
  by_agency_ot_paid: z.record(z.string(), hundredths),
})

describeShared('payroll-nyc-2020', (set) => {
  let golden: z.output<typeof goldenSchema>
  let config: SyncConfig
  let published: PublishedFolder
  let sums: FolderSums

  beforeAll(async () => {
    golden = goldenSchema.parse(await set.golden())
    config = await readConfig(join(import.meta.dirname, 'config.yaml'))
    published = await syncFolder(set.folder, config)
    sums = await folderSums(set.folder, config)
  })
  afterAll(async () => {
    await published.close()
    await sums.close()
  })

  async function expectYear(shown: FolderSums, year: Year): Promise<void> {
    expect(sumsOf(shown)).toEqual({
      regular_hours: year.regular_hours,
      overtime_hours: year.ot_hours,
      paid_cents: year.gross,
      overtime_cents: year.total_ot_paid,
    })
    const hours = await shown.value('overtime_rate')
    expect(percent(hours?.value)).toBe(year.ot_hours_pct_of_all_hours)
    const pay = await shown.value('overtime_pay_rate')
    expect(percent(pay?.value)).toBe(year.ot_pay_pct_of_gross)
  }

  it('hours and pay of the fiscal year are exact', async () => {
    await expectYear(sums, golden.fiscal_year_2020)
  })

  it('the row of another fiscal year is out of scope, not lost', () => {
    const { rows } = golden.fiscal_year_2020
    expect(published.result.intake.health.tabs).toMatchObject([
      {
        rows: {
          read: golden.rows,
          included: rows,
          outOfScope: golden.rows - rows,
          quarantined: 0,
          duplicates: 0,
        },
      },
    ])
  })

  it('without a scope every row counts', async () => {
    const tabs = config.tabs.map((pin) => ('dataset' in pin ? { ...pin, scope: {} } : pin))
    const whole = await folderSums(set.folder, { ...config, tabs })
    try {
      await expectYear(whole, golden.all_rows)
    } finally {
      await whole.close()
    }
  })

  it('each agency has its overtime pay', async () => {
    const rows = await sums.ask({ metric: 'overtime_pay', by: ['location'] })
    expect(Object.fromEntries(rows.map((row) => [row.keys.location, row.value]))).toEqual(
      golden.by_agency_ot_paid,
    )
  })

  it('pay lies in the month in which the period ends, cost in the months worked', () => {
    const costs = sums.cube('payroll')
    expect(costs.filter((row) => row.paid_cents !== 0).map(({ month }) => month)).toEqual(['2020-06'])
    expect(costs.at(0)?.month).toBe('2019-07')
    expect(costs.reduce((sum, row) => sum + Number(row.staff_cost_cents), 0)).toBe(
      golden.fiscal_year_2020.gross,
    )
  })

  it('no name and no number of an employee is in any published byte', async () => {
    const text = await published.publishedText()
    expect(text).toContain('OFFICE OF EMERGENCY MANAGEMENT')
    const people = (await set.lines('nycpayroll_2020.csv')).flatMap((row) => [row[4], row[5], row[6]])
    const marks = people.filter((mark): mark is string => mark !== undefined && mark.length > 4)
    expect(marks.length).toBeGreaterThan(150)
    expect(marks.filter((mark) => new RegExp(`\\b${mark}\\b`).test(text))).toEqual([])
  })
})

function sumsOf(shown: FolderSums): Record<string, number> {
  const found: Record<string, number> = {}
  for (const row of shown.cube('payroll')) {
    for (const measure of ['regular_hours', 'overtime_hours', 'paid_cents', 'overtime_cents']) {
      found[measure] = (found[measure] ?? 0) + Number(row[measure])
    }
  }
  return found
}

/** A rate as golden.json writes it: percent, four decimals. */
function percent(rate: number | null | undefined): number | null {
  return typeof rate === 'number' ? Number((rate * 100).toFixed(4)) : null
}
