import { describe, expect, it } from 'vitest'
import { periodPresets } from '../../../src/dashboards/periodPresets.ts'

function periods(lastClosed: string, fiscalYearStart: number): string[] {
  const months = { first: '2024-01', last: lastClosed, lastClosed }
  return periodPresets({ months, fiscalYearStart }).map(({ period }) => `${period.from} ${period.to}`)
}

describe('periodPresets', () => {
  it.each([
    ['2026-10', 1, ['2026-10 2026-10', '2026-07 2026-09', '2026-01 2026-10', '2025-11 2026-10']],
    ['2026-09', 1, ['2026-09 2026-09', '2026-07 2026-09', '2026-01 2026-09', '2025-10 2026-09']],
    ['2026-01', 1, ['2026-01 2026-01', '2025-10 2025-12', '2026-01 2026-01', '2025-02 2026-01']],
    ['2026-10', 7, ['2026-10 2026-10', '2026-07 2026-09', '2026-07 2026-10', '2025-11 2026-10']],
    ['2026-05', 2, ['2026-05 2026-05', '2026-02 2026-04', '2026-02 2026-05', '2025-06 2026-05']],
  ] as const)('after %s with a year from month %i', (lastClosed, start, expected) => {
    expect(periods(lastClosed, start)).toEqual(expected)
  })
})
