import { describe, expect, it } from 'vitest'
import { closedQuarters } from '../../../src/dashboards/closedQuarters.ts'

describe('the closed quarters of a period', () => {
  it.each([
    ['2026-05', '2026-08', '2026-10', '2026-04', '2026-09'],
    ['2026-01', '2026-10', '2026-10', '2026-01', '2026-09'],
    ['2026-10', '2026-11', '2026-10', '2026-07', '2026-09'],
    ['2026-12', '2026-12', '2026-12', '2026-10', '2026-12'],
    ['2026-12', '2026-12', '2026-11', '2026-07', '2026-09'],
  ] as const)('%s to %s, closed up to %s', (from, to, lastClosed, first, last) => {
    const months = { first: '2024-01', last: '2026-12', lastClosed }
    expect(closedQuarters({ from, to }, { months })).toEqual({ from: first, to: last })
  })
})
