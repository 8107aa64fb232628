import { describe, expect, it } from 'vitest'
import { isPlainName } from '../../../../scripts/private/recognise/isPlainName.ts'

describe('a plain name of a tab or file', () => {
  it.each([
    'Schedule',
    'Schedule 2026-10',
    'appointments Oct 2026',
    'payroll (2)',
    'Charges Q3',
    'map_status',
    'A/R aging September',
  ])('says what it holds, and when at most by the month: %s', (name) => {
    expect(isPlainName(name)).toBe(true)
  })

  it.each([
    'schedule 2026-10-15',
    'appointments 10.15.2026',
    'appointments 10-15-2026',
    'Schedule Oct 15 2026',
    'Schedule Oct 5',
    'schedule 2026_10_15',
    'charges 20261015',
    'charges 6-12-80',
  ])('has no day: %s', (name) => {
    expect(isPlainName(name)).toBe(false)
  })

  it.each([
    'June 12 1980',
    'April May',
    'schedule 555-123-4567',
    'billing 123-45-6789',
    'payroll 1234',
    'Schedule of J Doe',
    'Schedule Janet',
    'Smith',
    'Charges 000042719',
    'Dr Birch schedule',
    '2026',
    '',
  ])('cannot be a person’s name, number or birthday: %s', (name) => {
    expect(isPlainName(name)).toBe(false)
  })
})
