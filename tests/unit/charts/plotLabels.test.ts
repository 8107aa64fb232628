import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineHeight, placeLabels, toldApart, wrapLabel } from '../../../src/charts/plotLabels.ts'

describe('labels at the ends of lines', () => {
  it('never touch, keep their order, and stay within the plot where there is room', () => {
    const label = fc.record({
      at: fc.integer({ min: 0, max: 240 }),
      lines: fc.array(fc.constant('x'), { minLength: 1, maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
        const placed = placeLabels(labels, 0, 240).toSorted((a, b) => a.top - b.top)
        for (const [index, { top, lines, at }] of placed.entries()) {
          const above = placed[index - 1]
          if (above) expect(top).toBeGreaterThanOrEqual(above.top + above.lines.length * lineHeight)
          if (above) expect(at).toBeGreaterThanOrEqual(above.at)
          expect(top).toBeGreaterThanOrEqual(0)
          expect(top + lines.length * lineHeight).toBeLessThanOrEqual(240)
        }
      }),
    )
  })

  it('leave out what all begin with', () => {
    expect(toldApart(['Visit length, median', 'Visit length, slowest tenth'])).toEqual([
      'Median',
      'Slowest tenth',
    ])
    expect(toldApart(['No-show rate', 'Cancellation rate'])).toEqual(['No-show rate', 'Cancellation rate'])
    expect(toldApart(['Lead time, median'])).toEqual(['Lead time, median'])
  })

  it('are broken at blanks and hyphens', () => {
    expect(wrapLabel('Late-cancellation rate')).toEqual(['Late-', 'cancellation', 'rate'])
    expect(wrapLabel('Gross collection rate, rolling 12 months')).toHaveLength(4)
    expect(wrapLabel('Pneumonoultramicroscopic')).toEqual(['Pneumonoultram…'])
  })
})
