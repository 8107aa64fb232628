import { describe, expect, it } from 'vitest'
import { spreadsheetId, writableStandIn } from '../../google/writableStandIn.ts'

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } })

describe('writing cells', () => {
  it('keeps a text a text, whatever it begins with, and keeps link, note and format', async () => {
    const { batch, spreadsheet } = await writableStandIn()
    const uri = 'https://docs.google.com/spreadsheets/d/clinic/edit#gid=0&range=A7'
    const cell = {
      ...text('=HYPERLINK("x")'),
      note: 'Row 7',
      userEnteredFormat: { textFormat: { link: { uri } }, numberFormat: { type: 'TEXT' } },
    }
    await batch({ updateCells: { start: {}, rows: [{ values: [cell] }], fields: '*' } })
    const tab = spreadsheet.tab('Sheet1')
    expect(tab.cell(0, 0)).toBe('=HYPERLINK("x")')
    expect(tab.details(0, 0)).toEqual({ note: cell.note, userEnteredFormat: cell.userEnteredFormat })
  })

  it('clears what the mask names and no cell gives, and leaves the rest', async () => {
    const { batch, spreadsheet, read } = await writableStandIn({
      title: 'Sheet1',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    })
    await batch(
      { repeatCell: { range: {}, cell: { note: 'n' }, fields: 'note' } },
      { updateCells: { range: { startColumnIndex: 1 }, fields: 'userEnteredValue' } },
    )
    expect(await read('A1:B2')).toEqual([['a'], ['c']])
    expect(spreadsheet.tab('Sheet1').details(1, 1)).toEqual({ note: 'n' })
    await batch({ updateCells: { range: { sheetId: 0 }, fields: '*' } })
    expect(spreadsheet.tab('Sheet1').details(1, 1)).toEqual({})
    expect(await read('A1:B2')).toBeUndefined()
  })

  it('lays a format over the one that is there', async () => {
    const { batch, spreadsheet } = await writableStandIn()
    const range = { endRowIndex: 1, endColumnIndex: 1 }
    const fields = 'userEnteredFormat'
    await batch(
      { repeatCell: { range, cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } }, fields } },
      { repeatCell: { range, cell: { userEnteredFormat: { horizontalAlignment: 'LEFT' } }, fields } },
    )
    expect(spreadsheet.tab(0).details(0, 0).userEnteredFormat).toEqual({
      wrapStrategy: 'WRAP',
      horizontalAlignment: 'LEFT',
    })
  })

  it('of merged cells keeps the first alone', async () => {
    const { batch, spreadsheet, read } = await writableStandIn({ title: 'Sheet1', rows: [['a', 'b', 'c']] })
    await batch({ mergeCells: { range: { endRowIndex: 1, endColumnIndex: 2 }, mergeType: 'MERGE_ALL' } })
    expect(await read('A1:C1')).toEqual([['a', '', 'c']])
    expect(spreadsheet.tab(0).merges).toEqual([{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 2 }])
  })

  it('lays rules, protection, filter and names over ranges that spreadsheets.get tells', async () => {
    const { batch, spreadsheets, spreadsheet } = await writableStandIn()
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'commercial' }] },
      strict: true,
    }
    const column = { startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }
    const { data: answer } = await batch(
      { setDataValidation: { range: column, rule } },
      { addProtectedRange: { protectedRange: { range: { endRowIndex: 1 }, warningOnly: true } } },
      { setBasicFilter: { filter: { range: {} } } },
      { addNamedRange: { namedRange: { name: 'Words', range: column } } },
    )
    expect(answer.replies?.[1]?.addProtectedRange?.protectedRange?.protectedRangeId).toBe(101)
    expect(spreadsheet.tab(0).details(999, 0).dataValidation).toEqual(rule)
    const fields = 'namedRanges(name,range),sheets(protectedRanges(range,warningOnly),basicFilter)'
    expect((await spreadsheets.get({ spreadsheetId, fields })).data).toEqual({
      namedRanges: [{ name: 'Words', range: column }],
      sheets: [
        {
          protectedRanges: [{ range: { startRowIndex: 0, endRowIndex: 1 }, warningOnly: true }],
          basicFilter: { range: {} },
        },
      ],
    })
  })

  it('takes rows and columns away', async () => {
    const { batch, spreadsheet, read } = await writableStandIn({
      title: 'Sheet1',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      rowCount: 3,
      columnCount: 2,
    })
    await batch(
      { deleteDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
      { deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
      { appendDimension: { dimension: 'ROWS', length: 5 } },
    )
    expect(await read("'Sheet1'")).toEqual([['b'], ['f']])
    expect([spreadsheet.tab(0).rowCount, spreadsheet.tab(0).columnCount]).toEqual([7, 1])
  })
})

describe('rows put in or taken away', () => {
  it('take along what lies over the rows below', async () => {
    const { batch, spreadsheet } = await writableStandIn({
      title: 'Sheet1',
      rows: [['a'], ['b'], ['c'], ['d']],
      frozenRowCount: 1,
      hiddenRows: [3],
      merges: [{ startRow: 1, endRow: 4, startColumn: 0, endColumn: 2 }],
    })
    const noted = { range: { startRowIndex: 3, endRowIndex: 4 }, cell: { note: 'd' }, fields: 'note' }
    await batch({ repeatCell: noted })
    const range = { dimension: 'ROWS', startIndex: 1, endIndex: 3 }
    const seen = () => {
      const { frozenRowCount, hiddenRows, merges } = spreadsheet.tab(0)
      return {
        frozenRowCount,
        hidden: [...hiddenRows],
        rows: merges.map((one) => [one.startRow, one.endRow]),
      }
    }
    await batch({ insertDimension: { range } })
    expect(seen()).toEqual({ frozenRowCount: 1, hidden: [4], rows: [[3, 6]] })
    expect(spreadsheet.tab(0).details(5, 0)).toEqual({ note: 'd' })
    await batch({ deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 5 } } })
    expect(seen()).toEqual({ frozenRowCount: 0, hidden: [], rows: [[0, 1]] })
    expect(spreadsheet.tab(0).cell(0, 0)).toBe('d')
    expect(spreadsheet.tab(0).rowCount).toBe(997)
  })
})
