import { describe, expect, it } from 'vitest'
import { columnIndex, columnLetter } from '../../../../scripts/private/recognise/columnLetter.ts'
import { headerKey, normaliseHeader } from '../../../../scripts/private/recognise/normaliseHeader.ts'
import { datasetsOfName } from '../../../../scripts/private/recognise/tabNames.ts'

describe('normaliseHeader', () => {
  it.each([
    ['Appt_Date', 'appt date'],
    ['  APPT   DATE ', 'appt date'],
    ['apptDate', 'appt date'],
    ['Appt\u00a0Date', 'appt date'],
    ['Appt\r\nDate', 'appt date'],
    ['RenderingProviderName', 'rendering provider name'],
    ['CPTCode', 'cpt code'],
    ['CLAIMID', 'claimid'],
    ['PatientID', 'patient id'],
    ['Claim #', 'claim no'],
    ['Regular (Hours)', 'regular hours'],
    ['Check In Date/Time', 'check in date time'],
    ['New patient?', 'new patient'],
    ['Collection %', 'collection percent'],
    ['ＣＰＴ', 'cpt'],
    ['***', ''],
  ])('reads %j as %j', (header, expected) => {
    expect(normaliseHeader(header)).toBe(expected)
  })

  it('compares without spaces', () => {
    expect(headerKey('apptid')).toBe(headerKey('Appt ID'))
  })
})

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('writes column %i as %s, and back', (index, letters) => {
    expect(columnLetter(index)).toBe(letters)
    expect(columnIndex(letters.toLowerCase())).toBe(index)
  })
})

describe('datasetsOfName', () => {
  it.each([
    ['Schedule', ['appointments']],
    ['schedule_2026-10', ['appointments']],
    ['Schedule (2)', ['appointments']],
    ['Billing', ['billing', 'charges', 'transactions']],
    ['PAYROLL Oct 2026', ['payroll', 'payroll_summary']],
    ['A/R Aging', ['aging']],
    ['map_status', ['map_status']],
    ['Scratch', []],
    ['2026', []],
  ])('takes %j for %j', (name, expected) => {
    expect(datasetsOfName({ name })).toEqual(expected)
  })
})
