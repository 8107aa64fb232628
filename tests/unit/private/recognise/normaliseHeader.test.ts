import { describe, expect, it } from 'vitest'
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
