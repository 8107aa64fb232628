import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockCast, dateCast, timestampCast } from '../../../../../scripts/private/validate/casts/dateCast.ts'
import { castCell } from '../../../../helpers/castCell.ts'

const options = { timeZone: 'America/New_York', month: 'refuse' } as const
const date = dateCast(options)
const timestamp = timestampCast(options)
const clock = clockCast(options)

describe('dateCast', () => {
  it.each([
    ['1/5/24', '2024-01-05'],
    ['01/05/2024', '2024-01-05'],
    ['1-5-2024', '2024-01-05'],
    ['1.5.2024', '2024-01-05'],
    ['2024-01-05', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['5-Jan-24', '2024-01-05'],
    ['05-JAN-2024', '2024-01-05'],
    ['5 January 2024', '2024-01-05'],
    ['Jan 5, 2024', '2024-01-05'],
    ['January 5th, 2024', '2024-01-05'],
    ['Fri, Jan 5, 2024', '2024-01-05'],
    ['Sept 30, 2024', '2024-09-30'],
    ['20240105', '2024-01-05'],
    [20240105, '2024-01-05'],
    [45296, '2024-01-05'],
    [45296.395833, '2024-01-05'],
    [45295.999999999, '2024-01-05'],
    ['45296.395833', '2024-01-05'],
    ['5/19/2006 0:00:00', '2006-05-19'],
    ['1/5/2024 3:15 PM', '2024-01-05'],
    ['2024-01-05T09:30:00', '2024-01-05'],
    ['2024-01-06T02:30:00Z', '2024-01-05'],
    ['2024-01-05T23:30:00-08:00', '2024-01-06'],
    ['2/29/2024', '2024-02-29'],
    ['1/1/69', '2069-01-01'],
    ['1/1/70', '1970-01-01'],
    [' 01/05/2024 ', '2024-01-05'],
    ["'01/05/2024", '2024-01-05'],
  ])('reads %j as %s', (cell, day) => {
    expect(castCell(date, cell)).toBe(day)
  })

  it.each([[null], [''], [0], ['0'], [1], ['12/31/1899'], ['12/30/1899'], ['1899-12-30']])(
    'takes %j for blank',
    (cell) => {
      expect(castCell(date, cell)).toBeNull()
    },
  )

  it.each([
    ['31/1/2024', '! a day in the place of the month'],
    ['13/5/24', '! a day in the place of the month'],
    ['2/30/2024', '! a day that does not exist'],
    ['2023-02-29', '! a day that does not exist'],
    ['20241301', '! a day that does not exist'],
    ['1/5/1824', '! a date before 1900 or after 2199'],
    ['January_2022', '! a month without a day'],
    ['2022-01', '! a month without a day'],
    ['2024-01-05T09:30:00+25:00', '! not a date'],
    ['2024-01-05T09:30:00+05:75', '! not a date'],
    ['2024-01-05T99:30:00Z', '! not a date'],
    ['yesterday', '! not a date'],
    ['5-Foo-24', '! not a date'],
    [2024, '! not a date'],
    // Clock times and ids; as serial numbers they would be days before 1950.
    [930, '! not a date'],
    ['1430', '! not a date'],
    [18_263, '! not a date'],
    ['Jan 24', '! a month with a number that may be its day or its year'],
    ['2024', '! not a date'],
    [-3, '! not a date'],
    [12345678, '! not a date'],
    [true, '! not a date'],
    ['#N/A', '! a spreadsheet error'],
  ])('does not guess at %j', (cell, expected) => {
    expect(castCell(date, cell)).toBe(expected)
  })

  it.each([
    ['January_2022', '2022-01-01', '2022-01-31'],
    ['Feb-24', '2024-02-01', '2024-02-29'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2/2024', '2024-02-01', '2024-02-29'],
    ['2024-02-10', '2024-02-10', '2024-02-10'],
  ])('reads the month %j where a month will do', (cell, first, last) => {
    expect(castCell(dateCast({ ...options, month: 'first' }), cell)).toBe(first)
    expect(castCell(dateCast({ ...options, month: 'last' }), cell)).toBe(last)
  })

  it.each(['Oct 31', 'October 24', 'Oct. 31'])(
    'does not guess whether %j ends in a day or a year',
    (cell) => {
      const rule = '! a month with a number that may be its day or its year'
      expect(castCell(dateCast({ ...options, month: 'last' }), cell)).toBe(rule)
      expect(castCell(dateCast({ ...options, month: 'first' }), cell)).toBe(rule)
    },
  )

  it('reads a serial number as the day that spreadsheets show for it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_264, max: 109_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (day, time) => {
          const expected = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)
          expect(castCell(date, day + time)).toBe(expected)
        },
      ),
    )
  })
})

describe('timestampCast', () => {
  it.each([
    [45296.395833333, '2024-01-05 09:30:00'],
    ['1/5/2024 9:30 AM', '2024-01-05 09:30:00'],
    ['2024-01-05 21:30', '2024-01-05 21:30:00'],
    ['2024-01-05T09:30:00-05:00', '2024-01-05 09:30:00'],
    ['2024-01-05T14:30:00Z', '2024-01-05 09:30:00'],
    ['2024-07-05T13:30:00.000Z', '2024-07-05 09:30:00'],
    ['2024-03-10T07:30:00Z', '2024-03-10 03:30:00'],
    ['2023-12-18', '2023-12-18 00:00:00'],
    ['9:30 AM', '! a time without a day'],
    [0.4, '! a time without a day'],
  ])('reads %j as %s', (cell, expected) => {
    expect(castCell(timestamp, cell)).toBe(expected)
  })
})

describe('clockCast', () => {
  it.each([
    ['07:43:01', '07:43:01'],
    ['9:30 PM', '21:30:00'],
    [0.41665, '09:59:59'],
    [0.416666655, '10:00:00'],
    [0.41666666, '10:00:00'],
    ['1/5/2024 9:30 AM', '2024-01-05 09:30:00'],
    ['00:00', null],
    ['0:00:00', null],
    ['1/5/2024 0:00', null],
    [45296, null],
    [0, null],
    [930, '09:30:00'],
    ['1430', '14:30:00'],
    [9.5, '! not a date'],
    ['soon', '! not a date'],
  ])('reads %j as %s', (cell, expected) => {
    expect(castCell(clock, cell)).toBe(expected)
  })
})
