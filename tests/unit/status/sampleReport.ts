import type { Health, TabHealth } from '../../../src/bundle/bundle.ts'
import type { Reject, UnmappedValue } from '../../../scripts/private/intake.ts'
import type { SourcePlace, Worklist } from '../../../scripts/private/worklists/worklist.ts'
import type { SpreadsheetReading } from '../../../scripts/private/sources/sheets/sheetsReading.ts'
import type { StatusReport } from '../../../scripts/status/statusReport.ts'

/** The tabs of the invented practice, by spreadsheet title and tab, as spreadsheet id and sheet id. */
export const samplePlaces: Readonly<Record<string, readonly [string, number]>> = {
  'Front desk/Schedule': ['1FrontDesk', 0],
  'Front desk/Slots': ['1FrontDesk', 77],
  'Billing/Charges': ['1Billing', 12],
}

/** Address of a place as the source of Google Sheets gives it. */
export function sampleLink({ workbook, tab, row, column }: SourcePlace): string | null {
  const place = samplePlaces[`${workbook}/${tab}`]
  if (!place) return null
  const range = column === null ? `${row}:${row}` : `${column}${row}`
  return `https://docs.google.com/spreadsheets/d/${place[0]}/edit#gid=${place[1]}&range=${range}`
}

export const sampleTabs: readonly TabHealth[] = [
  {
    workbook: 'Front desk',
    tab: 'Schedule',
    dataset: 'appointments',
    headerRow: 3,
    rows: { read: 1200, included: 1180, quarantined: 2, duplicates: 8, blank: 10, outOfScope: 0 },
    cents: null,
    newest: '2026-11-20',
  },
  {
    workbook: 'Billing',
    tab: 'Charges',
    dataset: 'charges',
    headerRow: 1,
    rows: { read: 900, included: 899, quarantined: 1, duplicates: 0, blank: 0, outOfScope: 0 },
    cents: {
      read: 9_000_050,
      included: 8_990_050,
      quarantined: 10_000,
      duplicates: 0,
      blank: 0,
      outOfScope: 0,
      unreadable: 0,
    },
    newest: '2026-11-19',
  },
]

export function sampleHealth(change: Partial<Health> = {}): Health {
  return { tabs: sampleTabs, rejected: [], unmapped: [], warnings: [], ...change }
}

export const sampleReading: readonly SpreadsheetReading[] = [
  {
    id: '1FrontDesk',
    title: 'Front desk',
    state: 'read',
    readAt: '2026-11-21T23:01:00Z',
    problem: null,
    tabs: [
      { sheetId: 0, title: 'Schedule', rows: 1203, hiddenRows: 4, skipped: null },
      { sheetId: 5, title: 'Visits chart', rows: 0, hiddenRows: 0, skipped: 'chart' },
    ],
  },
  {
    id: '1Billing',
    title: 'Billing',
    state: 'unchanged',
    readAt: '2026-11-21T11:00:00Z',
    problem: null,
    tabs: [{ sheetId: 12, title: 'Charges', rows: 901, hiddenRows: 0, skipped: null }],
  },
]

export function sampleReject(change: Partial<Reject> = {}): Reject {
  return {
    workbook: 'Front desk',
    tab: 'Schedule',
    row: 17,
    column: 'C',
    field: 'appointment_date',
    rule: 'not a date',
    fix: 'Type the date as 10/31/2026.',
    ...change,
  }
}

export function sampleUnmapped(change: Partial<UnmappedValue> = {}): UnmappedValue {
  return {
    dataset: 'appointments',
    field: 'visit_type',
    value: 'Foot thing',
    mapTab: 'map_visit_type',
    rows: 3,
    cents: null,
    first: { workbook: 'Front desk', tab: 'Schedule', row: 44, column: 'F' },
    ...change,
  }
}

export function sampleWorklist(change: Partial<Worklist> = {}): Worklist {
  return {
    id: 'old_balances',
    title: 'Balances by age',
    explanation: 'Open balances older than 90 days. Call the payer, or write them off.',
    columns: [
      { key: 'claim', label: 'Claim', kind: 'text' },
      { key: 'on', label: 'Date of service', kind: 'date' },
      { key: 'cents', label: 'Balance', kind: 'money' },
      { key: 'days', label: 'Days', kind: 'number' },
    ],
    rows: [
      {
        values: ['C-1001', '2026-06-01', 123_450, 173],
        place: { workbook: 'Billing', tab: 'Charges', row: 9, column: null },
      },
      {
        values: ['C-1002', null, -500, 100],
        place: { workbook: 'Billing', tab: 'Charges', row: 21, column: null },
      },
    ],
    total: 2,
    ...change,
  }
}

export function sampleReport(change: Partial<StatusReport> = {}): StatusReport {
  return {
    run: {
      started: '2026-11-21T23:00:30Z',
      finished: '2026-11-21T23:03:00Z',
      outcome: 'published',
      dry: false,
    },
    practice: {
      name: 'Two Rivers Clinic',
      timeZone: 'America/Chicago',
      asOf: '2026-11-21',
      months: { first: '2025-01', last: '2026-11', lastClosed: '2026-10' },
    },
    problems: [],
    spreadsheets: sampleReading,
    health: sampleHealth(),
    rejects: [],
    unmapped: [],
    worklists: [],
    requests: { sheetsReads: 4, sheetsWrites: 0, driveReads: 2 },
    link: sampleLink,
    ...change,
  }
}
