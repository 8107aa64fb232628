import { describe, expect, it } from 'vitest'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import { cellData } from '../../../scripts/status/cellData.ts'
import type { StatusReport } from '../../../scripts/status/statusReport.ts'
import {
  sampleHealth,
  sampleReading,
  sampleReject,
  sampleReport,
  sampleTabs,
  sampleUnmapped,
  sampleWorklist,
} from './sampleReport.ts'
import { shownRow, shownSheet } from './shownSheet.ts'
import { sheetOf } from './sheetOf.ts'

describe('the tab Status', () => {
  it('of a published run', () => {
    const report = sampleReport({
      rejects: [sampleReject(), sampleReject({ column: 'D' }), sampleReject({ row: 18 })],
      unmapped: [sampleUnmapped()],
      worklists: [sampleWorklist()],
      health: sampleHealth({ warnings: ['Tab "Schedule" was renamed from "Sched"; it was followed.'] }),
    })
    expect(shownSheet(sheetOf(report, 'status'))).toMatchInlineSnapshot(`
      "Practice Vitals: Two Rivers Clinic
      Published on Saturday, November 21, 2026, 5:03 PM (Chicago time)
      Data as of Saturday, November 21, 2026: January 2025 to November 2026.

      To do
      Rejected rows: correct them in their spreadsheets |  |  | 2
      Unmapped values: say what they mean |  |  | 1
      Balances by age |  |  | 2

      Does it add up
      Rows: 2,100 read = 2,079 included + 3 rejected + 8 duplicate + 10 blank
      Money: $90,000.50 read = $89,900.50 included + $100.00 rejected

      Spreadsheets
      Front desk [1FrontDesk/edit] | Read on Saturday, November 21, 2026, 5:01 PM (Chicago time)
      Billing [1Billing/edit] | Unchanged since it was read on Saturday, November 21, 2026, 5:00 AM (Chicago time)

      What was read
      Spreadsheet | Tab | Read as | Rows read | Included | Rejected | Duplicates | Blank | Out of scope | Hidden rows | Newest date | Money read | Money included | Money rejected
      Front desk | Schedule [1FrontDesk/edit#gid=0&range=3:3] | appointments | 1200 | 1180 | 2 | 8 | 10 | 0 | 4 | 46346 |  |  | 
      Billing | Charges [1Billing/edit#gid=12&range=1:1] | charges | 900 | 899 | 1 | 0 | 0 | 0 | 0 | 46345 | 90000.5 | 89900.5 | 100
      Front desk | Visits chart | chart |  |  |  |  |  |  | 

      Good to know
      Tab "Schedule" was renamed from "Sched"; it was followed.
      The run started on Saturday, November 21, 2026, 5:00 PM (Chicago time). It sent 4 requests to Google Sheets and 2 requests to Google Drive."
    `)
  })

  it('of a refused run', () => {
    const report = sampleReport({
      run: { ...sampleReport().run, outcome: 'refused' },
      practice: null,
      timeZone: 'America/Chicago',
      health: null,
      problems: [
        { message: 'Tab Schedule: no column for the date.', hint: 'Name it Date in the header row.' },
        { message: 'Tab Charges: every row was rejected (3).', hint: 'Type amounts as numbers.' },
      ],
    })
    expect(shownSheet(sheetOf(report, 'status'))).toMatchInlineSnapshot(`
      "Practice Vitals: status
      Refused: nothing was published; the last good data stays
      Tried on Saturday, November 21, 2026, 5:03 PM (Chicago time).

      What is wrong, and what to do
      1. Tab Schedule: no column for the date.
      What to do: Name it Date in the header row.
      2. Tab Charges: every row was rejected (3).
      What to do: Type amounts as numbers.

      To do
      The other tabs were left as they were; each says at its top of which run it is.

      Spreadsheets
      Front desk [1FrontDesk/edit] | Read on Saturday, November 21, 2026, 5:01 PM (Chicago time)
      Billing [1Billing/edit] | Unchanged since it was read on Saturday, November 21, 2026, 5:00 AM (Chicago time)

      What was read
      Spreadsheet | Tab | Read as | Rows read | Included | Rejected | Duplicates | Blank | Out of scope | Hidden rows | Newest date | Money read | Money included | Money rejected
      Front desk | Schedule |  | 1203 |  |  |  |  |  | 4
      Front desk | Visits chart | chart |  |  |  |  |  |  | 
      Billing | Charges |  | 901 |  |  |  |  |  | 0

      Good to know
      The run started on Saturday, November 21, 2026, 5:00 PM (Chicago time). It sent 4 requests to Google Sheets and 2 requests to Google Drive."
    `)
  })

  it('of a run with a spreadsheet that was not available', () => {
    const [desk, billing] = sampleReading
    if (!desk || !billing) throw new Error('no readings')
    const problem = new GoogleError('unavailable', {
      message: 'Google did not answer.',
      hint: 'Nothing to do: the next sync tries again.',
    })
    const report = sampleReport({ spreadsheets: [desk, { ...billing, state: 'unavailable', problem }] })
    const lines = shownSheet(sheetOf(report, 'status')).split('\n')
    expect(lines[1]).toMatchInlineSnapshot(
      `"Published on Saturday, November 21, 2026, 5:03 PM (Chicago time), with older data of 1 spreadsheet"`,
    )
    const from = lines.indexOf('Spreadsheets')
    expect(lines.slice(from, from + 5).join('\n')).toMatchInlineSnapshot(`
      "Spreadsheets
      Front desk [1FrontDesk/edit] | Read on Saturday, November 21, 2026, 5:01 PM (Chicago time)
      Billing [1Billing/edit] | Not available now: its data is from Saturday, November 21, 2026, 5:00 AM (Chicago time)
       | Google did not answer.
       | What to do: Nothing to do: the next sync tries again."
    `)
  })

  it('says first when nothing had changed, and when a run was dry', () => {
    const { run } = sampleReport()
    const second = (report: StatusReport) => shownRow(sheetOf(report, 'status').rows[1] ?? [])
    const unchanged = sampleReport({ run: { ...run, outcome: 'unchanged' }, health: null })
    expect(second(unchanged)).toBe(
      'Unchanged on Saturday, November 21, 2026, 5:03 PM (Chicago time): what was published before is up to date',
    )
    expect(second(sampleReport({ run: { ...run, dry: true } }))).toBe(
      'Dry run on Saturday, November 21, 2026, 5:03 PM (Chicago time): everything was checked, nothing was published',
    )
  })

  it('says in words what does not add up', () => {
    const [schedule, charges] = sampleTabs
    if (!schedule || !charges?.cents) throw new Error('no tabs')
    const tabs = [
      { ...schedule, rows: { ...schedule.rows, included: 1177 } },
      { ...charges, cents: { ...charges.cents, included: 8_990_000 } },
    ]
    const controls = [
      { workbook: 'Billing', tab: 'Charges', measure: 'cells of column A', figure: 900 },
      { workbook: 'Billing', tab: 'Charges', measure: 'sum of column H', figure: 1234.5 },
    ]
    const lines = shownSheet(sheetOf(sampleReport({ health: sampleHealth({ tabs }), controls }), 'status'))
    expect(lines).toContain('3 rows are not accounted for in Front desk, tab Schedule.')
    expect(lines).toContain('$0.50 is not accounted for in Billing, tab Charges.')
    expect(lines).toContain('Rows: 2,100 read is not 2,076 included')
    expect(lines).toContain('Control: all 2 counts and sums are as the _control tab says')
  })

  it('names a control total that stands alone', () => {
    const controls = [{ workbook: 'Billing', tab: 'Charges', measure: 'sum of column H', figure: 1234.5 }]
    const lines = shownSheet(sheetOf(sampleReport({ controls }), 'status'))
    expect(lines).toContain(
      'Control: Billing, tab Charges: sum of column H: 1,234.5, as the _control tab says',
    )
  })

  it('colours the words of a sentence, which run over their cell, and the cell of a number', () => {
    const words = cellData({ kind: 'text', text: 'Published', look: 'good' }).userEnteredFormat
    expect(words?.textFormat?.foregroundColorStyle).toBeDefined()
    expect(words?.backgroundColorStyle).toBeUndefined()
    const number = cellData({ kind: 'count', value: 0, look: 'good' }).userEnteredFormat
    expect(number?.backgroundColorStyle).toBeDefined()
  })

  it('tells two spreadsheets of one title apart', () => {
    const [desk] = sampleReading
    const [schedule] = sampleTabs
    if (!desk || !schedule) throw new Error('no readings')
    const note = { sheetId: 0, title: 'Schedule', rows: 10, hiddenRows: 0, skipped: null }
    const report = sampleReport({
      spreadsheets: [
        { ...desk, tabs: [{ ...note, hiddenRows: 3 }] },
        { ...desk, id: '1Second', tabs: [{ ...note, hiddenRows: 8 }] },
      ],
      health: sampleHealth({ tabs: [schedule, { ...schedule, workbook: 'Front desk (2)' }] }),
      link: ({ workbook }) =>
        `https://docs.google.com/spreadsheets/d/${workbook === 'Front desk' ? '1FrontDesk' : '1Second'}/edit#gid=0`,
    })
    const { rows } = sheetOf(report, 'status')
    const hidden = rows.flatMap((row) => {
      const [workbook, , , , , , , , , count] = row
      return workbook?.kind === 'text' && count?.kind === 'count' ? [[workbook.text, count.value]] : []
    })
    expect(hidden).toEqual([
      ['Front desk', 3],
      ['Front desk (2)', 8],
    ])
  })

  it('tells times of a zone that is unknown as UTC', () => {
    const report = sampleReport({ practice: null, timeZone: 'GMT-07:00' })
    expect(shownRow(sheetOf(report, 'status').rows[1] ?? [])).toContain('11:03 PM (UTC)')
  })
})
