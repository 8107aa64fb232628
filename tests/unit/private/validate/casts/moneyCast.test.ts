import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyCast } from '../../../../../scripts/private/validate/casts/moneyCast.ts'
import { castCell } from '../../../../helpers/castCell.ts'

describe('moneyCast', () => {
  it.each([
    ['$1,234.50', 123450],
    ['1,234.50', 123450],
    ['1234.5', 123450],
    ['1234', 123400],
    ['.5', 50],
    ['12.', 1200],
    ['(45.23)', -4523],
    ['$(45.23)', -4523],
    ['($45.23)', -4523],
    ['-$45.23', -4523],
    ['$-45.23', -4523],
    ['45.23-', -4523],
    ['\u221245.23', -4523],
    ['+45.23', 4523],
    ['45.23 CR', -4523],
    ['45.23 DR', 4523],
    ['$ -   ', 0],
    ['$-', 0],
    [' -   ', 0],
    ['USD 12', 1200],
    ['12 USD', 1200],
    ['US$ 12', 1200],
    ['$\u00a01,000,000.00', 100000000],
    ["'12.00", 1200],
    ['0', 0],
    ['0.00', 0],
    ['-0.00', 0],
    ['12.500', 1250],
    ['30.000000000000004', 3000],
    [1234.5, 123450],
    [30.000000000000004, 3000],
    [0.1 + 0.2, 30],
    [-45.23, -4523],
    [1.005e3, 100500],
    [0, 0],
  ])('reads %j as %i cents', (cell, cents) => {
    expect(castCell(moneyCast, cell)).toBe(cents)
  })

  it.each([[null], [''], ['   '], ['\u00a0']])('keeps %j blank, apart from zero', (cell) => {
    expect(castCell(moneyCast, cell)).toBeNull()
  })

  it.each([
    ['N/A', '! not an amount'],
    ['--', '! not an amount'],
    ['-', '! not an amount'],
    ['none', '! not an amount'],
    ['12 34', '! not an amount'],
    ['1,23,456', '! not an amount'],
    ['12.34.56', '! not an amount'],
    ['(-45.23)', '! not an amount'],
    ['-45.23-', '! not an amount'],
    ['1.2E+05', '! not an amount'],
    ['45,23', '! a decimal comma'],
    ['1.234,50', '! a decimal comma'],
    ['€12', '! another currency than US dollars'],
    ['£12', '! another currency than US dollars'],
    ['12.345', '! a fraction of a cent'],
    [12.345, '! a fraction of a cent'],
    [1e15, '! an amount beyond ten billion'],
    ['99999999999.99', '! an amount beyond ten billion'],
    [true, '! not an amount'],
    ['#REF!', '! a spreadsheet error'],
    ['#DIV/0!', '! a spreadsheet error'],
    [{ error: '#REF!' }, '! a spreadsheet error'],
  ])('never takes %j for nothing', (cell, expected) => {
    expect(castCell(moneyCast, cell)).toBe(expected)
  })

  it('reads every way to write an amount as the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (cents) => {
        const dollars = (Math.abs(cents) / 100).toFixed(2)
        const grouped = dollars.replace(/\B(?=(\d{3})+\.)/g, ',')
        const minus = cents < 0
        const forms = minus
          ? [`-${dollars}`, `(${grouped})`, `-$${grouped}`, `${grouped}-`, `$(${grouped})`, `${dollars} CR`]
          : [dollars, grouped, `$${grouped}`, `USD ${grouped}`, ` ${dollars} `]
        for (const form of [...forms, cents / 100]) expect(castCell(moneyCast, form)).toBe(cents)
      }),
    )
  })
})
