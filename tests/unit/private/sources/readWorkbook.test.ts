import { utils } from '@e965/xlsx'
import type { BookType, CellObject } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../../scripts/private/sources/readWorkbook.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { bookOf, bytesOf, firstRows, withPart } from './sampleWorkbooks.ts'

const kinds: readonly BookType[] = ['xlsx', 'xlsm', 'biff8', 'ods']

describe.each(kinds)('readWorkbook on %s', (kind) => {
  it('gives numbers in full precision, text as typed, booleans and nothing else', async () => {
    const cells = {
      A1: { t: 'n', v: 1234.123456789012, z: '0.0' },
      B1: { t: 's', v: '  two  spaces ' },
      C1: { t: 'b', v: false },
      E1: { t: 's', v: '007' },
    } as const
    expect(await firstRows(bytesOf(bookOf({ A: cells }), kind))).toEqual([
      [1234.123456789012, '  two  spaces ', false, null, '007'],
    ])
  })

  it('gives a day as its serial number', async () => {
    const cells = { A1: { t: 'n', v: 45000.25, z: 'm/d/yyyy' } } as const
    expect(await firstRows(bytesOf(bookOf({ A: cells }), kind))).toEqual([[45000.25]])
  })

  it('counts rows and columns from A1, wherever the cells begin', async () => {
    const rows = await firstRows(
      bytesOf(bookOf({ A: { C3: { t: 's', v: 'x' }, A5: { t: 'n', v: 1 } } }), kind),
    )
    expect(rows).toEqual([[], [], [null, null, 'x'], [], [1]])
  })

  it('gives the tabs in workbook order', () => {
    const book = bookOf({ Zebra: { A1: { t: 'n', v: 1 } }, Ant: { A1: { t: 'n', v: 2 } } })
    expect(readWorkbook(bytesOf(book, kind), 'book.xlsx').map(({ name }) => name)).toEqual(['Zebra', 'Ant'])
  })

  it('has no rows in an empty sheet', async () => {
    expect(await firstRows(bytesOf(bookOf({ A: {} }), kind))).toEqual([])
  })
})

describe('readWorkbook', () => {
  it.each(['xlsx', 'biff8'] as const)('marks error cells (%s)', async (kind) => {
    const cells = { A1: { t: 'e', v: 0x17 }, B1: { t: 'e', v: 0x2a } } as const
    expect(await firstRows(bytesOf(bookOf({ A: cells }), kind))).toEqual([
      [{ error: '#REF!' }, { error: '#N/A' }],
    ])
  })

  it('marks errors of newer Excels too', async () => {
    const bytes = withPart(
      bytesOf(bookOf({ A: { A1: { t: 'e', v: 0x17 } } })),
      '/xl/worksheets/sheet1.xml',
      (text) => text.replace('#REF!', '#SPILL!'),
    )
    expect(await firstRows(bytes)).toEqual([[{ error: '#ERROR!' }]])
  })

  it.each(['xlsx', 'biff8'] as const)('flags hidden and very hidden sheets (%s)', (kind) => {
    const book = bookOf({ Seen: {}, Hidden: {}, Buried: {} })
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] }
    const tabs = readWorkbook(bytesOf(book, kind), 'book.xlsx')
    expect(tabs.map(({ hidden }) => hidden)).toEqual([false, true, true])
  })

  it('flags hidden sheets of ODS, which only a table style tells', () => {
    const bytes = withPart(bytesOf(bookOf({ Seen: {}, Hidden: {} }), 'ods'), '/content.xml', (text) =>
      text
        .replace(
          '<office:automatic-styles>',
          '<office:automatic-styles><style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>',
        )
        .replace(
          /<table:table table:name="Hidden"[^>]*>/,
          '<table:table table:name="Hidden" table:style-name="gone">',
        ),
    )
    const tabs = readWorkbook(bytes, 'book.ods')
    expect(tabs.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Seen', false],
      ['Hidden', true],
    ])
  })

  it('leaves chart sheets out', () => {
    const bytes = withPart(
      withPart(
        bytesOf(bookOf({ Data: { A1: { t: 'n', v: 1 } }, Chart: {} })),
        '/xl/_rels/workbook.xml.rels',
        (text) =>
          text.replace(/<Relationship [^>]*sheet2\.xml[^>]*>/, (tag) =>
            tag.replace('/worksheet"', '/chartsheet"'),
          ),
      ),
      '/xl/worksheets/sheet2.xml',
      () =>
        '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews/></chartsheet>',
    )
    expect(readWorkbook(bytes, 'book.xlsx').map(({ name }) => name)).toEqual(['Data'])
  })

  it('tells which areas are merged: rows and columns from 0, the end excluded', () => {
    const book = bookOf({ Merged: { A1: { t: 's', v: 'Regular' } }, Plain: { A1: { t: 'n', v: 1 } } })
    const sheet = book.Sheets.Merged
    if (sheet !== undefined) sheet['!merges'] = [utils.decode_range('B2:D2'), utils.decode_range('A1:A3')]
    expect(readWorkbook(bytesOf(book), 'book.xlsx').map(({ merges }) => merges)).toEqual([
      [
        { startRow: 1, endRow: 2, startColumn: 1, endColumn: 4 },
        { startRow: 0, endRow: 3, startColumn: 0, endColumn: 1 },
      ],
      undefined,
    ])
  })

  it('has the value of a merged area in its top-left cell only', async () => {
    const book = bookOf({ A: { A1: { t: 's', v: 'wide' }, C1: { t: 'n', v: 1 } } })
    const [sheet] = Object.values(book.Sheets)
    if (sheet !== undefined) sheet['!merges'] = [utils.decode_range('A1:B2')]
    expect(await firstRows(bytesOf(book))).toEqual([['wide', null, 1]])
  })

  it('takes the empty text of a formula as an empty cell', async () => {
    const bytes = withPart(
      bytesOf(bookOf({ A: { A1: { t: 's', v: 'x' }, B1: { t: 'n', v: 1 } } })),
      '/xl/worksheets/sheet1.xml',
      (text) => text.replace('<v>x</v>', '<f>""</f><v></v>'),
    )
    expect(await firstRows(bytes)).toEqual([[null, 1]])
  })

  it('reads ISO dates as serial numbers, in the zone of no place', async () => {
    const bytes = withPart(
      bytesOf(bookOf({ A: { A1: { t: 'n', v: 1, z: 'm/d/yyyy' } } })),
      '/xl/worksheets/sheet1.xml',
      (text) => text.replace(/(<c [^>]*r="A1"[^>]*)><v>1</, '$1 t="d"><v>2024-03-10T12:00:00<'),
    )
    expect(await firstRows(bytes)).toEqual([[45361.5]])
  })

  it('reads text of Excel 95 in its code page', async () => {
    const bytes = bytesOf(bookOf({ A: { A1: { t: 's', v: 'plan~s' } } }), 'biff5')
    // The writer keeps to ASCII; the code page's apostrophe is put in afterwards.
    bytes[bytes.indexOf('plan~s') + 'plan'.length] = 0x92
    expect(await firstRows(bytes)).toEqual([['plan’s']])
  })

  it('hands out at most 5,000 rows at once', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(Array.from({ length: 5001 }, (_, row) => [row])), 'A')
    const sizes: number[] = []
    for await (const batch of readWorkbook(bytesOf(book), 'book.xlsx')[0]?.rows() ?? [])
      sizes.push(batch.length)
    expect(sizes).toEqual([5000, 1])
  })
})

describe.each(['xlsx', 'biff8'] as const)('readWorkbook on the 1904 date system (%s)', (kind) => {
  async function rowsIn1904(cells: Readonly<Record<string, CellObject>>): Promise<Row[]> {
    const book = bookOf({ A: cells })
    book.Workbook = { WBProps: { date1904: true } }
    return firstRows(bytesOf(book, kind))
  }

  it('shifts days to the 1900 system', async () => {
    const rows = await rowsIn1904({
      A1: { t: 'n', v: 43538, z: 'm/d/yyyy' },
      B1: { t: 'n', v: 0.5, z: 'd mmm' },
    })
    expect(rows).toEqual([[45000, 1462.5]])
  })

  it('shifts a moment that shows only its time', async () => {
    expect(await rowsIn1904({ A1: { t: 'n', v: 43538.25, z: 'h:mm' } })).toEqual([[45000.25]])
  })

  it('leaves plain numbers, times of day and durations as they are', async () => {
    const cells = {
      A1: { t: 'n', v: 43538, z: '#,##0.00' },
      B1: { t: 'n', v: 0.25, z: 'h:mm AM/PM' },
      C1: { t: 'n', v: 1.5, z: '[h]:mm:ss' },
      D1: { t: 'n', v: 12, z: '0 "days"' },
    } as const
    expect(await rowsIn1904(cells)).toEqual([[43538, 0.25, 1.5, 12]])
  })
})
