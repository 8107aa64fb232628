import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { a1Range, parseA1, quoteTitle } from '../../../scripts/a1/a1Range.ts'
import { columnIndex, columnLetter } from '../../../scripts/a1/columnLetter.ts'

const place = fc.record({
  row: fc.nat(100_000),
  column: fc.nat(9000),
  rows: fc.integer({ min: 1, max: 100_000 }),
  columns: fc.integer({ min: 1, max: 9000 }),
})
const title = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom("Dr. O'Brien", 'D3', 'A/B 50%', "''", 'Fees!A1:B2', 'CRM26', '🩺 visits', "'", 'A:B'),
)

describe('A1 notation', () => {
  test('a title is always quoted, its apostrophes doubled', () => {
    expect(quoteTitle('D3')).toBe("'D3'")
    expect(quoteTitle("Jon's Data")).toBe("'Jon''s Data'")
  })

  test('columns count A to Z, then AA, and are read back', () => {
    const columns = [0, 25, 26, 701, 702, 18_277]
    const letters = columns.map(columnLetter)
    expect(letters).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'ZZZ'])
    expect(letters.map((one) => columnIndex(one.toLowerCase()))).toEqual(columns)
  })

  test('a block is written from its first to its last cell', () => {
    expect(a1Range('Fees', { row: 0, column: 0, rows: 2, columns: 3 })).toBe("'Fees'!A1:C2")
  })

  test('what is written is read back, whatever the title', () => {
    fc.assert(
      fc.property(title, place, (name, block) => {
        expect(parseA1(a1Range(name, block))).toEqual({
          title: name,
          startRow: block.row,
          startColumn: block.column,
          endRow: block.row + block.rows - 1,
          endColumn: block.column + block.columns - 1,
        })
      }),
    )
  })

  test.each([
    ['Sheet1!A1:D2', { title: 'Sheet1', startRow: 0, startColumn: 0, endRow: 1, endColumn: 3 }],
    ['food.csv!A1:Z1', { title: 'food.csv', startRow: 0, startColumn: 0, endRow: 0, endColumn: 25 }],
    ['Sheet1!B3', { title: 'Sheet1', startRow: 2, startColumn: 1, endRow: 2, endColumn: 1 }],
    ['A:C', { title: null, startRow: 0, startColumn: 0, endRow: null, endColumn: 2 }],
    ["'Whole tab'", { title: 'Whole tab', startRow: 0, startColumn: 0, endRow: null, endColumn: null }],
    ["'T'!A5:B", { title: 'T', startRow: 4, startColumn: 0, endRow: null, endColumn: 1 }],
    ["'T'!2:4", { title: 'T', startRow: 1, startColumn: 0, endRow: 3, endColumn: null }],
  ])('%s is read as Google means it', (text, area) => {
    expect(parseA1(text)).toEqual(area)
  })

  test.each(['NamedRange', 'Sheet1!', "'Sheet1'!!", 'Sheet1!what'])('%s is no address of cells', (text) => {
    expect(parseA1(text)).toBeNull()
  })
})
