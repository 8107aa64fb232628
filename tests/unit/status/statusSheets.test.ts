import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapOfRows } from '../../../scripts/private/validate/reference/mapOfRows.ts'
import { cellData } from '../../../scripts/status/cellData.ts'
import { bytesOf } from '../../../scripts/status/fitLists.ts'
import { mapWords } from '../../../scripts/status/mapWords.ts'
import { batchBytes, statusSheets } from '../../../scripts/status/statusSheets.ts'
import {
  samplePlaces,
  sampleHealth,
  sampleReject,
  sampleReport,
  sampleTabs,
  sampleUnmapped,
  sampleWorklist,
} from './sampleReport.ts'
import { shownRow, shownSheet } from './shownSheet.ts'
import { sheetOf } from './sheetOf.ts'

describe('the tab Rejected rows', () => {
  const places = Object.keys(samplePlaces).map((key) => key.split('/'))
  const reject = fc
    .record({
      place: fc.constantFrom(...places),
      row: fc.integer({ min: 1, max: 10_000_000 }),
      column: fc.option(fc.stringMatching(/^[A-Z]{1,3}$/)),
    })
    .map(({ place: [workbook = '', tab = ''], row, column }) => sampleReject({ workbook, tab, row, column }))

  it('has a link to the very spreadsheet, tab and cell in each of its rows', () => {
    fc.assert(
      fc.property(fc.array(reject, { maxLength: 20 }), (rejects) => {
        const sheet = sheetOf(sampleReport({ rejects }), 'rejected_rows')
        const rows = sheet.rows.slice(sheet.frozenRows).map((row) => row.map(cellData))
        expect(rows).toHaveLength(rejects.length)
        for (const [open, workbook, tab, row, column] of rows) {
          const link = new URL(open?.userEnteredFormat?.textFormat?.link?.uri ?? '')
          const target = new URLSearchParams(link.hash.slice(1))
          const number = String(row?.userEnteredValue?.numberValue)
          const letters = column?.userEnteredValue?.stringValue ?? ''
          const title = `${workbook?.userEnteredValue?.stringValue ?? ''}/${tab?.userEnteredValue?.stringValue ?? ''}`
          const [id, gid] = samplePlaces[title] ?? []
          expect(link.pathname).toBe(`/spreadsheets/d/${id ?? ''}/edit`)
          expect(target.get('gid')).toBe(String(gid))
          expect(target.get('range')).toBe(letters === '' ? `${number}:${number}` : letters + number)
        }
      }),
    )
  })

  it('is cut at a stated number, and says how many are left out', () => {
    const rejects = Array.from({ length: 5007 }, (_, row) => sampleReject({ row: row + 1 }))
    const sheet = sheetOf(sampleReport({ rejects }), 'rejected_rows')
    expect(sheet.rows).toHaveLength(sheet.frozenRows + 5001)
    expect(shownRow(sheet.rows.at(-1) ?? [])).toBe('and 7 more entries')
  })

  it('names the run that it is of', () => {
    const sheet = sheetOf(sampleReport(), 'rejected_rows')
    expect(shownSheet(sheet)).toContain(
      'From the run of Saturday, November 21, 2026, 5:03 PM (Chicago time). No row was rejected.',
    )
  })
})

describe('the tab Unmapped values', () => {
  const unmapped = [
    sampleUnmapped(),
    sampleUnmapped({ value: '=Foot', cents: 4_000, rows: 1 }),
    sampleUnmapped({ value: '', isRest: true, cents: 9_000, rows: 70 }),
    sampleUnmapped({ field: 'status', value: 'GONE', mapTab: 'map_status' }),
    sampleUnmapped({ field: 'provider', value: 'Birch A', mapTab: null }),
    sampleUnmapped({ dataset: 'expenses', field: 'category', value: 'Coffee', mapTab: null, cents: 100 }),
  ]

  it('groups values by map tab, most money first, ready to copy', () => {
    const sheet = sheetOf(sampleReport({ unmapped }), 'unmapped_values')
    expect(
      sheet.rows
        .slice(sheet.frozenRows - 1)
        .map(shownRow)
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "Raw Value | Means | Rows | Dollars behind it | Where first | Field | Spreadsheet and tab
      map_visit_type: copy columns A and B to the tab map_visit_type
      '=Foot | ▾ | 1 | 40 | F44 [1FrontDesk/edit#gid=0&range=F44] | Visit Type | Front desk, Schedule
      Foot thing | ▾ | 3 |  | F44 [1FrontDesk/edit#gid=0&range=F44] | Visit Type | Front desk, Schedule
      (all further values) |  | 70 | 90 | F44 [1FrontDesk/edit#gid=0&range=F44] | Visit Type | Front desk, Schedule
      map_status: copy columns A and B to the tab map_status
      GONE | ▾ | 3 |  | F44 [1FrontDesk/edit#gid=0&range=F44] | Status | Front desk, Schedule
      Providers: add each to "Also Written" (or "Aliases") of its row in the tab Providers; several are separated by semicolons
      Birch A |  | 3 |  | F44 [1FrontDesk/edit#gid=0&range=F44] | Provider | Front desk, Schedule
      No map: correct these where they stand
      Coffee |  | 3 | 1 | F44 [1FrontDesk/edit#gid=0&range=F44] | Category | Front desk, Schedule"
    `)
  })

  it('offers exactly the words that the map tab takes', () => {
    for (const [mapTab, name] of [
      ['map_status', 'status'],
      ['map_transaction_type', 'transaction_type'],
      ['map_adjustment', 'adjustment'],
      ['map_visit_type', 'visit_type'],
    ] as const) {
      const row = (word: string) => ({ number: 2, text: () => word, value: () => word })
      const accepted = mapWords(mapTab).filter((word) => mapOfRows(name, [row(word)], 'map').map.size === 1)
      expect(accepted).toEqual(mapWords(mapTab))
      const [refusal] = mapOfRows(name, [row('no such word')], 'map').refusals
      expect(refusal?.hint).toBe(`Use one of ${mapWords(mapTab).join(', ')}.`)
      const sheet = sheetOf(sampleReport({ unmapped: [sampleUnmapped({ mapTab })] }), 'unmapped_values')
      const cell = cellData(sheet.rows.at(-1)?.[1] ?? null)
      expect(cell.userEnteredValue).toBeUndefined()
      expect(cell.dataValidation).toMatchObject({
        strict: true,
        condition: {
          type: 'ONE_OF_LIST',
          values: mapWords(mapTab).map((userEnteredValue) => ({ userEnteredValue })),
        },
      })
    }
  })
})

describe('the tab of a worklist', () => {
  it('has real dates, dollars and a link to each source row', () => {
    const sheet = sheetOf(sampleReport({ worklists: [sampleWorklist({ total: 1234 })] }), 'old_balances')
    expect(shownSheet(sheet)).toMatchInlineSnapshot(`
      "Balances by age: 1,234
      Open balances older than 90 days. Call the payer, or write them off.
      As of Saturday, November 21, 2026. From the run of Saturday, November 21, 2026, 5:03 PM (Chicago time). Rewritten by every sync: write nothing here.
      Open | Claim | Date of service | Balance | Days | Spreadsheet and tab
      Row 9 [1Billing/edit#gid=12&range=9:9] | C-1001 | 46174 | 1234.5 | 173 | Billing, Charges
      Row 21 [1Billing/edit#gid=12&range=21:21] | C-1002 |  | -5 | 100 | Billing, Charges
      and 1,232 more rows"
    `)
    const row = sheet.rows[sheet.frozenRows]?.map(cellData)
    expect(row?.map((cell) => cell.userEnteredFormat?.numberFormat?.type)).toEqual([
      'TEXT',
      'TEXT',
      'DATE',
      'NUMBER',
      'NUMBER',
      'TEXT',
    ])
  })

  it('is left as it was by a run that made no ledger, and ended by a run that has no such list', () => {
    const refused = sampleReport({ run: { ...sampleReport().run, outcome: 'refused' }, health: null })
    expect(statusSheets(refused).map(({ id }) => id)).toEqual(['status'])
    const other = statusSheets(sampleReport({ worklists: [sampleWorklist()] }))
    const ended = other.filter(({ onlyIfThere }) => onlyIfThere).map(({ id }) => id)
    expect(ended).toEqual([
      'unresolved_appointments',
      'visits_without_charge',
      'charges_without_visit',
      'unsigned_notes',
      'unworked_denials',
      'open_claims',
      'credit_balances',
      'compliance_due',
      'coverage_gaps',
    ])
  })
})

describe('all tabs together', () => {
  const long = 'x'.repeat(3000)
  const big = sampleReport({
    rejects: Array.from({ length: 6000 }, (_, row) => sampleReject({ row: row + 1, fix: long })),
    unmapped: Array.from({ length: 3000 }, (_, row) => sampleUnmapped({ value: `${row}${long}` })),
    worklists: [sampleWorklist()],
    problems: Array.from({ length: 500 }, () => ({ message: long, hint: long })),
    health: sampleHealth({
      warnings: Array.from({ length: 500 }, () => long),
      tabs: Array.from({ length: 1000 }, () => sampleTabs.map((tab) => ({ ...tab, tab: long }))).flat(),
    }),
  })

  it('stay below what a batch may hold, short lists whole, and each cut list says by how much', () => {
    const sheets = statusSheets(big)
    expect(sheets.reduce((sum, { rows }) => sum + bytesOf(rows), 0)).toBeLessThan(batchBytes + 10_000)
    const worklist = sheetOf(big, 'old_balances')
    expect(worklist.rows).toHaveLength(worklist.frozenRows + 2)
    for (const [id, all, rest] of [
      ['rejected_rows', 6000, /^and ([\d,]+) more entries$/],
      ['unmapped_values', 3000, /^and ([\d,]+) more values$/],
    ] as const) {
      const sheet = sheetOf(big, id)
      const more = Number(rest.exec(shownRow(sheet.rows.at(-1) ?? []))?.[1]?.replace(',', ''))
      const shown = sheet.rows.slice(sheet.frozenRows, -1).filter((row) => row.length > 1).length
      expect(shown).toBeGreaterThan(100)
      expect(shown + more).toBe(all)
    }
  })

  it('start with Status', () => {
    expect(statusSheets(sampleReport()).map(({ id }) => id)[0]).toBe('status')
  })
})
