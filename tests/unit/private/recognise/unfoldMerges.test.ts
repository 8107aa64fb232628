import { describe, expect, it } from 'vitest'
import { configSchema } from '../../../../scripts/private/config/config.ts'
import { unfoldMerges } from '../../../../scripts/private/recognise/unfoldMerges.ts'
import type { Row, Tab } from '../../../../scripts/private/sources/source.ts'
import { recogniseTabs } from '../../../../scripts/private/validate/recogniseTabs.ts'

/** Rows and columns from 0, the end excluded. */
function merge(rows: readonly [number, number], columns: readonly [number, number]) {
  return { startRow: rows[0], endRow: rows[1], startColumn: columns[0], endColumn: columns[1] }
}

describe('unfoldMerges', () => {
  it('fills downwards', () => {
    expect(unfoldMerges([['Emp ID'], [], ['x']], [merge([0, 2], [0, 1])])).toEqual([
      ['Emp ID'],
      ['Emp ID'],
      ['x'],
    ])
  })

  it('fills across a group over named columns, and no wide cell over one', () => {
    const group: Row[] = [
      ['a', 'Regular', null],
      [null, 'Hours', 'Pay'],
    ]
    expect(unfoldMerges(group, [merge([0, 1], [1, 3])])[0]).toEqual(['a', 'Regular', 'Regular'])
    const wide: Row[] = [
      ['a', 'Provider', null],
      ['x', 'Ada Birch'],
    ]
    expect(unfoldMerges(wide, [merge([0, 1], [1, 3])])).toEqual(wide)
  })

  it('fills in text only, never over a value, never beyond the rows there are', () => {
    const rows: Row[] = [
      [7, 'Emp ID'],
      [null, 'kept'],
    ]
    expect(
      unfoldMerges(rows, [merge([0, 2], [0, 1]), merge([0, 900], [1, 2]), merge([5, 9], [0, 1])]),
    ).toEqual(rows)
    expect(unfoldMerges(rows)).toEqual(rows)
  })
})

describe('a merged header', () => {
  const rows: Row[] = [
    ['Emp ID', 'Period Start', 'Regular', null, 'Overtime', null, 'Gross Pay', 'Period End'],
    [null, null, 'Hours', 'Amount', 'Hours', 'Amount'],
    ['007', 45000, 80, 1600, 2, 60, 1660, 45013],
  ]
  const merges = [
    ...[0, 1, 6, 7].map((column) => merge([0, 2], [column, column + 1])),
    merge([0, 1], [2, 4]),
    merge([0, 1], [4, 6]),
  ]

  it('is one header for recognition', async () => {
    const found = await recogniseTabs([tabOf({ name: 'Payroll', merges }, rows)], configSchema.parse({}))
    expect(found.refusals).toEqual([])
    const fields = found.tabs[0]?.columns.map(({ field, index }) => [field, index])
    expect(found.tabs[0]?.headerRow).toBe(2)
    expect(Object.fromEntries(fields ?? [])).toEqual({
      employee_id: 0,
      period_start: 1,
      regular_hours: 2,
      regular_amount: 3,
      overtime_hours: 4,
      overtime_amount: 5,
      gross_amount: 6,
      period_end: 7,
    })
  })

  it('in one row over two columns is no second column of that name', async () => {
    const wide: Row[] = [
      ['DOS', 'Post Date', 'Amount', null],
      [45000, 45001, 12, 'x'],
    ]
    const tab = tabOf({ name: 'Charges', merges: [merge([0, 1], [2, 4])] }, wide)
    expect((await recogniseTabs([tab], configSchema.parse({}))).tabs).toHaveLength(1)
  })
})

describe('a pin by number', () => {
  const charge: Row[] = [
    ['DOS', 'Post Date', 'Amount'],
    [45000, 45001, 12],
  ]
  const sheet = { spreadsheetId: 'books', sheetId: 7 }
  const pin = { spreadsheet: 'books', sheet_id: 7, dataset: 'charges' }
  const read = (tab: Tab, tabs: readonly object[]) => recogniseTabs([tab], configSchema.parse({ tabs }))

  it('fits whatever the tab is called, and no other tab', async () => {
    const found = await read(tabOf({ name: 'Whatever', sheet }, charge), [pin])
    expect(found.tabs[0]?.dataset).toBe('charges')
    const other = tabOf({ name: 'Notes', sheet: { ...sheet, spreadsheetId: 'other' } }, [])
    const { refusals } = await read(other, [pin])
    expect(refusals.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'The config names a tab by its number that is not there (or that an earlier entry took): sheet_id 7 of spreadsheet books.',
        'List the spreadsheet under "sheets: spreadsheets:" too, or correct its link.',
      ],
    ])
  })

  it('of a tab that was deleted is refused with the tabs there are', async () => {
    const { refusals } = await read(tabOf({ name: 'Charges', sheet: { ...sheet, sheetId: 8 } }, charge), [
      { ...pin, tab: 'Charges' },
    ])
    expect(refusals[0]?.message).toContain('sheet_id 7 ("Charges") of spreadsheet books')
    expect(refusals[0]?.hint).toContain('Tabs with their sheet_id now: "Charges" (8).')
  })

  it('by a title knows a renamed tab by its old name and its new one', async () => {
    const tab = tabOf({ name: 'Fees', boundName: 'Charges', sheet }, charge)
    for (const title of ['charges', 'Fee*']) {
      const found = await read(tab, [{ spreadsheet: 'books', tab: title, dataset: 'charges' }])
      expect(found.refusals).toEqual([])
    }
    expect((await read(tab, [])).tabs[0]?.dataset).toBe('charges')
  })
})

function tabOf(given: Pick<Tab, 'name'> & Partial<Tab>, rows: readonly Row[]): Tab {
  return {
    workbook: 'Two Rivers',
    hidden: false,
    rows: async function* () {
      await Promise.resolve()
      yield rows
    },
    ...given,
  }
}
