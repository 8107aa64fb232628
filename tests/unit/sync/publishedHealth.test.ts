import { describe, expect, it } from 'vitest'
import type { Health } from '../../../src/bundle/bundle.ts'
import { publishedHealth } from '../../../scripts/sync/publishedHealth.ts'
import { toldDays } from '../../../scripts/sync/toldDays.ts'
import { noRows, sampleTab } from '../../helpers/sampleTab.ts'

function publish(health: Partial<Health>, names = [{ workbook: 'practice.xlsx', name: 'Charges' }]): Health {
  const whole: Health = { tabs: [], rejected: [], unmapped: [], warnings: [], ...health }
  return publishedHealth(whole, { names, asOf: '2026-10-31' })
}

describe('what is published of the names of files and tabs', () => {
  const janet = { workbook: 'Janet.xlsx', name: 'Visits of Janet' }
  const own = { workbook: 'Smith bills.csv', name: 'Smith bills' }
  const names = [janet, own]

  it('a tab is told by what it holds and its place, in every list and note', () => {
    const told = publish(
      {
        tabs: [sampleTab({ workbook: janet.workbook, tab: janet.name, dataset: 'appointments' })],
        rejected: [
          { tab: janet.name, column: 'C', field: null, rule: 'not a date', fix: 'Mend it.', rows: 1 },
        ],
        warnings: [
          'Tab "Visits of Janet" of Janet.xlsx is hidden; it was read all the same.',
          'Tab "Smith bills.csv" is empty and was left out.',
          'Tabs of Janet.xlsx without rows: "Visits of Janet".',
        ],
      },
      names,
    )
    expect(told.tabs[0]).toMatchObject({ workbook: 'workbook 1', tab: 'appointments, tab 1' })
    expect(told.rejected[0]?.tab).toBe('appointments, tab 1')
    expect(told.warnings).toEqual([
      'Tab "appointments, tab 1" of workbook 1 is hidden; it was read all the same.',
      'Tab "workbook 2" is empty and was left out.',
      'Tabs of workbook 1 without rows: "appointments, tab 1".',
    ])
    expect(JSON.stringify(told)).not.toMatch(/Janet|Smith/)
  })

  it('a part of a report is told by its tab, and by its own name where that is ours', () => {
    const parts = ['primary payments', 'Bonus Janet'].map((part) =>
      sampleTab({ workbook: janet.workbook, tab: `${janet.name} (${part})`, dataset: 'transactions' }),
    )
    const told = publish({ tabs: parts }, names).tabs.map(({ tab }) => tab)
    expect(told).toEqual(['tab 1 (primary payments)', 'tab 1'])
  })

  it('a note that quotes a name not known is not told, but that there is one', () => {
    const warnings = [
      'Tab "Old name of Janet" is now called "Visits of Janet"; it was followed.',
      'All is well.',
    ]
    expect(publish({ warnings }, names).warnings).toEqual([
      'All is well.',
      '1 more note names a file or a tab, and can be read in the list of notes beside the bundle.',
    ])
  })
})

describe('what owners are told of amounts', () => {
  it.each([
    { ...noRows, read: 901, included: 900, quarantined: 1 },
    { ...noRows, read: 1, included: 1 },
  ])('those of every tab, also where a few rows make them up: they hold the spreadsheets', (rows) => {
    const cents = { ...noRows, read: 5000, included: 4000, quarantined: 1000, unreadable: 0 }
    expect(publish({ tabs: [sampleTab({ rows, cents })] }).tabs[0]).toMatchObject({ rows, cents })
  })

  it('counts rows of tabs with pay, and tells no amount of them: less what is shown it would be few people’s', () => {
    const cents = { ...noRows, read: 5000, included: 5000, unreadable: 0 }
    for (const dataset of ['payroll', 'payroll_summary', 'expenses']) {
      const rows = { ...noRows, read: 7, included: 7 }
      const unmapped = [{ dataset, field: 'category', values: 1, rows: 1, cents: 5000 }]
      const published = publish({ tabs: [{ ...sampleTab({ rows, cents }), dataset }], unmapped })
      expect(published.tabs[0]).toMatchObject({ rows, cents: null })
      expect(published.unmapped).toMatchObject([{ values: 1, rows: 1, cents: null }])
    }
  })

  it('those of every value that no map knows', () => {
    const unmapped = [{ dataset: 'charges', field: 'payer', values: 1, rows: 1, cents: 4_873_157 }]
    expect(publish({ unmapped }).unmapped).toEqual(unmapped)
  })
})

it('of the newest row its month is published, none beyond the as-of date: its day may be one appointment', () => {
  const tabs = [
    sampleTab({ newest: '2027-08-19' }),
    sampleTab({ newest: '2026-09-30' }),
    sampleTab({ newest: null }),
  ]
  const published = publish({ tabs })
  expect(published.tabs.map(({ newest }) => newest)).toEqual(['2026-10', '2026-09', null])
  expect(JSON.stringify(published)).not.toMatch(/\d{4}-\d{2}-\d{2}/)
})

it('the day on which a spreadsheet was read last may be told, and no other of the health', () => {
  const warnings = ['Spreadsheet "Billing" could not be read; its data of 2026-10-29 04:00 UTC is used.']
  const rejected = [
    { tab: 'Charges', column: 'C', field: null, rule: 'not 2026-03-04', fix: 'Mend it.', rows: 1 },
  ]
  const told: Health = { tabs: [sampleTab({ newest: '2026-10' })], rejected, unmapped: [], warnings }
  expect(toldDays(told)).toEqual(['2026-10-29'])
})
