import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../../scripts/private/contracts/contract.ts'
import { contracts } from '../../../../../scripts/private/contracts/contracts.ts'
import {
  booleanCast,
  markerCast,
  testNameCast,
} from '../../../../../scripts/private/validate/casts/booleanCast.ts'
import { castOfField } from '../../../../../scripts/private/validate/casts/castOfField.ts'
import { choiceCast } from '../../../../../scripts/private/validate/casts/choiceCast.ts'
import { codeCast, idCast, optionalIdCast } from '../../../../../scripts/private/validate/casts/idCast.ts'
import {
  decimalCast,
  hoursCast,
  integerCast,
  minutesCast,
} from '../../../../../scripts/private/validate/casts/numberCasts.ts'
import { textCast } from '../../../../../scripts/private/validate/casts/textCast.ts'
import { timeCast } from '../../../../../scripts/private/validate/casts/timeCast.ts'
import type { Cell } from '../../../../../scripts/private/sources/source.ts'
import { castCell } from '../../../../helpers/castCell.ts'

describe('a cell with a page of text in it', () => {
  it.each(
    Object.values(contracts).flatMap(({ dataset, fields }) =>
      Object.keys(fields).map((name) => [dataset, name] as const),
    ),
  )('is refused at once: %s.%s', (dataset, name) => {
    const field: Field | undefined = contracts[dataset].fields[name]
    if (!field) throw new Error(`no such field: ${name}`)
    const cast = castOfField(name, field, { timeZone: 'UTC', lookup: new Map() })
    for (const page of [`12${' '.repeat(50_000)}z`, 'Ann '.repeat(12_000), '1,'.repeat(25_000)])
      expect(castCell(cast, page)).toBe('! more text than such a cell can hold')
  })
})

describe('idCast', () => {
  it.each([
    ['007', '007'],
    ["'00123", '00123'],
    ['12.10', '12.10'],
    [12.1, '12.1'],
    [99213, '99213'],
    [' A-1 ', 'A-1'],
    ['02139', '02139'],
    ['6E12', '6E12'],
    [9007199254740991, '9007199254740991'],
    [2 ** 53 + 2, '! digits lost: the number is too long'],
    ['1.23E+11', '! digits lost: scientific notation'],
    ['1,23E+11', '! digits lost: scientific notation'],
    [true, '! not a number or code'],
    ["'", null],
    [null, null],
    ['0', '0'],
    ...['N/A', 'n/a', 'NA', '-', '--', '—', 'null', 'NaN', 'None', 'unknown', '(blank)', '?'].map(
      (none): [string, null] => [none, null],
    ),
    ['NA-7', 'NA-7'],
  ])('reads %j as %s', (cell, expected) => {
    expect(castCell(idCast, cell)).toBe(expected)
  })

  it.each([
    [0, null],
    ['0', null],
    ['000', null],
    ['0.0', null],
    ['007', '007'],
    ['1.23E+11', '! digits lost: scientific notation'],
  ])('reads %j as %s where a row may have no id', (cell, expected) => {
    expect(castCell(optionalIdCast, cell)).toBe(expected)
  })

  it('drops .0 from codes only', () => {
    expect(castCell(codeCast, '99213.0')).toBe('99213')
    expect(castCell(codeCast, 25)).toBe('25')
    expect(castCell(codeCast, '0001f')).toBe('0001F')
    expect(castCell(idCast, '99213.0')).toBe('99213.0')
    const cast = (field: 'cpt' | 'charge_id') => {
      const contract = contracts.charges.fields[field]
      if (!contract) throw new Error(`unknown field: ${field}`)
      return castOfField(field, contract, { timeZone: 'UTC', lookup: new Map() })
    }
    expect(castCell(cast('cpt'), '99213.0')).toBe('99213')
    expect(castCell(cast('charge_id'), '99213.0')).toBe('99213.0')
  })
})

describe('textCast', () => {
  it.each([
    ['  North\u00a0 Clinic ', 'North Clinic'],
    ['two\nlines', 'two lines'],
    [40, '40'],
    [true, 'TRUE'],
    ['   ', null],
    [{ error: '#NAME?' }, '! a spreadsheet error'],
  ])('reads %j as %s', (cell, expected) => {
    expect(castCell(textCast, cell)).toBe(expected)
  })
})

describe('timeCast', () => {
  it.each([
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['9:30 AM', '09:30'],
    ['9:30pm', '21:30'],
    ['12:15 a.m.', '00:15'],
    ['12:15 PM', '12:15'],
    ['9 am', '09:00'],
    ['0930', '09:30'],
    ['09:59:59.999', '10:00'],
    ['23:59:59', '23:59'],
    [0.395833333333333, '09:30'],
    [0.416666655, '10:00'],
    [45296.395833333, '09:30'],
    ['0.395833333', '09:30'],
    ['1/5/2024 9:30 AM', '09:30'],
    ['2024-01-05T09:30:00', '09:30'],
    // Without a colon, as text or as the number that a sheet makes of it.
    [930, '09:30'],
    [1430, '14:30'],
    ['1430', '14:30'],
    [1, '00:00'],
    [9.5, '! not a time'],
    [30, '! not a time'],
    [1475, '! not a time'],
    ['25:00', '! not a time'],
    ['13:00 PM', '! not a time'],
    ['9', '! not a time'],
    ['morning', '! not a time'],
    ['', null],
  ])('reads %j as %s', (cell, expected) => {
    expect(castCell(timeCast, cell)).toBe(expected)
  })
})

describe('number casts', () => {
  it.each([
    [decimalCast, '12%', 0.12],
    [decimalCast, '7 %', 0.07],
    [decimalCast, '0.12', 0.12],
    [decimalCast, 12, 12],
    [decimalCast, '$1,200', 1200],
    [decimalCast, '(0.5)', -0.5],
    [decimalCast, 'many', '! not a number'],
    [decimalCast, '1e3', '! not a number'],
    [integerCast, '30', 30],
    [integerCast, 30.0000000001, 30],
    [integerCast, 2.5, '! not a whole number'],
    [hoursCast, 7.5, 750],
    [hoursCast, '7:30', 750],
    [hoursCast, '80:15', 8025],
    [hoursCast, '1,820', 182000],
    [hoursCast, '0', 0],
    [hoursCast, '', null],
    [hoursCast, 'full', '! not a number of hours'],
    [minutesCast, 30, 30],
    [minutesCast, '16.0', 16],
    [minutesCast, '30 min', 30],
    [minutesCast, '0:30', 30],
    [minutesCast, 1 / 48, 30],
    [minutesCast, '0.0208333333', 30],
    [minutesCast, '0.5 min', 0.5],
    [minutesCast, 0.5, 0.5],
    [minutesCast, '0.25', 0.25],
    [minutesCast, -5, '! not a number of minutes'],
    [minutesCast, 'long', '! not a number of minutes'],
  ])('case %#: %j, %j', (cast, cell, expected) => {
    expect(castCell(cast, cell)).toBe(expected)
  })
})

describe('booleanCast', () => {
  it.each(['Y', 'yes', 'TRUE', 'x', 'X', '✓', '1', 1, true])('reads %j as yes', (cell) => {
    expect(castCell(booleanCast, cell)).toBe(true)
  })
  it.each(['N', 'No', 'false', '0', 0, false])('reads %j as no', (cell) => {
    expect(castCell(booleanCast, cell)).toBe(false)
  })
  it('keeps blank apart from no, and refuses the rest', () => {
    expect(castCell(booleanCast, '')).toBeNull()
    expect(castCell(booleanCast, 'maybe')).toBe('! not yes or no')
  })
})

describe('markerCast', () => {
  it.each(['Test, Patient', 'ZZTEST, BOB', 'Bob Test', 'test', 'Testpatient, A', 'yes', true])(
    'takes %j for a test',
    (cell) => {
      expect(castCell(markerCast, cell)).toBe(true)
    },
  )
  it.each(['Testa, Maria', 'Atest, Bob', 'Contessa', 'no', false])('takes %j for a person', (cell) => {
    expect(castCell(markerCast, cell)).toBe(false)
  })
})

describe('testNameCast', () => {
  it.each([1, '1', 'x', 'T', 'yes'])('takes %j in a column of patients for no mark', (cell) => {
    expect(castCell(testNameCast, cell)).toBe(false)
  })
  it('knows a test patient by name', () => {
    expect(castCell(testNameCast, 'ZZTEST, BOB')).toBe(true)
  })
})

describe('choiceCast', () => {
  const cast = choiceCast(['no_show', 'completed'], new Map([['n/s', 'no_show']]))
  it.each([
    ['N/S', 'no_show'],
    ['No-Show', 'no_show'],
    ['NO_SHOW', 'no_show'],
    [' completed ', 'completed'],
    ['gone', '! a value that no map knows'],
    ['', null],
  ])('reads %j as %s', (cell, expected) => {
    expect(castCell(cast, cell)).toBe(expected)
  })
})

describe('every cast', () => {
  const fields = Object.values(contracts).flatMap((contract) => Object.entries<Field>(contract.fields))
  const kinds = [
    ...new Map(fields.map(([name, field]) => [`${field.kind} ${name}`, { name, field }])).values(),
  ]
  const awkward: fc.Arbitrary<Cell> = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.stringMatching(/^[-+$(). ,:/0-9TZAPMapmCRe%]{1,25}$/),
    fc.record({ error: fc.string() }),
  )

  it('answers any cell with a value or a rule, never an exception', () => {
    const casts = kinds.map(({ name, field }) =>
      castOfField(name, field, { timeZone: 'America/New_York', lookup: new Map() }),
    )
    fc.assert(
      fc.property(awkward, (cell) => {
        for (const cast of casts) expect(() => castCell(cast, cell)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('never repeats the cell in its rule or its fix', () => {
    for (const { name, field } of kinds) {
      const cast = castOfField(name, field, { timeZone: 'America/New_York', lookup: new Map() })
      const told = JSON.stringify(cast.safeParse('Kanarienvogel').error?.issues ?? [])
      expect(told).not.toContain('Kanarienvogel')
    }
  })
})
