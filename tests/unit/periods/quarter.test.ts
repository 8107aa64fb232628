import { describe, expect, it } from 'vitest'
import { lastQuarterEnd, monthsOfQuarter, quarterOf } from '../../../src/periods/quarter.ts'

describe('calendar quarters', () => {
  it.each([
    ['2026-01', '2026-01', '2025-12'],
    ['2026-02', '2026-01', '2025-12'],
    ['2026-03', '2026-01', '2026-03'],
    ['2026-04', '2026-04', '2026-03'],
    ['2026-12', '2026-10', '2026-12'],
  ])('%s is of the quarter that begins with %s; the last one to end was that of %s', (month, first, last) => {
    expect(quarterOf(month)).toBe(first)
    expect(lastQuarterEnd(month)).toBe(last)
    expect(monthsOfQuarter(first)).toContain(month)
    expect(monthsOfQuarter(first).map(quarterOf)).toEqual([first, first, first])
  })
})
