import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'
import { taken, refusals } from './takenTabs.ts'

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
    const { result } = await taken([{ name: 'Charges', rows: [header, ...good, bad] }])
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
        "  Use one of appt_id, encounter_id, patient_key, appt_date, start_time, duration_min, end_time, slot_id, provider, location, visit_type, visit_group, status, cancelled_by, booked_at, cancelled_at, checked_in_at, roomed_at, checked_out_at, note_signed, note_signed_at, is_new_patient, is_telehealth, last_modified, is_test, payer, payer_class.",
        "Tab "map_header_alias" of test.xlsx, row 3: no such dataset.",
        "  Use one of settings, map_header_alias, map_status, map_transaction_type, map_adjustment, map_visit_type, wrvu_table, providers, payers, staff, positions, coverage_rules, shifts, goals, budget, expenses, credentials, compliance_tasks, slots, templates, access_samples, appointments, wait_log, encounters, charges, transactions, claims, billing, billing_summary, aging, payroll, payroll_summary.",
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
