import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../../scripts/errors/SyncError.ts'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import type { Intake } from '../../../../scripts/private/intake.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource, type MemoryTab } from '../../../helpers/memorySource.ts'
import { recordingLedger, type RecordingLedger } from '../../../helpers/recordingLedger.ts'

const schedule = [
  'Appt ID',
  'Appt Date',
  'Appt Time',
  'Provider',
  'Visit Type',
  'Status',
  'Cancelled At',
  'Insurance',
  'Patient Name',
]
const providers: MemoryTab = {
  name: 'Providers',
  rows: [
    ['Provider ID', 'Name', 'Aliases'],
    ['1', 'Anna Smith, MD', 'Resource 1'],
    ['2', 'Bob Jones', null],
  ],
}
const payers: MemoryTab = {
  name: 'Payers',
  rows: [
    ['Payer ID', 'Name', 'Class', 'Aliases'],
    ['A', 'Acme', 'Commercial', 'ACME PPO'],
    ['M', 'Medicare', 'medicare', null],
  ],
}

describe('a schedule', () => {
  const tab: MemoryTab = {
    name: 'Schedule',
    rows: [
      ['Schedule of October'],
      [],
      schedule,
      ['1', '10/1/2026', '9:00 AM', 'SMITH, ANNA', 'New Patient', 'Completed', null, 'Acme PPO', 'Roe, Jane'],
      [
        '2',
        '10/1/2026',
        '9:30 AM',
        'Dr. A. Smith',
        'Video Visit',
        'CANC',
        '9/30/2026 10:00 AM',
        'medicare',
        'Roe, Ann',
      ],
      [
        '3',
        '10/1/2026',
        '9:30 AM',
        'Jones,Bob',
        'Follow-up',
        'x - Cancelled',
        '9/30/2026 9:00 AM',
        null,
        'Roe, Al',
      ],
      ['4', '10/2/2026', '9:30 AM', 'Nurse 1', 'Dance class', 'N/S', null, 'Who knows', 'Roe, Cy'],
      [],
      ['Total for Smith', null, null, null, null, '4'],
      schedule,
      ['5', '10/2/2026', '9:30 AM', 'Bob Jones', 'New', 'Completed', null, null, 'Test, Patient'],
      ['6', '31/10/2026', '25:00', null, 'New', 'Completed', null, null, 'Roe, Di'],
      ['Printed 11/1/2026 by jdoe'],
    ],
  }

  it('comes out resolved, mapped and filled', async () => {
    const { ledger } = await run([providers, payers, tab])
    expect(ledger.appended('appointments')).toEqual([
      row({
        appt_id: '1',
        provider: 'Anna Smith, MD',
        visit_type: 'New Patient',
        visit_group: 'new',
        status: 'completed',
        payer: 'Acme PPO',
        payer_class: 'commercial',
        start_time: '09:00',
        is_new_patient: true,
        is_telehealth: false,
      }),
      row({
        appt_id: '2',
        provider: 'Anna Smith, MD',
        visit_type: 'Video Visit',
        visit_group: 'telehealth',
        status: 'cancelled_late',
        cancelled_at: '2026-09-30 10:00:00',
        payer: 'medicare',
        payer_class: 'medicare',
        is_new_patient: false,
        is_telehealth: true,
      }),
      row({
        appt_id: '3',
        provider: 'Bob Jones',
        visit_type: 'Follow-up',
        visit_group: 'established',
        status: 'cancelled',
        cancelled_at: '2026-09-30 09:00:00',
        payer_class: 'none_given',
        is_new_patient: false,
        is_telehealth: false,
      }),
      row({
        appt_id: '4',
        appt_date: '2026-10-02',
        provider: 'Unmapped',
        visit_type: 'Dance class',
        visit_group: 'unmapped',
        status: 'no_show',
        payer: 'Who knows',
        payer_class: 'unmapped',
      }),
    ])
  })

  it('is accounted for, row by row', async () => {
    const { result } = await run([providers, payers, tab])
    expect(result.health.tabs.at(-1)).toMatchObject({
      dataset: 'appointments',
      headerRow: 3,
      rows: { read: 10, included: 4, quarantined: 1, duplicates: 0, blank: 1, outOfScope: 4 },
      cents: null,
    })
    expect(result.rejects).toMatchInlineSnapshot(`
      [
        {
          "column": "B",
          "field": "appt_date",
          "fix": "Dates are read month first: write 1/31/2026, not 31/1/2026.",
          "row": 12,
          "rule": "a day in the place of the month",
          "tab": "Schedule",
          "workbook": "test.xlsx",
        },
        {
          "column": "C",
          "field": "start_time",
          "fix": "Type the time as 9:30 AM or 09:30.",
          "row": 12,
          "rule": "not a time",
          "tab": "Schedule",
          "workbook": "test.xlsx",
        },
        {
          "column": "D",
          "field": "provider",
          "fix": "Fill the cell: a row without it cannot be counted.",
          "row": 12,
          "rule": "blank, and required",
          "tab": "Schedule",
          "workbook": "test.xlsx",
        },
      ]
    `)
    expect(result.health.unmapped).toEqual([
      { dataset: 'appointments', field: 'provider', values: 1, rows: 1, cents: null },
      { dataset: 'appointments', field: 'payer', values: 1, rows: 1, cents: null },
      { dataset: 'appointments', field: 'visit_type', values: 1, rows: 1, cents: null },
    ])
  })

  it('never passes a name on', async () => {
    const { ledger, result } = await run([providers, payers, tab])
    expect(JSON.stringify([ledger.batches, result])).not.toContain('Roe')
  })

  it('joins a time of arrival with the day, and knows midnight for not recorded', async () => {
    const header = ['Appt Date', 'Provider', 'Status', 'Check In Time', 'Checked Out']
    const { ledger } = await run([
      {
        name: 'Schedule',
        rows: [header, [46296, 'A', 'Seen', 0.3958333333, '00:00'], [46296, 'A', 'Seen', null, 46296.5]],
      },
    ])
    expect(ledger.appended('appointments')).toMatchObject([
      { checked_in_at: '2026-10-01 09:30:00', checked_out_at: null },
      { checked_in_at: null, checked_out_at: '2026-10-01 12:00:00' },
    ])
  })
})

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
    const { ledger } = await run([payers, lines], loose)
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
    const { result } = await run([payers, lines], loose)
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
    (await run(tabs, yaml)).ledger.appended('appointments').map(({ status }) => status)

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
    expect((await run([named, aliases])).ledger.appended('appointments')).toMatchObject([{ provider: 'A' }])
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
    const { result, ledger } = await run([tab, charges], 'settings: { full_time_hours: 35 }')
    expect(result.settings).toEqual({
      practice_name: 'Harbor Lane',
      time_zone: 'America/Chicago',
      full_time_hours: 35,
      late_cancel_hours: 24,
      maturity_days: 120,
      fiscal_year_start: 7,
      accounting_basis: 'accrual',
      accounts_receivable: 'ledger',
    })
    expect(ledger.appended('charges')).toMatchObject([{ service_date: '2024-01-05' }])
    expect(result.health.warnings).toMatchInlineSnapshot(`
      [
        "Tab "Settings" of test.xlsx, row 8: no such setting; it was left out. Known: practice_name, time_zone, full_time_hours, late_cancel_hours, maturity_days, fiscal_year_start, accounting_basis, accounts_receivable.",
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
    const { result } = await run([providers, goals])
    expect(result.providerOrder).toEqual(['Anna Smith, MD', 'Bob Jones'])
    expect(
      result.goals.map(({ metric, target, effective_from }) => [metric, target, effective_from]),
    ).toEqual([
      ['no_show_rate', 0.06, '2026-01-01'],
      ['No-show rate', 0.05, '2026-01-01'],
    ])
  })
})

describe('what a pin adds', () => {
  it("rows out of the config's scope do not count, but are accounted for", async () => {
    const yaml = `
tabs:
  - file: test.xlsx
    dataset: payroll_summary
    headers: [FiscalYear, Employee ID, Regular Hours, Regular Pay, OT Pay]
    constants: { period_start: 2019-07-01, period_end: 2020-06-30 }
    scope: { FiscalYear: ["2020"] }`
    const { result, ledger } = await run(
      [
        {
          name: 'a',
          rows: [
            [2020, '007', 1820, 84698.21, 10],
            ['1998', '8', 1, 2, 3],
          ],
        },
      ],
      yaml,
    )
    expect(ledger.appended('payroll_summary')).toMatchObject([
      {
        employee_id: '007',
        regular_hours: 182000,
        regular_amount: 8469821,
        overtime_amount: 1000,
        gross_amount: 8470821,
        period_start: '2019-07-01',
      },
    ])
    expect(result.health.tabs[0]).toMatchObject({
      headerRow: 0,
      rows: { read: 2, included: 1, outOfScope: 1 },
      cents: { read: 8471321, included: 8470821, outOfScope: 500 },
    })
  })

  it('a name on the first row of its group, or above it, holds for the rows below', async () => {
    const yaml = 'tabs: [{ file: test.xlsx, dataset: appointments, fill_down: [provider] }]'
    const rows = [
      ['Provider', 'Appt Date', 'Status'],
      ['Smith', '1/5/24', 'Seen'],
      [null, '1/6/24', 'Seen'],
      ['Total for Smith', null, null],
      ['Jones', null, null],
      [null, '1/7/24', 'Seen'],
    ]
    const { ledger } = await run([{ name: 'a', rows }], yaml)
    expect(ledger.appended('appointments').map(({ provider }) => provider)).toEqual([
      'Smith',
      'Smith',
      'Jones',
    ])
  })
})

describe('a run is refused, with all reasons at once,', () => {
  it('for unknown statuses and types', async () => {
    const rows = [
      ['Appt Date', 'Provider', 'Status'],
      ['1/5/24', 'A', 'Zork'],
      ['1/5/24', 'B', 'Seen'],
      ['1/6/24', 'B', 'Zork2'],
    ]
    const ledgerTab = [
      ['Txn ID', 'Type', 'Post Date', 'Amount'],
      ['1', 'Zork', '1/5/24', '5'],
    ]
    expect(
      await refusals([
        { name: 'Schedule', rows },
        { name: 'Transactions', rows: ledgerTab },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "Tab "Schedule" of test.xlsx, column C (status): 2 rows hold a value that no map knows, the first in row 2.",
        "  Look at cell C2 and add its value to map_status (the tab, or maps.status in the config) as one of open_slot, scheduled, confirmed, checked_in, roomed, completed, no_show, cancelled, cancelled_late, rescheduled, left_unseen, blocked.",
        "Tab "Transactions" of test.xlsx, column B (type): 1 row holds a value that no map knows, the first in row 2.",
        "  Look at cell B2 and add its value to map_transaction_type (the tab, or maps.transaction_type in the config) as one of insurance_payment, patient_payment, capitation, refund_patient, refund_payer, takeback, nsf_reversal, payment_reversal, adjustment, denial, transfer, interest, other_income.",
      ]
    `)
  })

  it('when every row of a tab is rejected', async () => {
    const rows = [
      ['DOS', 'Post Date', 'Charge'],
      ['1/5/24', '1/6/24', 'n/a'],
      ['1/5/24', '1/6/24', 'n/a'],
    ]
    expect(await refusals([{ name: 'Charges', rows }])).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx: every row was rejected (2); most often column C (charge_amount): not an amount, the first in row 2.",
        "  Type the amount as a number, such as 1234.50; type 0 for nothing.",
      ]
    `)
  })

  it('when too many rows are rejected, but never for a single one', async () => {
    const good = Array.from({ length: 8 }, () => ['1/5/24', '1/6/24', '5'])
    const header = ['DOS', 'Post Date', 'Charge']
    const bad = ['1/5/24', 'soon', '5']
    expect(await refusals([{ name: 'Charges', rows: [header, ...good, bad, bad] }])).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx: 2 of 10 rows were rejected, more than the 5 % allowed; most often column B (post_date): not a date, the first in row 10.",
        "  Type the date as month/day/year, such as 1/31/2026. Or allow more with limits.rejected_share in the config.",
      ]
    `)
    const { result } = await run([{ name: 'Charges', rows: [header, ...good, bad] }])
    expect(result.health.rejected).toMatchObject([
      { column: 'B', field: 'post_date', rule: 'not a date', rows: 1 },
    ])
  })

  it('for tabs that cannot be read, together', async () => {
    const tabs = [
      { name: 'Charges', rows: [['DOS', 'Post Date', 'Amount', 'Amount']] },
      { name: 'Payroll', rows: [['Emp ID', 'Hours']] },
      { name: 'Goals', rows: [['some', 'words']] },
    ]
    expect((await refusals(tabs)).filter((line) => !line.startsWith(' '))).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx: columns C and D (row 1) both mean charge_amount.",
        "Tab "Payroll" of test.xlsx, read as payroll with its header in row 1: required columns period_start, period_end, pay_date, earning_code not found.",
        "No header row found in the first 15 rows of tab "Goals" of test.xlsx.",
      ]
    `)
  })

  it('for a map or a setting that means nothing', async () => {
    const tabs = [
      {
        name: 'map_status',
        rows: [
          ['Raw', 'Canonical'],
          ['done', 'finished'],
        ],
      },
      {
        name: 'map_header_alias',
        rows: [
          ['Dataset', 'Raw header', 'Canonical'],
          ['appointments', 'x', 'y'],
          ['appts', 'x', 'y'],
        ],
      },
      {
        name: 'Settings',
        rows: [
          ['Setting', 'Value'],
          ['Time zone', 'Eastern-ish'],
          ['Full time hours', 'lots'],
        ],
      },
    ]
    expect(await refusals(tabs)).toMatchInlineSnapshot(`
      [
        "Tab "map_header_alias" of test.xlsx, row 2: no such field of appointments.",
        "  Use one of appt_id, patient_key, appt_date, start_time, duration_min, slot_id, provider, location, visit_type, visit_group, status, cancelled_by, booked_at, cancelled_at, checked_in_at, roomed_at, checked_out_at, note_signed, note_signed_at, is_new_patient, is_telehealth, is_test, payer, payer_class.",
        "Tab "map_header_alias" of test.xlsx, row 3: no such dataset.",
        "  Use one of settings, map_header_alias, map_status, map_transaction_type, map_adjustment, map_visit_type, wrvu_table, providers, payers, staff, goals, budget, expenses, credentials, compliance_tasks, slots, appointments, charges, transactions, billing, aging, payroll, payroll_summary.",
        "Tab "Settings" of test.xlsx, row 2: time_zone must be an IANA time zone, such as America/Chicago.",
        "  Correct the value in row 2, or leave it empty for the default.",
        "Tab "Settings" of test.xlsx, row 3: full_time_hours must be hours of a full week, such as 40.",
        "  Correct the value in row 3, or leave it empty for the default.",
        "Tab "map_status" of test.xlsx, row 2: the meaning is not one that the dashboard knows.",
        "  Use one of open_slot, scheduled, confirmed, checked_in, roomed, completed, no_show, cancelled, cancelled_late, rescheduled, left_unseen, blocked.",
      ]
    `)
  })

  it('for a pin that fits no tab, and for nothing at all', async () => {
    const pin = 'tabs: [{ file: gone.csv, dataset: charges }]'
    expect(await refusals([{ name: 'Notes', rows: [['a']] }], pin)).toMatchInlineSnapshot(`
      [
        "The config names a tab that is not there (or that an earlier entry took): file "gone.csv".",
        "  Correct the entry under "tabs". Tabs found: "Notes" of test.xlsx.",
      ]
    `)
    expect(await refusals([{ name: 'Notes', rows: [['a']] }])).toMatchInlineSnapshot(`
      [
        "No tab of the source holds data that the dashboard knows.",
        "  Tabs seen: "Notes" of test.xlsx. Give the tabs their usual names (Schedule, Billing, Payroll …), or name their datasets under "tabs" in the config.",
      ]
    `)
  })
})

describe('a warning', () => {
  it('is given for ids that were typed as numbers with a point', async () => {
    const { result } = await run([
      {
        name: 'Charges',
        rows: [
          ['Charge ID', 'DOS', 'Post Date', 'Charge'],
          [12.1, '1/5/24', '1/6/24', 5],
        ],
      },
    ])
    expect(result.health.warnings).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx, column A (charge_id): 1 number has a decimal point, so a zero at the end may be lost. Format the column as text.",
      ]
    `)
  })

  it('is given for rows that share their number and differ; for many the run is refused', async () => {
    const charge = (id: string, cents: number) => [id, '1/5/24', '1/6/24', cents]
    const read = async (...rows: Row[]) => {
      const ledger = await openLedger({ threads: 1 })
      try {
        const tab = { name: 'Charges', rows: [['Charge ID', 'DOS', 'Post Date', 'Charge'], ...rows] }
        const options = { config: parseConfig('', 'c'), asOf: '2026-11-01' }
        return (await intake(memorySource([tab]), ledger, options)).health.warnings
      } finally {
        await ledger.close()
      }
    }
    expect(await read(charge('1', 5), charge('2', 5), charge('1', 6))).toEqual([
      'Tab "Charges" of test.xlsx: of 3 rows, 1 has the number of a lower row (column A, charge_id) and other contents; the lowest row of each number counts.',
    ])
    await expect(read(charge('1', 5), charge('1', 6), charge('1', 7))).rejects.toThrow(
      'of 3 rows, 2 have the number of a lower row (column A, charge_id) and other contents. Only the lowest',
    )
  })

  it("is not given for a patient's number: a patient numbered 1 is no test patient", async () => {
    const { result } = await run([
      {
        name: 'Schedule',
        rows: [
          ['Appt ID', 'Patient', 'Date', 'Provider', 'Status'],
          ['A', 1, '1/5/24', 'Ada Birch', 'Completed'],
          ['B', 'Test, Zoe', '1/5/24', 'Ada Birch', 'Completed'],
        ],
      },
    ])
    expect(result.health.tabs[0]?.rows).toMatchObject({ included: 1, outOfScope: 1 })
  })

  it('is given for rows posted after the as-of date', async () => {
    const ledger = recordingLedger()
    const late = {
      ...ledger,
      settle: async () => (await ledger.settle()).map((one) => ({ ...one, newest: '2027-01-01' })),
    }
    const source = memorySource([
      {
        name: 'Charges',
        rows: [
          ['DOS', 'Post Date', 'Charge'],
          ['1/5/24', '1/1/27', 5],
        ],
      },
    ])
    const result = await intake(source, late, { config: parseConfig('', 'c'), asOf: '2026-11-01' })
    expect(result.health.warnings).toEqual([
      'Tab "Charges" of test.xlsx has rows posted after the as-of date 2026-11-01; they do not count yet.',
    ])
  })
})

it('tells tabs of a workbook without rows together', async () => {
  const rows = [['DOS', 'Post Date', 'Charge']]
  const { result } = await run([
    { name: 'Charges', rows },
    { name: 'Charges 2025', rows },
    { workbook: 'old.xlsx', name: 'Charges', rows },
  ])
  expect(result.health.warnings).toEqual([
    'Tabs of test.xlsx without rows: "Charges", "Charges 2025".',
    'Tab "Charges" of old.xlsx holds no row that counts.',
  ])
})

it('throws when the ledger loses a row', async () => {
  const ledger = recordingLedger()
  const lossy = {
    ...ledger,
    settle: async () => (await ledger.settle()).map((one) => ({ ...one, included: one.included - 1 })),
  }
  const source = memorySource([
    {
      name: 'Charges',
      rows: [
        ['DOS', 'Post Date', 'Charge'],
        ['1/5/24', '1/6/24', 5],
      ],
    },
  ])
  await expect(intake(source, lossy, { config: parseConfig('', 'c'), asOf: '2026-11-01' })).rejects.toThrow(
    'unbalanced account: rows read 1, accounted for 0',
  )
})

function row(values: Record<string, unknown>) {
  return {
    appt_date: '2026-10-01',
    start_time: '09:30',
    cancelled_at: null,
    payer: null,
    is_new_patient: null,
    is_telehealth: null,
    ...values,
  }
}

async function run(
  tabs: readonly MemoryTab[],
  yaml = '',
): Promise<{ result: Intake; ledger: RecordingLedger }> {
  const ledger = recordingLedger()
  const config = parseConfig(yaml, 'config.yaml')
  return { result: await intake(memorySource(tabs), ledger, { config, asOf: '2026-11-01' }), ledger }
}

async function refusals(tabs: readonly MemoryTab[], yaml = ''): Promise<string[]> {
  try {
    await run(tabs, yaml)
  } catch (error) {
    if (error instanceof SyncError)
      return [error, ...error.others].flatMap(({ message, hint }) => [message, `  ${hint}`])
    throw error
  }
  throw new Error('not refused')
}
