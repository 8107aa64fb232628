import { describe, expect, it } from 'vitest'
import { sparkShape } from '../../../src/components/sparkShape.ts'

describe('a tile’s drawing', () => {
  it('runs from the lowest value at the bottom to the highest at the top, and ends in a dot', () => {
    const { line, end, pending } = sparkShape({ spark: [1, 3, 2] })
    expect(line).toBe('M0 36L50 4L100 20')
    expect(end).toBe('M100 20h0')
    expect(pending).toBe('')
  })

  it('leaves a gap where there is no data', () => {
    expect(sparkShape({ spark: [1, null, 3, 3] }).line).toBe('M0 36M66.7 4L100 4')
  })

  it('is flat for equal values and nothing for fewer than two', () => {
    expect(sparkShape({ spark: [5, 5] }).line).toBe('M0 20L100 20')
    expect(Object.values(sparkShape({ spark: [null, 5] })).join('')).toBe('')
  })

  it('draws final months alone, whatever the others have come to, and leaves these their place', () => {
    for (const soFar of [0, 2, 900]) {
      const { line, end, pending } = sparkShape({ spark: [1, 3, soFar], settled: 2 })
      expect(line).toBe('M0 36L50 4')
      expect(end).toBe('M50 4h0')
      expect(pending).toBe('M50 4H100')
    }
  })

  it('shades the good side of a target that is near, which then takes part in the scale', () => {
    const up = sparkShape({ spark: [1, 3], goal: { value: 5, side: 'up' } })
    expect(up).toMatchObject({ line: 'M0 36L100 20', target: 'M0 4H100', band: 'M0 4H100V0H0Z' })
    const down = sparkShape({ spark: [1, 3], goal: { value: 2, side: 'down' } })
    expect(down).toMatchObject({ line: 'M0 36L100 4', target: 'M0 20H100', band: 'M0 20H100V40H0Z' })
    expect(sparkShape({ spark: [1, 3], goal: { value: 8, side: 'up' } })).toMatchObject({
      target: '',
      band: '',
    })
  })
})
