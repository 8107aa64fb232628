import { describe, expect, it } from 'vitest'
import type { Cell } from '../../scripts/private/sources/source.ts'
import { takeInFiles, takeInTab, takeInTabs, workbookOf } from './takeIn.ts'

type Plain = string | number | boolean | null
const header = ['Charge ID', 'DOS', 'Post Date', 'Provider', 'Charge Amount']
const first: readonly Plain[] = ['1', '1/5/2024', '1/6/2024', 'Anna Smith', 100]
const second: readonly Plain[] = ['2', '1/5/2024', '1/7/2024', 'Bob Jones', '50.25']
/** What comes of the two rows. */
const both = [
  { charge_id: '1', service_date: '2024-01-05', post_date: '2024-01-06', charge_amount: 10_000 },
  { charge_id: '2', service_date: '2024-01-05', post_date: '2024-01-07', charge_amount: 5_025 },
]
const lenient = 'limits: { rejected_share: 1 }'

const accountOf = ({ intake }: Awaited<ReturnType<typeof takeInTab>>) => intake?.health.tabs.at(-1)?.rows

describe('mess 3: ragged rows', () => {
  it('reads rows whose empty ends are left out, and no rows for empty ones', async () => {
    const taken = await takeInTab('Charges', [
      [...header, 'Units', 'Modifier'],
      [...first, 2],
      [],
      [...second],
    ])
    expect(await taken.rows('charges')).toMatchObject([
      { ...both[0], units: 2, modifiers: null },
      { ...both[1], units: null, modifiers: null },
    ])
    expect(accountOf(taken)).toMatchObject({ read: 3, included: 2, blank: 1 })
  })

  it('reads serial numbers and texts of a sheet alike', async () => {
    const taken = await takeInTab('Charges', [header, first.with(1, 45296).with(2, '45297'), second])
    expect(await taken.rows('charges')).toMatchObject(both)
  })
})

describe('mess 4: headers', () => {
  it.each<[string, readonly Cell[]]>([
    ['trailing spaces', header.map((name) => `${name}   `)],
    ['NBSP', header.map((name) => name.replaceAll(' ', '\u00a0'))],
    ['line breaks', header.map((name) => name.replaceAll(' ', '\n'))],
    ['capitals', header.map((name) => name.toUpperCase())],
    ['underscores', header.map((name) => name.replaceAll(' ', '_'))],
  ])('are read with %s', async (_, names) => {
    const taken = await takeInTab('Charges', [names, first, second])
    expect(await taken.rows('charges')).toMatchObject(both)
  })

  it.each(Array.from({ length: 15 }, (_, index) => index + 1))('are found in row %d', async (row) => {
    const titles = Array.from({ length: row - 1 }, (_, index) => (index % 3 === 1 ? [] : ['Charge report']))
    const taken = await takeInTab('Charges', [...titles, header, first, second])
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(taken.intake?.health.tabs[0]?.headerRow).toBe(row)
  })

  it('are two rows, groups over columns', async () => {
    const groups = ['Charge', null, null, 'Who', 'Money']
    const names = ['ID', 'DOS', 'Post Date', 'Provider', 'Charge Amount']
    const taken = await takeInTab('Charges', [groups, names, first, second])
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(taken.intake?.health.tabs[0]?.headerRow).toBe(2)
  })

  it('may be blank over a column, which is not read', async () => {
    const taken = await takeInTab('Charges', [
      [...header, null],
      [...first, 'a remark'],
      [...second, 'x'],
    ])
    expect(await taken.rows('charges')).toMatchObject(both)
  })

  it('twice the same are refused, with their letters', async () => {
    const { refused } = await takeInTab('Charges', [
      [...header, 'Charge Amount'],
      [...first, 7],
    ])
    expect(refused).toEqual(['Tab "Charges" of test.xlsx: columns E and F (row 1) both mean charge_amount.'])
  })

  it('repeated per page or per provider are no rows', async () => {
    const taken = await takeInTab('Charges', [header, first, header, second, header])
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(accountOf(taken)).toMatchObject({ read: 4, included: 2, outOfScope: 2 })
  })
})

describe('mess 5: Tebra', () => {
  it('reads alternating blank columns and numbers that are text', async () => {
    const apart = (row: readonly Plain[]) =>
      row.flatMap((cell) => [cell === null ? null : String(cell), null])
    const taken = await takeInTab('Charges', [apart(header), apart(first), apart(second)])
    expect(await taken.rows('charges')).toMatchObject(both)
  })
})

describe('mess 6: group layout', () => {
  it('fills the provider down where the config says so, past totals and footers', async () => {
    const taken = await takeInTab(
      'Charges',
      [
        header,
        first,
        second.with(3, null),
        [null, null, null, 'Total for Smith', 150.25],
        [null, null, null, 'Smith Total', 150.25],
        [null, null, null, 'Bob Jones', null],
        first.with(0, '3').with(3, null),
        ['Report Totals', null, null, null, 250.25],
        ['Printed 1/5/2024 3:15 PM by jdoe'],
      ],
      'tabs: [{ file: test.xlsx, tab: Charges, dataset: charges, fill_down: [rendering_provider] }]',
    )
    expect(await taken.rows('charges')).toMatchObject([
      { charge_id: '1', rendering_provider: 'Anna Smith' },
      { charge_id: '2', rendering_provider: 'Anna Smith' },
      { charge_id: '3', rendering_provider: 'Bob Jones' },
    ])
    expect(accountOf(taken)).toMatchObject({ read: 8, included: 3, outOfScope: 5, quarantined: 0 })
  })

  it.each<[string, readonly Plain[]]>([
    ['behind the days', [null, '1/5/2024', '1/7/2024', 'Total', 150.25]],
    ['of a day', [null, '1/5/2024', '1/7/2024', 'Daily Total', 150.25]],
    ['of a provider, with the days', [null, '1/5/2024', '1/7/2024', 'Anna Smith Total', 150.25]],
    ['behind the range', ['', '1/5/2024 - 1/7/2024', null, 'Total:', 150.25]],
  ])('counts no money twice: totals %s', async (_, total) => {
    const of = (dollars: number): readonly Plain[] => total.with(4, dollars)
    const taken = await takeInTab('Charges', [header, first, of(100), second, of(150.25)], lenient)
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(accountOf(taken)).toMatchObject({ read: 4, included: 2, outOfScope: 2, quarantined: 0 })
    expect(taken.intake?.health.tabs[0]?.cents).toMatchObject({ included: 15_025, outOfScope: 25_025 })
  })

  it('keeps lines of a vendor whose name has the word, and of lines that have numbers', async () => {
    const taken = await takeInTab('Expenses', [
      ['Invoice Date', 'Vendor', 'Invoice No', 'Category', 'Amount', 'Owner Expense'],
      ['1/5/2024', 'Care Total', null, 'Rent', 100, 'N'],
      ['1/6/2024', 'Total Supply', null, 'Rent', 50, 'N'],
    ])
    expect(taken.refused).toEqual([])
    expect(accountOf(taken)).toMatchObject({ read: 2, included: 2, outOfScope: 0 })
    const charges = await takeInTab('Charges', [header, first, second.with(3, 'Health Total')])
    expect(accountOf(charges)).toMatchObject({ read: 2, included: 2, outOfScope: 0 })
  })

  it('has the cents of an amount that stands alone, as text too, in its account', async () => {
    const taken = await takeInTab('Charges', [header, first, second, [null, null, null, null, '$150.25']])
    expect(accountOf(taken)).toMatchObject({ read: 3, included: 2, outOfScope: 1 })
    expect(taken.intake?.health.tabs[0]?.cents).toMatchObject({ included: 15_025, outOfScope: 15_025 })
  })

  it('leaves payroll totals out', async () => {
    const taken = await takeInTab('Payroll', [
      ['Employee ID', 'Period Start', 'Period End', 'Pay Date', 'Earning Code', 'Amount'],
      ['7', '1/1/2024', '1/14/2024', '1/19/2024', 'Regular', 900],
      ['Payroll Totals', null, null, null, null, 900],
    ])
    expect(accountOf(taken)).toMatchObject({ read: 2, included: 1, outOfScope: 1 })
    expect(taken.intake?.health.tabs[0]?.cents).toMatchObject({
      read: 180_000,
      included: 90_000,
      outOfScope: 90_000,
    })
  })
})

describe('mess 7: blank and hidden', () => {
  it('reads past blank rows and columns, and hidden or filtered ones', async () => {
    const wide = (row: readonly Plain[]) => [...row.slice(0, 2), null, ...row.slice(2)]
    const rows = [wide(header), wide(first), [], wide(second)]
    const book = workbookOf('Charges', rows, { rows: [3], columns: [0] })
    const taken = await takeInFiles({ 'book.xlsx': book })
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(accountOf(taken)).toMatchObject({ read: 3, included: 2, blank: 1 })
  })

  it('takes a note under the header for no row, and lists one that fills the columns', async () => {
    const one = await takeInTab('Charges', [header, ['Please fill in every column'], first, second])
    expect(await one.rows('charges')).toMatchObject(both)
    expect(accountOf(one)).toMatchObject({ outOfScope: 1 })
    const notes = ['from the system', 'month/day/year', 'month/day/year', 'last, first', 'dollars']
    const many = await takeInTab('Charges', [header, notes, first, second])
    expect(await many.rows('charges')).toMatchObject(both)
    expect(many.rejected).toEqual([
      'B2 service_date: not a date',
      'C2 post_date: not a date',
      'E2 charge_amount: not an amount',
    ])
  })
})

describe('mess 8: duplicates', () => {
  it('the last paste wins: a month pasted twice, and a row changed since', async () => {
    const appointments = ['Appt ID', 'Appt Date', 'Provider', 'Status']
    const taken = await takeInTabs({
      'Schedule 1': [
        appointments,
        ['1', '1/5/2024', 'Anna Smith', 'Scheduled'],
        ['2', '1/6/2024', 'Anna Smith', 'Seen'],
      ],
      'Schedule 2': [
        appointments,
        ['1', '1/5/2024', 'Anna Smith', 'Seen'],
        ['2', '1/6/2024', 'Anna Smith', 'Seen'],
      ],
    })
    expect(await taken.rows('appointments')).toMatchObject([
      { appt_id: '1', status: 'completed' },
      { appt_id: '2', status: 'completed' },
    ])
    expect(taken.intake?.health.tabs.map(({ rows }) => rows)).toMatchObject([
      { read: 2, included: 0, duplicates: 2 },
      { read: 2, included: 2, duplicates: 0 },
    ])
  })
})

describe('mess 14: a second table below the first', () => {
  const below: readonly Plain[] = ['9', '1/6/2024', '1/5/2024', 'Anna Smith', 70]
  const headerRule = 'a header that differs from the first'

  it.each<[string, readonly Plain[]]>([
    ['of payments', ['Payment ID', 'DOS', 'Post Date', 'Provider', 'Payment Amount']],
    ['whose columns changed places', ['Charge ID', 'Post Date', 'DOS', 'Provider', 'Charge Amount']],
    ['with a column put in', ['Charge ID', 'Location', 'DOS', 'Post Date', 'Provider', 'Charge Amount']],
  ])('%s is listed as a whole, and not read by the first header', async (_, other) => {
    const taken = await takeInTab('Charges', [header, first, second, [], other, below, below], lenient)
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(taken.rejected.filter((text) => text.startsWith('row'))).toEqual([
      `row 5 : ${headerRule}`,
      `row 6 : below ${headerRule}`,
      `row 7 : below ${headerRule}`,
    ])
    expect(accountOf(taken)).toMatchObject({ read: 6, included: 2, quarantined: 3, blank: 1 })
  })

  it('refuses the tab where there is more of it than may be rejected', async () => {
    const other = ['Charge ID', 'Post Date', 'DOS', 'Provider', 'Charge Amount']
    const { refused } = await takeInTab('Charges', [header, first, second, other, below, below])
    expect(refused.join()).toContain('Charges')
  })

  it('reads on below a header that only spells the same otherwise', async () => {
    const again = ['Charge No', 'Date of Service', 'Posting Date', 'Provider Name', 'Amount']
    const taken = await takeInTab('Charges', [header, first, again, second], lenient)
    expect(await taken.rows('charges')).toMatchObject(both)
  })
})

const transactionHeader = ['Transaction ID', 'Posting Date', 'Transaction Type', 'Amount']

describe('mess 11: signs', () => {
  it.each([1, -1])('money in lowers what is owed, whatever the sign (%d)', async (sign) => {
    const taken = await takeInTab('Transactions', [
      transactionHeader,
      ['1', '1/5/2024', 'Insurance Payment', 100 * sign],
      ['2', '1/5/2024', 'Copay', 20 * sign],
      ['3', '1/5/2024', 'Copay', 15 * sign],
      ['4', '1/6/2024', 'Copay', -20 * sign],
      ['5', '1/6/2024', 'Adjustment', 30 * sign],
      ['6', '1/7/2024', 'Recoup', 40 * sign],
    ])
    // Row 4 is a refund typed as a payment of the other sign; row 6 a recoup inside a check.
    const amounts = (await taken.rows('transactions')).map(({ amount }) => amount)
    expect(amounts).toEqual([-10_000, -2_000, -1_500, 2_000, -3_000, 4_000])
  })
})

describe('mess 12: voids', () => {
  it('keeps a separate negative line', async () => {
    const taken = await takeInTab('Charges', [header, first, first.with(0, '9').with(4, '(100.00)')])
    expect((await taken.rows('charges')).map(({ charge_amount }) => charge_amount)).toEqual([10_000, -10_000])
  })

  it('knows VOID in a column of marks or of statuses', async () => {
    for (const name of ['Void?', 'Charge Status']) {
      const marks: readonly Plain[] = name === 'Void?' ? ['VOID', null] : ['Voided', 'Posted']
      const rows = [
        [...header, name],
        [...first, marks[0] ?? null],
        [...second, marks[1] ?? null],
      ]
      const taken = await takeInTab('Charges', rows)
      expect(taken.rejected).toEqual([])
      const read = await taken.rows('charges')
      expect(read.map(({ is_void }) => is_void ?? false)).toEqual([true, false])
    }
  })

  it('cannot see a strike-through: the row counts, as the cells have it', async () => {
    const taken = await takeInFiles({ 'book.xlsx': workbookOf('Charges', [header, first, second]) })
    expect(accountOf(taken)).toMatchObject({ read: 2, included: 2 })
  })

  it('of the same id twice keeps the row of the later date, and counts the other', async () => {
    const corrected = first.with(2, '1/9/2024').with(4, 90)
    const taken = await takeInTab('Charges', [header, corrected, first])
    expect(await taken.rows('charges')).toMatchObject([{ charge_id: '1', charge_amount: 9_000 }])
    expect(accountOf(taken)).toMatchObject({ read: 2, included: 1, duplicates: 1 })
  })
})

describe('mess 14: mixed granularity', () => {
  it('lists the rows of a monthly summary below the detail', async () => {
    const summary = [[], [null, 'January 2024', null, null, 150.25], ['February 2024', null, null, null, 10]]
    const taken = await takeInTab('Charges', [header, first, second, ...summary], lenient)
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(new Set(taken.rejected.map((text) => text.replace(/ .*/, '')))).toEqual(
      new Set(['B5', 'C5', 'B6', 'C6']),
    )
    expect(taken.intake?.health.tabs[0]?.cents).toMatchObject({ included: 15_025, quarantined: 16_025 })
  })

  it('reads two sites in two tabs with different headers', async () => {
    const taken = await takeInTabs({
      'Charges North': [header, first],
      'Charges South': [
        ['Date of Service', 'Amount', 'Charge No', 'Posted'],
        ['1/5/2024', '50.25', '2', '1/7/2024'],
      ],
    })
    expect(await taken.rows('charges')).toMatchObject(both)
  })
})

const csv = (rows: readonly (readonly Plain[])[], by = ',') =>
  rows.map((row) => row.map((cell) => cell ?? '').join(by)).join('\r\n')

describe('mess 17: encodings and delimiters', () => {
  it('reads a byte-order mark', async () => {
    const taken = await takeInFiles({ 'charges.csv': `\ufeff${csv([header, first, second])}` })
    expect(await taken.rows('charges')).toMatchObject(both)
  })

  it('reads Windows-1252 and its quotes', async () => {
    const text = Buffer.from(
      csv([header, first.with(3, 'Ana Mu\u00f1oz'), second.with(3, 'O\x92Neil')]),
      'latin1',
    )
    const taken = await takeInFiles({ 'charges.csv': text })
    expect((await taken.rows('charges')).map((row) => row.rendering_provider)).toEqual([
      'Ana Muñoz',
      'O’Neil',
    ])
  })

  it('puts Ã± right, and leaves alone what only looks like it', async () => {
    const taken = await takeInTab('Charges', [header, first.with(3, 'Ana MuÃ±oz'), second.with(3, 'SÃO ANA')])
    expect((await taken.rows('charges')).map((row) => row.rendering_provider)).toEqual([
      'Ana Muñoz',
      'SÃO ANA',
    ])
  })

  it.each(['\t', '|', ';', ','])('reads files cut by %j', async (by) => {
    const taken = await takeInFiles({ 'charges.txt': csv([header, first, second], by) })
    expect(await taken.rows('charges')).toMatchObject(both)
  })

  it.each(['\t', '|', ','])('reads text cut by %j that was pasted into one column', async (by) => {
    const lines = csv([header, first, second], by).split('\r\n')
    const taken = await takeInTab(
      'Charges',
      lines.map((line) => [line]),
    )
    expect(taken.refused).toEqual([])
    expect(await taken.rows('charges')).toMatchObject(both)
  })
})

describe('mess 17: pasted text with a comma inside an amount', () => {
  it('is listed, and never cut in two', async () => {
    const lines = [...csv([header, first, second]).split('\r\n'), '3,1/5/2024,1/6/2024,Anna Smith,$1,234.50']
    const taken = await takeInTab(
      'Charges',
      lines.map((line) => [line]),
      lenient,
    )
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(taken.rejected).toContain('E4 charge_amount: a spreadsheet error')
    expect(accountOf(taken)).toMatchObject({ read: 3, included: 2, quarantined: 1 })
  })
})

describe('mess 18: free text', () => {
  it('drops notes, and every other column that is not on the list', async () => {
    const secret = 'called about the rash'
    const taken = await takeInTab('Charges', [
      [...header, 'Notes', 'Patient Name', 'Phone'],
      [...first, secret, secret, secret],
    ])
    expect(JSON.stringify([await taken.rows('charges'), taken.intake])).not.toContain(secret)
  })
})

describe('mess 19: rows longer than the header', () => {
  it('are read by the header and told', async () => {
    const taken = await takeInTab('Charges', [header, [...first, 'more'], [...second, 'more', 'and more']])
    expect(await taken.rows('charges')).toMatchObject(both)
    expect(taken.warnings.join()).toContain('2 rows have more cells than the header')
  })
})

describe('mess 20: hands', () => {
  it('a renamed tab is known by its headers, or told', async () => {
    const taken = await takeInTab('Sheet7', [header, first, second])
    expect(await taken.rows('charges')).toMatchObject(both)
    const lost = await takeInTabs({
      Sheet7: [
        ['Who', 'What'],
        ['a', 'b'],
      ],
      Charges: [header, first],
    })
    expect(lost.warnings.join()).toContain('Tab "Sheet7" of test.xlsx was left out')
  })

  it('an inserted column moves the others, and nothing else', async () => {
    const wide = (row: readonly Plain[], cell: Plain) => [...row.slice(0, 2), cell, ...row.slice(2)]
    const taken = await takeInTab('Charges', [wide(header, 'Seen by'), wide(first, 'x'), wide(second, 'y')])
    expect(await taken.rows('charges')).toMatchObject(both)
  })

  it('a required header that was typed over is refused by name', async () => {
    const { refused } = await takeInTab('Charges', [header.with(1, '1/5/2024'), first, second])
    expect(refused).toEqual([
      'Tab "Charges" of test.xlsx, read as charges with its header in row 1: required column service_date not found.',
    ])
  })

  it('a number typed over any other header is told', async () => {
    const taken = await takeInTab('Charges', [[...header, 5, 'Units'], [...first, 'a', 2], second])
    expect(taken.warnings.join()).toContain('column F has a number for a header')
  })

  it('a column sorted alone is told where dates give it away', async () => {
    // Nothing shows in general; posted before served, in most rows, does.
    const rows = Array.from({ length: 12 }, (_, n) => [`${n}`, `1/${20 - n}/2024`, `1/${n + 2}/2024`, 'A', 5])
    const taken = await takeInTab('Charges', [header, ...rows])
    expect(taken.warnings.join()).toContain('were posted before their day of service')
  })
})
