import { describe, expect, it } from 'vitest'
import { chartView } from '../../../src/components/chartView.ts'
import type { Chart } from '../../../src/dashboards/dashboard.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const state: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }

function row(value: number | null, keys: MetricRow['keys'] = {}, month = '2026-10'): MetricRow {
  return { month, keys, numerator: value, denominator: null, value }
}

function view(chart: Chart, rows: readonly MetricRow[], at = state) {
  return chartView(chart, { practice, state: at, get: () => ({ status: 'ready', rows }) })
}

const stack: Chart = {
  id: 's',
  title: 'S',
  kind: 'stack',
  metric: 'net_collections',
  by: 'provider',
  months: 2,
}
const breakdown: Chart = { id: 'b', title: 'B', kind: 'breakdown', metric: 'no_show_rate', by: 'provider' }
const aging: Chart = {
  id: 'a',
  title: 'A',
  kind: 'stack',
  metric: 'accounts_receivable',
  by: 'age_bucket',
  months: 1,
}

describe('a chart for owners only', () => {
  it('says so to a viewer, and is neither drawn nor a failure', () => {
    const shown = chartView(stack, { practice, state, get: () => ({ status: 'withheld' }) })
    expect(shown).toEqual({
      state: { status: 'none', reason: 'For owners only. Your link is for viewers.' },
      drawn: null,
    })
  })
})

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

describe('a breakdown', () => {
  it('is sorted, and leaves what has no data to the table', () => {
    const rows = [
      row(0.05, { provider: 'Dr. A' }),
      row(null, { provider: 'Dr. B' }),
      row(0.1, { provider: 'Dr. C' }),
    ]
    const { drawn } = view(breakdown, rows)
    expect(drawn?.plot).toMatchObject({ bars: [{ label: 'Dr. C' }, { label: 'Dr. A' }] })
    expect(drawn?.table.rows).toEqual([
      ['Dr. C', 0.1],
      ['Dr. A', 0.05],
      ['Dr. B', null],
    ])
  })

  it('draws ten bars and says how many more the table holds', () => {
    const rows = Array.from({ length: 13 }, (_, index) => row(index, { provider: `Dr. ${String(index)}` }))
    const { drawn } = view(breakdown, rows)
    expect(drawn?.more).toBe(3)
    expect(drawn?.table.rows).toHaveLength(13)
  })
})

describe('a chart', () => {
  it('says why it is not available for a filter', () => {
    const filtered = { ...state, filters: { location: 'Main', payer: 'medicare', provider: 'Dr. C' } }
    expect(view(breakdown, [], filtered).state).toMatchObject({ status: 'none' })
  })

  it('says when there is no data', () => {
    expect(view(breakdown, []).state).toEqual({
      status: 'none',
      reason: 'No data for this period and filter.',
    })
  })

  it('of several metrics waits for all of them', () => {
    const trend: Chart = {
      id: 't',
      title: 'T',
      kind: 'trend',
      metrics: ['no_show_rate', 'cancellation_rate'],
      form: 'line',
      months: 13,
    }
    const answered = chartView(trend, {
      practice,
      state,
      get: ({ metric }) =>
        metric === 'no_show_rate' ? { status: 'ready', rows: [row(0.1)] } : { status: 'loading' },
    })
    expect(answered.state).toEqual({ status: 'loading' })
  })
})
