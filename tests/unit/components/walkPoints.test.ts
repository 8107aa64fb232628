import { describe, expect, it } from 'vitest'
import { nextPoint } from '../../../src/components/ChartWalk.tsx'
import { walkPoints } from '../../../src/components/walkPoints.ts'
import { merged } from '../../../src/cubes/cube.ts'
import { pickOf } from '../../../src/dashboards/pickOf.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const format = {
  full: (value: number | null) => (value === null ? 'no data' : `$${String(value)}`),
  short: String,
  cell: String,
}
const lines = { kind: 'trend', form: 'line', categories: ['Sep', 'Oct'], target: null, current: 1 } as const

describe('the stops of the arrow keys', () => {
  it('are the months, each with its values, what is kept private and what is maturing', () => {
    const a = { id: 'a', label: 'A', values: [1, 2], unsettled: 1 }
    const b = { id: 'b', label: 'B', values: [3, null], withheld: [false, true] }
    expect(walkPoints({ ...lines, series: [a, b] }, format)).toEqual([
      { text: 'Sep: A $1; B $3' },
      { text: 'Oct: A $2, still maturing; B kept private' },
    ])
    expect(walkPoints({ ...lines, series: [{ id: 'c', label: 'C', values: [1, null] }] }, format)).toEqual([
      { text: 'Sep: $1' },
      { text: 'Oct: no data' },
    ])
  })

  it('are the bars, with what they can be filtered by', () => {
    const bars = [
      { label: 'Dr. A', value: 1, pick: 'Provider 1' },
      { label: merged, value: 2, isSeveral: true },
    ]
    expect(walkPoints({ kind: 'breakdown', bars }, format)).toEqual([
      { text: 'Dr. A: $1', pick: 'Provider 1' },
      { text: `${merged}: $2` },
    ])
  })

  it('begin at the end that a key points from, and stay within the chart', () => {
    expect(nextPoint('ArrowRight', null, 3)).toBe(0)
    expect(nextPoint('ArrowLeft', null, 3)).toBe(2)
    expect(nextPoint('ArrowRight', 2, 3)).toBe(2)
    expect(nextPoint('Home', 2, 3)).toBe(0)
    expect(nextPoint('End', 0, 3)).toBe(2)
    expect(nextPoint('Tab', 0, 3)).toBeNull()
    expect(nextPoint('Home', null, 0)).toBeNull()
  })
})

describe('what a bar filters by', () => {
  it('is a value that the filters offer, and never merged values', () => {
    const [first = ''] = practice.filters.payer
    expect(first).not.toBe('')
    expect(pickOf('payer', first, practice)).toBe(first)
    expect(pickOf('payer', merged, practice)).toBeUndefined()
    expect(pickOf('payer', 'nobody', practice)).toBeUndefined()
    expect(pickOf('visit_type', 'established', practice)).toBeUndefined()
  })
})
