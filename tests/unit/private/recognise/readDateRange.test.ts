import { describe, expect, it } from 'vitest'
import { readDateRange } from '../../../../scripts/private/recognise/reshape/readDateRange.ts'

describe('the days of a title', () => {
  it.each([
    [' 10/05/2026 - 10/18/2026', '2026-10-05', '2026-10-18'],
    ['October 1 - 14, 2026', '2026-10-01', '2026-10-14'],
    ['October 5 through November 1, 2026', '2026-10-05', '2026-11-01'],
    ['December 28, 2025 through January 10, 2026', '2025-12-28', '2026-01-10'],
    ['January through March 2026', '2026-01-01', '2026-03-31'],
    ['February 2024', '2024-02-01', '2024-02-29'],
    ['10/09/2026', '2026-10-09', '2026-10-09'],
    ['2026-10-01 to 2026-10-31', '2026-10-01', '2026-10-31'],
  ])('%s', (text, first, last) => {
    expect(readDateRange(text)).toEqual([first, last])
  })

  it.each(['', 'Payroll Summary', '10/18/2026 - 10/05/2026', 'December 28 - January 10, 2026', 'a - b - c'])(
    'is none: "%s"',
    (text) => {
      expect(readDateRange(text)).toBeNull()
    },
  )
})
