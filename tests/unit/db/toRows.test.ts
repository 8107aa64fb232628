import { describe, expect, it } from 'vitest'
import { toRows } from '../../../src/db/toRows.ts'

describe('toRows', () => {
  it('makes plain values of what engines give', () => {
    const row = {
      a: 12n,
      b: 1.5,
      c: 'x',
      d: true,
      e: null,
      f: undefined,
      g: new Date('2026-10-01T00:00:00Z'),
    }
    expect(toRows([row])).toEqual([{ a: 12, b: 1.5, c: 'x', d: true, e: null, f: null, g: '2026-10-01' }])
  })

  it.each([
    ['an integer that a number cannot hold', 9_007_199_254_740_993n],
    ['a value that is no number', Number.NaN],
    ['an infinite value', Number.POSITIVE_INFINITY],
    ['an object', { width: 10 }],
    ['an invalid date', new Date(Number.NaN)],
  ])('refuses %s', (_, value) => {
    expect(() => toRows([{ amount: value }])).toThrow('unexpected engine value: amount')
  })
})
