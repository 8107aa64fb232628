import { describe, expect, it } from 'vitest'
import type { Row } from '../../scripts/private/sources/source.ts'
import { takeInTab } from '../mess/takeIn.ts'
import {
  adpReport,
  gustoReport,
  paychexJournalReport,
  paychexLinesReport,
  quickbooksReport,
} from './reports/payrollReports.ts'

/** Pay lines that count: who, period, pay day, earning, hundredths of hours, cents, cents of employer taxes. */
async function payLines(rows: readonly Row[], yaml = '') {
  const taken = await takeInTab('Journal', rows, yaml)
  const lines = (await taken.rows('payroll')).map((line) => [
    ...[line.employee_id, line.period_start, line.period_end, line.pay_date, line.earning_code],
    ...[line.hours ?? null, line.amount ?? null, line.employer_taxes ?? null],
  ])
  return { ...taken, lines }
}

describe("Gusto's payroll journal", () => {
  it('each section has its period and pay day, each earning is a line, columns that came later are read', async () => {
    const { lines, rejected, refused } = await payLines(gustoReport)
    expect([rejected, refused]).toEqual([[], []])
    const first = ['2026-09-21', '2026-10-04', '2026-10-09']
    const second = ['2026-10-05', '2026-10-11', '2026-10-16']
    expect(new Set(lines)).toEqual(
      new Set([
        ['Birch, Ada', ...first, 'regular', 8000, 200000, null],
        ['Birch, Ada', ...first, 'overtime', 150, 5625, null],
        ['Birch, Ada', ...first, 'other', null, null, 15730],
        ['Moss, Cy', ...first, 'regular', null, 300000, null],
        ['Moss, Cy', ...first, 'other', null, null, 22950],
        ['Reed, Bo', ...second, 'regular', 1665, 12071, null],
        ['Reed, Bo', ...second, 'other', null, 3010, null],
        ['Reed, Bo', ...second, 'other', null, null, 1207],
      ]),
    )
  })

  it('a day that a spreadsheet made a date of is that day', async () => {
    const rows = gustoReport.map((row) => row.map((cell) => (cell === ' 10/09/2026' ? 46_304 : cell)))
    const { lines, refused } = await payLines(rows)
    expect(refused).toEqual([])
    expect(lines.filter(([, , , paid]) => paid === '2026-10-09')).toHaveLength(5)
  })

  it('a run of its own on the same pay day is another check, with taxes of its own', async () => {
    const extra = gustoReport
      .slice(5, 11)
      .map((row) =>
        row.map((cell) => (cell === 'Biweekly Payroll payroll period' ? 'Off-cycle payroll period' : cell)),
      )
    const { lines, refused } = await payLines([...gustoReport, [], ...extra])
    expect(refused).toEqual([])
    const days = ['2026-09-21', '2026-10-04', '2026-10-09']
    for (const line of [
      ['Birch, Ada', ...days, 'regular', 8000, 200000, null],
      ['Moss, Cy', ...days, 'other', null, null, 22950],
    ]) {
      expect(lines.filter((one) => JSON.stringify(one) === JSON.stringify(line))).toHaveLength(2)
    }
  })

  it('a gross that is not the sum of its earnings is told to the cent', async () => {
    const rows = gustoReport.map((row) =>
      row.map((cell) => (cell === '3,000.00' ? '2,999.99' : cell === '5,000.00' ? '4,999.99' : cell)),
    )
    // The file's own total of the column agrees.
    const third = rows.map((row, index) => (index === 9 ? row.with(11, '3,000.00') : row))
    const { warnings } = await payLines(third)
    expect(warnings.filter((one) => one.includes('is not the sum'))).toEqual([
      'Tab "Journal" of test.xlsx: in row 10 column L ("Gross Earnings") is not the sum of "Regular (Amount)" + "Additional Earnings" + "Paycheck Tips" + "Overtime (Amount)": together it is $0.01 away. Only the parts are read, so money may be missing.',
    ])
  })

  it('what cannot be read is named where the sheet has it, also where a section has columns of its own', async () => {
    const rows = gustoReport.map((row) => row.map((cell) => (cell === '30.10' ? 'some' : cell)))
    const { rejected } = await payLines(rows, 'limits: { rejected_share: 1 }')
    expect(rejected).toEqual(['J16 amount: not an amount'])
  })

  it('refuses a section that does not say its pay day, and two people of one name', async () => {
    const noDay = gustoReport.map((row, index) => (index === 6 ? [] : row))
    expect((await payLines(noDay)).refused).toEqual([
      expect.stringContaining('row 8: the lines above the table do not say its pay day.'),
    ])
    const twice = gustoReport.toSpliced(10, 0, gustoReport[8] ?? [])
    expect((await payLines(twice)).refused).toEqual([
      expect.stringContaining('rows 9 and 11: the same name stands twice under one pay day'),
    ])
  })

  it('tells what stands in no section, and does not read it', async () => {
    const contractors = [
      ['Contractor', 'Hours', 'Wage'],
      ['Invented, Io', '3', '90.00'],
    ]
    const { warnings, lines } = await payLines([...gustoReport, [], ...contractors])
    expect(lines).toHaveLength(8)
    expect(warnings).toContainEqual(
      expect.stringContaining(
        '2 rows (the first is row 19) stand in no section that is known and are not read.',
      ),
    )
  })
})

describe("QuickBooks' payroll summary", () => {
  it('employees become rows, items earnings; all employees together are no person', async () => {
    const { lines, rejected, refused } = await payLines(quickbooksReport)
    expect([rejected, refused]).toEqual([[], []])
    const days = ['2026-10-01', '2026-10-14', '2026-10-14']
    expect(new Set(lines)).toEqual(
      new Set([
        ['Ada Birch', ...days, 'regular', 8000, 200000, null],
        ['Ada Birch', ...days, 'pto', 800, 20000, null],
        ['Ada Birch', ...days, 'other', null, null, 3190],
        ['Cy Moss', ...days, 'regular', null, 300000, null],
        ['Cy Moss', ...days, 'other', null, null, 4350],
      ]),
    )
  })

  it('without hours and rates each employee is one column', async () => {
    const kept = [0, 1, 4, 8, 12]
    const rows = quickbooksReport
      .filter((_, index) => index !== 4)
      .map((row, index) => {
        if (index === 3) return [null, null, 'Ada Birch', 'Cy Moss', 'TOTAL']
        return index < 3 ? row : kept.map((column) => row[column] ?? null)
      })
    const { lines } = await payLines(rows)
    expect(lines.map(([name, , , , code, hours, amount]) => [name, code, hours, amount])).toContainEqual([
      'Ada Birch',
      'pto',
      null,
      20000,
    ])
  })

  it('what cannot be read is named where the sheet has it', async () => {
    const rows = quickbooksReport.map((row, index) => (index === 9 ? row.with(4, 'some') : row))
    const { rejected } = await payLines(rows, 'limits: { rejected_share: 1 }')
    expect(rejected).toEqual(['E10 amount: not an amount'])
  })

  it.each<[string, Row[]]>([
    [
      'above the title',
      [['3:15 PM', null, 'Northside'], [null, null, 'Payroll Summary'], ['October 1 - 14, 2026']],
    ],
    [
      'beside it',
      [
        ['3:15 PM', 'Northside'],
        ['10/15/26', 'Payroll Summary'],
        [null, 'October 1 - 14, 2026'],
      ],
    ],
    ['below it', [['Northside'], ['Payroll Summary'], ['10/15/26'], [null, 'October 1 - 14, 2026']]],
  ])('the time and the day of printing %s are nobody and no period', async (_, title) => {
    const plain = await payLines(quickbooksReport)
    const { lines, refused } = await payLines([...title, ...quickbooksReport.slice(3)])
    expect({ lines, refused }).toEqual({ lines: plain.lines, refused: [] })
  })

  it('refuses amounts without a name, and a second report below', async () => {
    const unnamed = quickbooksReport.map((row, index) => (index === 3 ? row.with(6, null) : row))
    const texts = unnamed.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)))
    for (const rows of [unnamed, texts]) {
      expect((await payLines(rows)).refused).toEqual([
        expect.stringContaining('cell I8: an amount above which there is no name.'),
      ])
    }
    expect((await payLines([...quickbooksReport, [], ...quickbooksReport])).refused).toEqual([
      expect.stringContaining('"Total Gross Pay" stands in rows 11 and 29, so it holds several reports.'),
    ])
  })

  it('tells a gross that is not its earnings, and employer taxes that are not there, where the sheet has them', async () => {
    const rows = quickbooksReport
      .slice(0, 14)
      .map((row, index) => (index === 10 ? row.with(4, 2200.01).with(12, 5200.01) : row))
    const { warnings } = await payLines(rows)
    expect(warnings.filter((text) => text.includes('row 11 column E ("Total Gross Pay")'))).toHaveLength(1)
    expect(warnings).toContainEqual(expect.stringContaining('employees work (the first in row 4)'))
    expect(warnings).toContainEqual(
      expect.stringContaining('no line "Total Employer Taxes and Contributions", so staff cost lacks'),
    )
  })

  it('refuses a report without its title', async () => {
    const { refused } = await payLines(quickbooksReport.toSpliced(2, 1))
    expect(refused).toEqual([expect.stringContaining('does not say from which day to which it is')])
  })
})

const paidWeekly = (preset: string): string =>
  `tabs: [{ file: test.xlsx, preset: ${preset}, pay_period: { days: 7, paid_after: 5 } }]`

describe("ADP's hours and earnings", () => {
  it('codes are earnings of their own; blank is not zero; numbers keep their zeros; "!" begins a note', async () => {
    const { lines, refused } = await payLines(adpReport, paidWeekly('adp_hours'))
    expect(refused).toEqual([])
    const days = ['2026-10-05', '2026-10-11', '2026-10-16']
    expect(new Set(lines)).toEqual(
      new Set([
        ['000101', ...days, 'regular', 4000, null, null],
        ['000101', ...days, 'overtime', 250, null, null],
        ['000101', ...days, 'pto', 800, null, null],
        ['000101', ...days, 'bonus', null, 15000, null],
        ['000102', ...days, 'regular', 3200, null, null],
        ['000102', ...days, 'regular', 800, null, null],
      ]),
    )
  })

  it('asks once for the period that it does not say', async () => {
    expect((await payLines(adpReport)).refused).toEqual([
      expect.stringContaining('nothing in it says of which days its pay is.'),
    ])
  })
})

describe('Paychex', () => {
  it('lines of one check and day are told apart by department and rate', async () => {
    const { lines } = await payLines(paychexLinesReport)
    expect(new Set(lines)).toEqual(
      new Set([
        ['0007', '2026-10-05', '2026-10-05', '2026-10-05', 'regular', 800, 20000, null],
        ['0007', '2026-10-05', '2026-10-05', '2026-10-05', 'regular', 200, 6000, null],
        ['0007', '2026-10-06', '2026-10-06', '2026-10-06', 'overtime', 100, 3750, null],
      ]),
    )
  })

  it('asks for the days and the pay day of a worksheet, each once', async () => {
    expect((await payLines(paychexJournalReport)).refused).toEqual([
      expect.stringContaining('nothing in it says of which days its pay is.'),
      expect.stringContaining('nothing in it says pay_date.'),
    ])
  })

  it('a salary beside its hours is one line', async () => {
    const rows = [...paychexJournalReport.slice(0, 2), paychexJournalReport[2]?.with(2, '80') ?? []]
    const said =
      'tabs: [{ file: test.xlsx, preset: paychex_journal, constants: { pay_date: 2026-10-16 }, pay_period: { days: 14, paid_after: 5 } }]'
    const { lines } = await payLines(rows, said)
    expect(lines.map((line) => line.slice(4, 7))).toContainEqual(['regular', 8000, 300000])
  })

  it("the worksheet's days are said in the config", async () => {
    const said =
      'tabs: [{ file: test.xlsx, preset: paychex_journal, constants: { pay_date: 2026-10-16 }, pay_period: { days: 14, paid_after: 5 } }]'
    const { lines } = await payLines(paychexJournalReport, said)
    const days = ['2026-09-28', '2026-10-11', '2026-10-16']
    expect(new Set(lines)).toEqual(
      new Set([
        ['Birch, Ada J.', ...days, 'regular', 7600, null, null],
        ['Birch, Ada J.', ...days, 'overtime', 150, null, null],
        ['Birch, Ada J.', ...days, 'pto', 400, null, null],
        ['Moss, Cy', ...days, 'regular', null, 300000, null],
        ['Moss, Cy', ...days, 'holiday', 800, null, null],
      ]),
    )
  })
})
