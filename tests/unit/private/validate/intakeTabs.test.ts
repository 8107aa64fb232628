import { describe, expect, it } from 'vitest'
import type { MemoryTab } from '../../../helpers/memorySource.ts'
import { providers, payers, taken } from './takenTabs.ts'

describe('billing', () => {
  const header = [
    'Line No',
    'Transaction Type',
    'DOS',
    'Post Date',
    'Amount',
    'Payments',
    'Reason',
    'Insurance',
  ]
  const lines: MemoryTab = {
    name: 'Billing',
    rows: [
      header,
      ['1', 'Charge', '1/5/24', '1/6/24', '$200.00', null, null, 'Acme'],
      ['2', 'Insurance payment', '1/5/24', '2/6/24', null, '120.00', 'CO-45', 'Acme'],
      ['3', 'Adjustment', '1/5/24', '2/6/24', '(60.00)', null, 'CO-45', 'Acme'],
      ['4', 'Adjustment', '1/5/24', '2/6/24', '-5.00', null, 'Full moon', 'Acme'],
      ['5', 'Transfer', '1/5/24', '2/6/24', '20', null, null, 'Acme'],
      ['6', 'Patient refund', '1/5/24', '3/6/24', '10', null, null, null],
      ['6', 'Patient refund', '1/5/24', '3/6/24', '15', null, null, null],
      ['7', 'Patient payment', '1/5/24', 'soon', '30', null, null, null],
      ['8', 'Patient payment', '1/5/24', '3/6/24', 'N/A', null, null, null],
      ['9', 'Patient payment', '1/5/24', '3/6/24', null, null, null, null],
      ['Grand total', null, null, null, '160.00'],
    ],
  }
  const loose = 'limits: { rejected_share: 0.5 }'

  it('becomes effects on A/R', async () => {
    const { ledger } = await taken([payers, lines], loose)
    const seen = ledger
      .appended('billing')
      .map(({ type, amount, adj_category }) => [type, amount, adj_category])
    expect(seen).toEqual([
      ['charge', 20000, null],
      ['insurance_payment', -12000, null],
      ['adjustment', -6000, 'contractual'],
      ['adjustment', -500, 'unknown'],
      ['transfer', 0, null],
      ['refund_patient', 1000, null],
      ['refund_patient', 1500, null],
    ])
  })

  it('is accounted for, cent by cent', async () => {
    const { result } = await taken([payers, lines], loose)
    expect(result.health.tabs.at(-1)).toMatchObject({
      rows: { read: 11, included: 6, quarantined: 3, duplicates: 1, blank: 0, outOfScope: 1 },
      cents: {
        read: 17000,
        included: 3000,
        duplicates: 1000,
        quarantined: -3000,
        outOfScope: 16000,
        unreadable: 1,
      },
    })
    expect(result.rejects.map(({ row: number, column, rule }) => [number, column, rule])).toEqual([
      [9, 'D', 'not a date'],
      [10, 'E', 'not an amount'],
      [11, null, 'no amount'],
    ])
    expect(result.health.unmapped).toEqual([
      { dataset: 'billing', field: 'adj_category', values: 1, rows: 1, cents: -500 },
    ])
  })
})

describe('maps', () => {
  const header = ['Appt Date', 'Provider', 'Status']
  const tab: MemoryTab = {
    name: 'Schedule',
    rows: [header, ['1/5/24', 'A', 'Done'], ['1/5/24', 'B', 'Arrived']],
  }
  const map: MemoryTab = {
    name: 'map_status',
    rows: [
      ['Raw', 'Canonical'],
      ['done', 'Completed'],
      ['arrived', 'no show'],
    ],
  }
  const statuses = async (tabs: MemoryTab[], yaml = '') =>
    (await taken(tabs, yaml)).ledger.appended('appointments').map(({ status }) => status)

  it('come from the shipped words, a tab over them, the config over both', async () => {
    expect(await statuses([tab, map])).toEqual(['completed', 'no_show'])
    expect(await statuses([tab, map], 'maps: { status: { ARRIVED: roomed } }')).toEqual([
      'completed',
      'roomed',
    ])
    expect(await statuses([tab], 'maps: { status: { done: blocked } }')).toEqual(['blocked', 'checked_in'])
  })

  it('add headers before any tab is recognised', async () => {
    const aliases: MemoryTab = {
      name: 'map_header_alias',
      rows: [
        ['Dataset', 'Raw header', 'Canonical'],
        ['appointments', 'Doer', 'provider'],
      ],
    }
    const named: MemoryTab = {
      name: 'Schedule',
      rows: [
        ['Appt Date', 'Doer', 'Status'],
        ['1/5/24', 'A', 'Arrived'],
      ],
    }
    expect((await taken([named, aliases])).ledger.appended('appointments')).toMatchObject([{ provider: 'A' }])
  })
})

describe('settings', () => {
  const tab: MemoryTab = {
    name: 'Settings',
    rows: [
      ['Setting', 'Value'],
      ['Practice name', 'Harbor Lane'],
      ['Time zone', 'America/Chicago'],
      ['Full-time hours', 36],
      ['Fiscal year start', 'July'],
      ['Accounting basis', 'Accrual'],
      ['Maturity days', null],
      ['Currency', 'cad'],
      ['Locale', 'en-CA'],
      ['First day of the week', 'Sunday'],
      ['Favourite colour', 'blue'],
    ],
  }
  const charges: MemoryTab = {
    name: 'Charges',
    rows: [
      ['DOS', 'Post Date', 'Charge'],
      ['2024-01-06T05:30:00Z', '1/6/24', 1],
    ],
  }

  it('come from the tab, the config over it, defaults under it', async () => {
    const { result, ledger } = await taken([tab, charges], 'settings: { full_time_hours: 35 }')
    expect(result.settings).toEqual({
      practice_name: 'Harbor Lane',
      time_zone: 'America/Chicago',
      full_time_hours: 35,
      late_cancel_hours: 24,
      maturity_days: 120,
      fiscal_year_start: 7,
      accounting_basis: 'accrual',
      accounts_receivable: 'ledger',
      currency: 'CAD',
      locale: 'en-CA',
      first_day_of_week: 'sunday',
    })
    expect(ledger.appended('charges')).toMatchObject([{ service_date: '2024-01-05' }])
    expect(result.health.warnings).toMatchInlineSnapshot(`
      [
        "Tab "Settings" of test.xlsx, row 11: no such setting; it was left out. Known: practice_name, time_zone, full_time_hours, late_cancel_hours, maturity_days, fiscal_year_start, accounting_basis, accounts_receivable, currency, locale, first_day_of_week.",
      ]
    `)
  })
})

describe('reference tabs', () => {
  it('give the goals and the order of providers', async () => {
    const goals: MemoryTab = {
      name: 'Goals',
      rows: [
        ['Metric', 'Scope', 'Target', 'Effective from'],
        ['no_show_rate', 'practice', '7%', 'Jan 2026'],
        ['No-show rate', 'provider', 0.05, '1/1/2026'],
        ['no_show_rate', 'practice', '6%', 'Jan 2026'],
      ],
    }
    const { result } = await taken([providers, goals])
    expect(result.providerOrder).toEqual(['Anna Smith, MD', 'Bob Jones'])
    expect(
      result.goals.map(({ metric, target, effective_from }) => [metric, target, effective_from]),
    ).toEqual([
      ['no_show_rate', 0.06, '2026-01-01'],
      ['No-show rate', 0.05, '2026-01-01'],
    ])
  })
})
