import { describe, expect, it } from 'vitest'
import { chartView } from '../../../src/components/chartView.ts'
import { merged } from '../../../src/cubes/cube.ts'
import type { Chart } from '../../../src/dashboards/dashboard.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { aging, row, stack, state, view, withheld } from './sampleCharts.ts'

describe('a stack', () => {
  it('folds its smallest layers into one that keeps the total', () => {
    const rows = Array.from({ length: 9 }, (_, index) =>
      row((index + 1) * 100, { provider: `Dr. ${String(index)}` }),
    )
    const { drawn } = view(stack, rows)
    const { plot } = drawn ?? {}
    if (plot?.kind !== 'stack') throw new Error('no stack')
    expect(plot.series.map(({ label }) => label)).toEqual([
      'Dr. 8',
      'Dr. 7',
      'Dr. 6',
      'Dr. 5',
      'Dr. 4',
      'All others',
    ])
    expect(plot.series.reduce((sum, { values }) => sum + (values[1] ?? 0), 0)).toBe(4500)
    expect(drawn?.table.columns).toHaveLength(10)
  })

  it('draws no layer of nothing, and never calls what adds up several the largest', () => {
    const rows = [
      withheld({ provider: 'Dr. A' }),
      row(100, { provider: 'Dr. B' }),
      row(900, { provider: merged }),
    ]
    const { drawn } = view(stack, rows)
    expect(drawn?.plot).toMatchObject({ series: [{ label: 'Dr. B' }, { label: merged }] })
    expect(drawn?.summary).toBe(
      'Oct 2026: $10 in all; of the parts shown by themselves, Dr. B is the largest with $1, 10% of it; Other (merged) $9.',
    )
    expect(
      view(
        stack,
        rows.filter(({ keys }) => keys.provider !== 'Dr. B'),
      ).drawn?.summary,
    ).toBe('Oct 2026: $9 in all, each part kept private.')
  })

  it('keeps merged values last, and says which months are not split', () => {
    const rows = [
      row(100, { provider: 'Dr. A' }, '2026-09'),
      withheld({ provider: 'Dr. B' }, '2026-09'),
      row(900, { provider: merged }, '2026-09'),
      withheld({ provider: 'Dr. A' }),
      withheld({ provider: merged }),
    ]
    const { drawn } = view(stack, rows)
    expect(drawn?.table.columns.map(({ label }) => label)).toEqual(['Month', 'Dr. A', 'Dr. B', merged])
    expect(drawn?.table.rows).toEqual([
      ['Sep 2026', 100, 'Kept private', 900],
      ['Oct 2026', 'Kept private', null, 'Kept private'],
    ])
    expect(drawn?.summary).toBe(
      'Oct 2026: kept private. Incomplete in 1 of 2 months: a part is kept private.',
    )
  })

  it('keeps age buckets in the order of their age', () => {
    const rows = ['121+', '0-30', '91-120', '31-60', '61-90'].map((age_bucket, index) =>
      row(index, { age_bucket }),
    )
    const { plot } = view(aging, rows).drawn ?? {}
    if (plot?.kind !== 'stack') throw new Error('no stack')
    expect(plot.series.map(({ id }) => id)).toEqual(['0-30', '31-60', '61-90', '91-120', '121+'])
    expect(plot.palette).toBe('steps')
  })
})

describe('a stack of quarters', () => {
  const quarterly: Chart = {
    id: 'q',
    title: 'Q',
    kind: 'stack',
    metric: 'staff_cost',
    by: 'role_group',
    quarters: true,
  }
  const answersOf = (first: string) =>
    chartView(quarterly, {
      practice: { ...practice, months: { ...practice.months, first } },
      state,
      get: ({ period }) => ({
        status: 'ready',
        rows: [
          row(period.to === '2026-06' ? null : 100, { role_group: 'nurse' }),
          period.to === '2026-09' ? withheld({ role_group: merged }) : row(50, { role_group: merged }),
        ],
      }),
    }).drawn

  it('has a bar a closed quarter, the same quarter of the year before the first', () => {
    const drawn = answersOf('2024-01')
    expect(drawn?.table.columns.map(({ label }) => label)).toEqual(['Quarter', 'Nurses', merged])
    expect(drawn?.table.rows).toEqual([
      ['Jul – Sep 2025', 100, 50],
      ['Oct – Dec 2025', 100, 50],
      ['Jan – Mar 2026', 100, 50],
      ['Apr – Jun 2026', null, 50],
      ['Jul – Sep 2026', 100, 'Kept private'],
    ])
    expect(drawn?.summary).toMatch(/Incomplete in 1 of 5 quarters: a part is kept private\.$/)
  })

  it('has no bar for a quarter that began before the data', () => {
    expect(answersOf('2026-02')?.table.rows.map(([quarter]) => quarter)).toEqual([
      'Apr – Jun 2026',
      'Jul – Sep 2026',
    ])
  })
})
