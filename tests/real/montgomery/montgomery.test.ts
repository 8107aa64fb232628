import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { SyncConfig } from '../../../scripts/private/config/config.ts'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { openLedger } from '../../../scripts/private/ledger/openLedger.ts'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import { intake } from '../../../scripts/private/validate/intake.ts'
import { folderSums, type FolderSums } from '../../helpers/folderSums.ts'
import { describeShared } from '../../helpers/sharedData.ts'
import { syncFolder, type PublishedFolder } from '../../helpers/syncFolder.ts'

const cents = z.string().transform((dollars) => Math.round(Number(dollars) * 100))

const groupSchema = z.object({
  rows: z.number(),
  gross_sum: cents,
  gross_blank: z.number(),
  overtime_sum: cents,
  overtime_blank: z.number(),
  overtime_pct_of_gross: z.number(),
})
const goldenSchema = z.object({
  all: groupSchema,
  hhs: groupSchema,
  departments: z.number(),
  by_department: z.record(z.string(), groupSchema),
  hhs_school_health_services: groupSchema,
})

const file = 'Employee_Salaries_-_2016.csv'

describeShared('payroll-montgomery-2016', (set) => {
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

  it("overtime over gross pay is the county's, exactly", async () => {
    const rate = await sums.value('overtime_pay_rate')
    expect(rate).toMatchObject({ numerator: golden.all.overtime_sum, denominator: golden.all.gross_sum })
    expect(percent(rate?.value)).toBe(golden.all.overtime_pct_of_gross)
  })

  it('every department has its gross and its overtime', async () => {
    const rows = await sums.ask({ metric: 'overtime_pay_rate', by: ['location'] })
    expect(rows).toHaveLength(golden.departments)
    const shown = rows.map(
      (row) => [row.keys.location, { overtime: row.numerator, gross: row.denominator }] as const,
    )
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(
        Object.entries(golden.by_department).map(([department, group]) => [
          department,
          { overtime: group.overtime_sum, gross: group.gross_sum },
        ]),
      ),
    )
    const health = rows.find(({ keys }) => keys.location === 'HHS')
    expect(percent(health?.value)).toBe(golden.hhs.overtime_pct_of_gross)
  })

  it("pay spread over the days of the year adds up to the year's pay", () => {
    const months = sums.cube('payroll')
    expect(months.map(({ month }) => month)).toHaveLength(12)
    expect(months.reduce((sum, row) => sum + Number(row.staff_cost_cents), 0)).toBe(golden.all.gross_sum)
  })

  it('every row is accounted for, with its gross pay', () => {
    const { rows, gross_sum } = golden.all
    expect(published.result.intake.health.tabs).toMatchObject([
      {
        rows: { read: rows, included: rows, quarantined: 0, duplicates: 0, blank: 0, outOfScope: 0 },
        cents: { read: gross_sum, included: gross_sum, unreadable: 0 },
      },
    ])
  })

  it('a blank is no pay known, not a pay of zero', async () => {
    const ledger = await openLedger()
    try {
      await intake(folderSource(set.folder), ledger, {
        config,
        asOf: '2016-12-31',
        progress: () => undefined,
      })
      const rows = await ledger.rows('payroll_summary')
      expect(rows.filter((row) => row.gross_amount === null)).toHaveLength(golden.all.gross_blank)
      expect(rows.filter((row) => row.overtime_amount === null)).toHaveLength(golden.all.overtime_blank)
    } finally {
      await ledger.close()
    }
  })

  it('with a scope only the school health services count, and the rest is said to be out of scope', async () => {
    const narrow = withScope(config, { Division: ['School Health Services'] })
    const scoped = await syncFolder(set.folder, narrow)
    const scopedSums = await folderSums(set.folder, narrow)
    try {
      const { rows, overtime_sum, gross_sum, overtime_pct_of_gross } = golden.hhs_school_health_services
      const rate = await scopedSums.value('overtime_pay_rate')
      expect(rate).toMatchObject({ numerator: overtime_sum, denominator: gross_sum })
      expect(percent(rate?.value)).toBe(overtime_pct_of_gross)
      expect(scoped.result.intake.health.tabs).toMatchObject([
        { rows: { read: golden.all.rows, included: rows, outOfScope: golden.all.rows - rows } },
      ])
    } finally {
      await scoped.close()
      await scopedSums.close()
    }
  })

  it('no name of an employee is in any published byte', async () => {
    const text = await published.publishedText()
    expect(text).toContain('HHS')
    const some = (await set.records(file)).filter((_, index) => index % 40 === 0)
    expect(some.length).toBeGreaterThan(200)
    expect(some.filter((row) => text.includes(row['Full Name'] ?? ''))).toEqual([])
  })
})

function withScope(config: SyncConfig, scope: Record<string, string[]>): SyncConfig {
  return { ...config, tabs: config.tabs.map((pin) => ('dataset' in pin ? { ...pin, scope } : pin)) }
}

/** A rate as golden.json writes it: percent, four decimals. */
function percent(rate: number | null | undefined): number | null {
  return typeof rate === 'number' ? Number((rate * 100).toFixed(4)) : null
}
