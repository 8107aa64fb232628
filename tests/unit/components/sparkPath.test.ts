import { describe, expect, it } from 'vitest'
import { sparkEnd, sparkPath } from '../../../src/components/sparkPath.ts'

describe('a spark line', () => {
  it('runs from the lowest value at the bottom to the highest at the top', () => {
    expect(sparkPath([1, 3, 2])).toBe('M0 36L50 4L100 20')
  })

  it('leaves a gap where there is no data', () => {
    expect(sparkPath([1, null, 3, 3])).toBe('M0 36M66.7 4L100 4')
  })

  it('is flat for equal values and nothing for fewer than two', () => {
    expect(sparkPath([5, 5])).toBe('M0 20L100 20')
    expect(sparkPath([null, 5])).toBe('')
    expect(sparkEnd([null, 5])).toBe('')
  })

  it('ends in a dot', () => {
    expect(sparkEnd([1, 3, 2])).toBe('M100 20h0')
  })
})
