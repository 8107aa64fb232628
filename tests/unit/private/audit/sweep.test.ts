import { describe, expect, test } from 'vitest'
import {
  dayPattern,
  identifierPatterns,
  secretPatterns,
} from '../../../../scripts/private/audit/identifierPatterns.ts'
import { sweep } from '../../../../scripts/private/audit/sweep.ts'

const patterns = [...identifierPatterns, ...secretPatterns, dayPattern(['2026-10-17'])]

function found(text: string): string[] {
  return sweep(new TextEncoder().encode(`\u0000\u0007{"a":"${text}"}\u0001`), patterns).map(
    ({ pattern }) => pattern,
  )
}

describe('a sweep of bytes', () => {
  test.each([
    ['jo@example.com', 'e-mail address'],
    ['front.desk@clinic.health', 'e-mail address'],
    ['(555) 123-4567', 'phone number'],
    ['555.123.4567', 'phone number'],
    ['123-45-6789', 'social security number'],
    ['MRN: 00471123', 'record number'],
    ['patient id 471123', 'record number'],
    ['Acct# 471123', 'record number'],
    ['3/14/1985', 'date of a day'],
    ['1985-03-14', 'date finer than a month'],
    ['6/12/80', 'date finer than a month'],
    ['6-12-1980', 'date finer than a month'],
    ['born June 12 1980', 'date finer than a month'],
    ['Jan. 1st, 1980', 'date finer than a month'],
    ['12-Jun-1980', 'date finer than a month'],
    ['12 sep 80', 'date finer than a month'],
    ['MRN 2020', 'record number'],
    ['Patient no: 1980', 'record number'],
    ['Member: 20201', 'record number'],
    ['AGE-SECRET-KEY-PQ-1QQQ', 'age identity'],
    ['-----BEGIN PRIVATE KEY-----', 'private key'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'private key'],
  ])('finds %s', (text, name) => {
    expect(found(text)).toEqual([name])
  })

  test.each([
    '2026-03-01',
    '2026-03-31',
    '2024-02-29',
    '2026-10-17',
    '1234567890',
    '12-2026',
    'Accounts payable',
    '3.14',
    'Member: 2020 Health',
    'Patient: 2000 Clinic of Tampa',
    'FY 2026-27',
    'Fiscal 10/2026 to 9/2027',
    'June 2026',
    'Suite 6-12',
    'Maybrook 12 2026',
    '24/7/365',
  ])('lets %s pass', (text) => {
    expect(found(text)).toEqual([])
  })

  test('counts, and does not repeat what it found', () => {
    const bytes = new TextEncoder().encode('123-45-6789 and 987-65-4321')
    expect(sweep(bytes, patterns)).toEqual([{ pattern: 'social security number', count: 2 }])
  })

  test('finds nothing in four megabytes of chance', () => {
    let state = 1
    const bytes = Uint8Array.from({ length: 4 * 1024 * 1024 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
    expect(sweep(bytes, patterns)).toEqual([])
  })
})
