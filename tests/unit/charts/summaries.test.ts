import { describe, expect, it } from 'vitest'
import { heatStep } from '../../../src/charts/HeatmapPlot.tsx'
import { summarizeBreakdown } from '../../../src/charts/summarizeBreakdown.ts'
import { summarizeHeatmap } from '../../../src/charts/summarizeHeatmap.ts'
import { summarizeStack } from '../../../src/charts/summarizeStack.ts'
import { summarizeTrend } from '../../../src/charts/summarizeTrend.ts'

const format = {
  full: (value: number | null) => (value === null ? 'no data' : `$${String(value)}`),
  short: String,
  cell: String,
}
const categories = ['Aug', 'Sep', 'Oct']

function series(id: string, ...values: (number | null)[]) {
  return { id, label: id.toUpperCase(), values }
}

function trend(...values: (number | null)[]): string {
  return summarizeTrend({ categories, series: [series('a', ...values)], format, target: null })
}

describe('the sentence of a trend', () => {
  it('says the last value, where it came from and its extremes', () => {
    expect(trend(3, 5, 4)).toBe('$4 in Oct, down from $5 in Sep; between $3 (Aug) and $5 (Sep).')
    expect(trend(3, 4, 5)).toContain('up from $4 in Sep')
    expect(trend(5, 5, 5)).toBe('$5 in Oct, the same as in Sep.')
  })

  it('skips months without data, and says when there is none', () => {
    expect(trend(3, null, 4)).toContain('up from $3 in Aug')
    expect(trend(null, 4, null)).toBe('$4 in Sep, the only month with data.')
    expect(trend(null, null, null)).toBe('No data in these months.')
  })

  it('calls what reads the same the same', () => {
    const rounded = { ...format, full: (value: number | null) => (value ?? 0).toFixed(2) }
    const said = (...values: number[]) =>
      summarizeTrend({ categories, series: [series('a', ...values)], format: rounded, target: null })
    expect(said(3.49, 3.581, 3.584)).toBe(
      '3.58 in Oct, the same as in Sep; between 3.49 (Aug) and 3.58 (Oct).',
    )
    expect(said(3.581, 3.582, 3.584)).toBe('3.58 in Oct, the same as in Sep.')
  })

  it('never compares a month that is maturing, and says how far it has come', () => {
    const maturing = { ...series('a', 5, 4, 1), unsettled: 1 }
    expect(summarizeTrend({ categories, series: [maturing], format, target: null })).toBe(
      '$4 in Sep, down from $5 in Aug; between $4 (Sep) and $5 (Aug). Still maturing: Oct, $1 so far.',
    )
    const all = { ...maturing, unsettled: 3 }
    expect(summarizeTrend({ categories, series: [all], format, target: null })).toBe(
      'Still maturing: Aug to Oct, the last $1 so far.',
    )
    const both = [series('b', 1, 2, 3), maturing]
    expect(summarizeTrend({ categories, series: both, format, target: null })).toBe(
      'Oct: B $3; A $4 in Sep, the last final month ($1 so far).',
    )
    const hidden = { ...maturing, values: [5, 4, null], withheld: [false, false, true] }
    expect(
      summarizeTrend({ categories, series: [series('b', 1, 2, 3), hidden], format, target: null }),
    ).toContain('A kept private.')
  })

  it('names the target', () => {
    const target = { value: 6, label: 'Goal ≥ $6' }
    expect(summarizeTrend({ categories, series: [series('a', 1, 2, 3)], format, target })).toMatch(
      /Goal ≥ \$6\.$/,
    )
  })

  it('names every one of several series', () => {
    const both = [series('a', 1, 2, 3), series('b', 4, 5, null)]
    expect(summarizeTrend({ categories, series: both, format, target: null })).toBe('Oct: A $3; B no data.')
  })
})

describe('the sentence of a stack', () => {
  const layers = [series('a', 1, 1, 1), series('b', 1, 1, 3)]

  it('says the total of the last month and its largest part', () => {
    expect(summarizeStack({ categories, series: layers, format, additive: true })).toBe(
      'Oct: $4 in all; B is the largest part with $3, 75% of it.',
    )
  })

  it('adds up nothing that does not add up', () => {
    expect(summarizeStack({ categories, series: layers, format, additive: false })).toBe(
      'Oct: B is the largest, at $3.',
    )
  })

  it('calls nothing the largest while merged values are larger', () => {
    const other = { ...series('other', 1, 1, 9), isSeveral: true as const }
    expect(summarizeStack({ categories, series: [...layers, other], format, additive: true })).toBe(
      'Oct: $13 in all; of the parts shown by themselves, B is the largest with $3, 23% of it; OTHER $9.',
    )
    expect(summarizeStack({ categories, series: [...layers, other], format, additive: false })).toBe(
      'Oct: of those shown by themselves, B is the largest, at $3.',
    )
  })

  it('tells of the last final month, and from when on it matures', () => {
    const maturing = layers.map((layer) => ({ ...layer, unsettled: 1 }))
    expect(summarizeStack({ categories, series: maturing, format, additive: true })).toBe(
      'Sep: $2 in all; A is the largest part with $1, 50% of it. Still maturing from Oct on.',
    )
  })

  it('says when the last month has no data', () => {
    expect(summarizeStack({ categories, series: [series('a', 1, 1, null)], format, additive: true })).toBe(
      'No data in Oct.',
    )
  })
})

describe('the sentence of a breakdown', () => {
  const bars = [
    { label: 'Main', value: 3 },
    { label: 'East', value: 1 },
  ]

  it('says the largest, its share of what adds up, and the smallest', () => {
    expect(summarizeBreakdown({ bars, format, period: 'Oct', additive: true })).toBe(
      'Oct: Main is highest with $3 (75% of $4), East lowest with $1.',
    )
    expect(summarizeBreakdown({ bars, format, period: 'Oct', additive: false })).not.toContain('%')
  })

  it('calls none the highest where a merged one may be higher', () => {
    const said = 'Oct: of those shown by themselves, Main is highest with $3, East lowest with $1.'
    expect(summarizeBreakdown({ bars, format, period: 'Oct', additive: false, other: 2 })).toBe(said)
    expect(summarizeBreakdown({ bars, format, period: 'Oct', additive: true, other: 3 })).toContain(
      'Oct: Main is highest with $3 (43% of $7)',
    )
    expect(summarizeBreakdown({ bars, format, period: 'Oct', additive: true, other: 4 })).toContain(
      'of those',
    )
  })

  it('names the next two where the smallest say little', () => {
    const many = [...bars, { label: 'West', value: 0 }]
    const sentence = 'Oct: Main is highest with $3 (75% of $4), then East $1 and West $0.'
    expect(summarizeBreakdown({ bars: many, format, period: 'Oct', additive: true })).toBe(sentence)
    expect(summarizeBreakdown({ bars, format, period: 'Oct', additive: false, cut: true })).toContain(
      'then East $1.',
    )
  })

  it('of a single bar says what the merged others are', () => {
    const single = { bars: bars.slice(0, 1), format, period: 'Oct', additive: false }
    expect(summarizeBreakdown({ ...single, other: 2 })).toBe('Oct: Main, $3; all others together $2.')
    expect(summarizeBreakdown(single)).toBe('Oct: Main, $3.')
  })

  it('says when there is nothing', () => {
    expect(summarizeBreakdown({ bars: [], format, period: 'Oct', additive: true })).toBe('No data in Oct.')
  })
})

describe('a grid', () => {
  const grid = {
    rows: ['Mon', 'Tue'],
    columns: ['8 am', '9 am'],
    values: [
      [1, null],
      [4, 2],
    ],
    withheld: [
      [false, false],
      [false, false],
    ],
  }

  it('has its extremes in a sentence', () => {
    expect(summarizeHeatmap(grid, format)).toBe('Highest on Tue 8 am with $4, lowest on Mon 8 am with $1.')
    expect(
      summarizeHeatmap(
        {
          ...grid,
          values: [
            [0, 0],
            [4, 2],
          ],
        },
        format,
      ),
    ).toBe('Highest on Tue 8 am with $4, lowest in 2 of 4 cells with $0.')
    expect(summarizeHeatmap({ ...grid, values: [[0, 0]] }, format)).toBe('$0 in every cell.')
    expect(summarizeHeatmap({ ...grid, values: [[null], [null]] }, format)).toBe('No data in this period.')
  })

  it('deepens with the value, and leaves no data apart from zero', () => {
    expect([null, 0, 1, 3, 5].map((value) => heatStep(value, 5))).toEqual([0, 1, 1, 3, 5])
  })
})
