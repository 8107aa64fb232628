import { describe, expect, it } from 'vitest'
import {
  closedQuarters,
  endsWithQuarter,
  isWholeQuarters,
  lastClosedQuarter,
} from '../../../src/dashboards/closedQuarters.ts'

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

describe('the last closed quarter', () => {
  it.each([
    ['2024-01', '2026-10', { from: '2026-07', to: '2026-09' }],
    ['2026-07', '2026-09', { from: '2026-07', to: '2026-09' }],
    ['2026-08', '2026-10', null],
  ] as const)('of data from %s, closed up to %s', (first, lastClosed, quarter) => {
    expect(lastClosedQuarter({ months: { first, last: '2026-11', lastClosed } })).toEqual(quarter)
  })
})

it.each([
  ['2026-07', '2026-09', true, true],
  ['2026-01', '2026-06', true, true],
  ['2026-09', '2026-09', false, true],
  ['2026-08', '2026-10', false, false],
  ['2026-07', '2026-08', false, false],
])('%s to %s: whole quarters %s, ends with one %s', (from, to, isWhole, ends) => {
  expect([isWholeQuarters({ from, to }), endsWithQuarter({ from, to })]).toEqual([isWhole, ends])
})
