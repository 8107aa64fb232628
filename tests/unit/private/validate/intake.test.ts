import { describe, expect, it } from 'vitest'
import type { MemoryTab } from '../../../helpers/memorySource.ts'
import { schedule, providers, payers, bookingRow, taken } from './takenTabs.ts'

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
    const { ledger } = await taken([providers, payers, tab])
    expect(ledger.appended('appointments')).toEqual([
      bookingRow({
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
      bookingRow({
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
      bookingRow({
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
      bookingRow({
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
    const { result } = await taken([providers, payers, tab])
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
    const { ledger, result } = await taken([providers, payers, tab])
    expect(JSON.stringify([ledger.batches, result])).not.toContain('Roe')
  })

  it('joins a time of arrival with the day, and knows midnight for not recorded', async () => {
    const header = ['Appt Date', 'Provider', 'Status', 'Check In Time', 'Checked Out']
    const { ledger } = await taken([
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
