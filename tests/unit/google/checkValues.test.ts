import { describe, expect, test } from 'vitest'
import { checkValues, isClipped } from '../../../scripts/google/checkValues.ts'

const asked = { id: 'x', ranges: ["'Dr. O''Brien'!A1:C3"] }

function reply(range: unknown, values?: unknown): unknown {
  return {
    spreadsheetId: 'x',
    valueRanges: [{ range, majorDimension: 'ROWS', ...(values !== undefined && { values }) }],
  }
}

describe('an answer with values', () => {
  test('ragged rows, empty rows and all three kinds of cells pass as they are', () => {
    const rows = [['a', 1, true], [], ['b']]
    expect(checkValues(reply("'Dr. O''Brien'!A1:C3", rows), asked)).toEqual([rows])
  })

  test('no values at all are no rows', () => {
    expect(checkValues(reply("'Dr. O''Brien'!A1:C3"), asked)).toEqual([[]])
  })

  test.each([
    ["'D3'!A1:Z9", "'D3'!A1:D4"],
    ["'Sheet1'!A1:D9", 'Sheet1!A1:D2'],
    ["'food.csv'!A1:Z1000", 'food.csv!A1:Z1'],
    ["'FEES'!A1:B2", 'Fees!A1:B2'],
    ["'Sheet1'", 'Sheet1!A1:Z1000'],
    ["'Sheet1'!A:A", 'Sheet1!A1:A10'],
    ["'Sheet1'!A2:F10001", 'Sheet1!A2:F1000'],
    ['Some_named_range', 'Fees!B2:C9'],
  ])('asked for %s, the echo %s is the same place', (range, echo) => {
    expect(checkValues(reply(echo, [['v']]), { id: 'x', ranges: [range] })).toEqual([[['v']]])
  })

  test.each([
    ['no JSON', '<html>secret</html>'],
    ['nothing', ''],
    ['null', null],
    ['a list', []],
    ['another spreadsheet', { spreadsheetId: 'y', valueRanges: [{ range: "'Dr. O''Brien'!A1:C3" }] }],
    ['no ranges', { spreadsheetId: 'x' }],
    ['fewer ranges', { spreadsheetId: 'x', valueRanges: [] }],
    [
      'more ranges',
      {
        spreadsheetId: 'x',
        valueRanges: Array.from({ length: 2 }, () => ({ range: "'Dr. O''Brien'!A1:C3" })),
      },
    ],
    ['another tab', reply('Fees!A1:C3', [['secret']])],
    ['another start', reply("'Dr. O''Brien'!A2:C3", [['secret']])],
    ['a wider range', reply("'Dr. O''Brien'!A1:D3", [['secret']])],
    ['more rows than asked for', reply("'Dr. O''Brien'!A1:C3", [['secret'], [], [], ['secret']])],
    ['a longer row than asked for', reply("'Dr. O''Brien'!A1:C3", [['secret', 1, 2, 3]])],
    ['a cell that is an object', reply("'Dr. O''Brien'!A1:C3", [[{ secret: 1 }]])],
    ['a cell that is null', reply("'Dr. O''Brien'!A1:C3", [[null]])],
    ['a row that is text', reply("'Dr. O''Brien'!A1:C3", ['secret'])],
    ['no address', reply(undefined, [['secret']])],
    [
      'columns in place of rows',
      {
        spreadsheetId: 'x',
        valueRanges: [
          { range: "'Dr. O''Brien'!A1:C3", majorDimension: 'COLUMNS', values: [['secret'], ['secret']] },
        ],
      },
    ],
  ])('%s is malformed, and is not quoted', (_, answer) => {
    expect(() => checkValues(answer, asked)).toThrow(/^(?!.*secret)/)
    expect(() => checkValues(answer, asked)).toThrow(expect.objectContaining({ name: 'MalformedAnswer' }))
  })
})

describe('an answer is clipped', () => {
  const ranges = ["'Fees'!A1:B2", "'Dr. O''Brien'!A1:C3"]

  test.each([
    ["'Dr. O''Brien'!A1:C3", false],
    ["'Dr. O''Brien'!A1:C2", true],
    ["'Dr. O''Brien'!A1:B3", true],
    ["'Dr. O''Brien'!A1", true],
  ])('if any echo ends before what was asked for: %s, %s', (range, expected) => {
    const valueRanges = [{ range: 'Fees!A1:B2' }, { range }]
    expect(isClipped({ spreadsheetId: 'x', valueRanges }, ranges)).toBe(expected)
  })

  test('never for a range that is open or named', () => {
    const valueRanges = [{ range: 'Fees!A1:B2' }, { range: 'Fees!A1:C3' }]
    expect(isClipped({ spreadsheetId: 'x', valueRanges }, ["'Fees'!A:B", 'Some_named_range'])).toBe(false)
  })
})
