import { describe, expect, it } from 'vitest'
import { chartView } from '../../../src/components/chartView.ts'
import { toCsv } from '../../../src/components/toCsv.ts'
import { merged } from '../../../src/cubes/cube.ts'
import type { Chart } from '../../../src/dashboards/dashboard.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { breakdown, row, stack, state, view, withheld } from './sampleCharts.ts'

describe('a chart for owners only', () => {
  it('says so to a viewer, and is neither drawn nor a failure', () => {
    const shown = chartView(stack, { practice, state, get: () => ({ status: 'owners' }) })
    expect(shown).toEqual({
      state: { status: 'none', reason: 'For owners only. Your link is for viewers.' },
      drawn: null,
    })
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

  it('sets merged values last, and leaves withheld ones to the table', () => {
    const rows = [
      row(0.1, { provider: 'Dr. A' }),
      withheld({ provider: 'Dr. B' }),
      row(0.5, { provider: merged }),
      row(0.2, { provider: 'Dr. C' }),
    ]
    const { drawn } = view(breakdown, rows)
    expect(drawn?.plot).toMatchObject({ bars: [{ label: 'Dr. C' }, { label: 'Dr. A' }, { label: merged }] })
    expect(drawn?.summary).toContain('of those shown by themselves, Dr. C is highest')
    expect(drawn?.table.rows).toEqual([
      ['Dr. C', 0.2],
      ['Dr. A', 0.1],
      ['Dr. B', 'Kept private'],
      [merged, 0.5],
    ])
  })

  it('of closed quarters says which they are', () => {
    const { drawn } = view({ ...breakdown, quarters: true }, [row(0.1, { provider: 'Dr. A' })])
    expect(drawn?.summary).toBe('Jul – Sep 2026: Dr. A, 10.0%.')
  })

  it('all kept private says so, and what to do', () => {
    const reasonOf = (chart: Chart) => view(chart, [withheld({ provider: 'Dr. A' })]).state
    expect(reasonOf(breakdown)).toMatchObject({
      reason: expect.stringMatching(/ Choose a whole quarter, such as Jul – Sep 2026\.$/) as string,
    })
    expect(reasonOf({ ...breakdown, quarters: true })).toMatchObject({
      reason: expect.stringMatching(/ Choose a longer period\.$/) as string,
    })
  })

  it('by what is filtered is one bar, and says what it is shown for instead', () => {
    const filtered: PageState = { ...state, filters: { provider: 'Dr. A' } }
    expect(view(breakdown, [row(0.1, { provider: 'Dr. A' })], filtered)).toEqual({
      state: { status: 'none', reason: 'Shown for all providers: take the filter away.' },
      drawn: null,
    })
    expect(
      chartView(breakdown, { practice, state: filtered, get: () => ({ status: 'owners' }) }).state,
    ).toEqual({ status: 'none', reason: 'For owners only. Your link is for viewers.' })
    expect(view(stack, [row(100, { provider: 'Dr. A' })], filtered).state).toEqual({ status: 'ready' })
  })

  it('counts merged values in the whole of which it gives shares', () => {
    const rows = [row(300, { provider: 'Dr. A' }), row(100, { provider: merged })]
    const money: Chart = { ...breakdown, metric: 'net_collections' }
    expect(view(money, [...rows, row(200, { provider: 'Dr. B' })]).drawn?.summary).toContain('50% of $6')
    const open = [...rows.slice(0, 1), row(200, { provider: 'Dr. B' }), withheld({ provider: merged })]
    expect(view(money, open).drawn?.summary).not.toContain('%')
  })

  it('gives no shares where something is kept private and nothing adds it up', () => {
    const rows = [row(300, { provider: 'Dr. A' }), row(100, { provider: 'Dr. B' })]
    const chart: Chart = { ...breakdown, metric: 'net_collections' }
    const summary = (all: MetricRow[]) => view(chart, all).drawn?.summary ?? ''
    expect(summary(rows)).toContain('75%')
    expect(summary([...rows, withheld({ provider: 'Dr. C' })])).not.toContain('%')
  })

  it('draws ten bars and says how many more the table holds', () => {
    const rows = Array.from({ length: 13 }, (_, index) => row(index, { provider: `Dr. ${String(index)}` }))
    const { drawn } = view(breakdown, rows)
    expect(drawn?.more).toBe(3)
    expect(drawn?.table.rows).toHaveLength(13)
  })
})

describe('a trend', () => {
  const trend: Chart = {
    id: 't',
    title: 'T',
    kind: 'trend',
    metrics: ['no_show_rate'],
    form: 'line',
    months: 3,
  }

  it('leaves a gap where a month is kept private, and says so', () => {
    const { drawn } = view(trend, [row(0.1, {}, '2026-08'), withheld({}, '2026-09'), row(0.2)])
    expect(drawn?.plot).toMatchObject({ series: [{ values: [0.1, null, 0.2] }] })
    expect(drawn?.summary).toMatch(/ Kept private in Sep 2026\.$/)
    expect(drawn?.table.rows).toEqual([
      ['Aug 2026', 0.1],
      ['Sep 2026', 'Kept private'],
      ['Oct 2026', 0.2],
    ])
    expect(drawn && toCsv(drawn.table)).toContain('"Sep 2026","Kept private"')
  })

  it('says that two months are no trend yet, and nothing of it once there are three', () => {
    const months = ['2026-08', '2026-09', '2026-10'] as const
    const summaryOf = (count: number) =>
      view(
        trend,
        months.slice(-count).map((month) => row(0.1, {}, month)),
      ).drawn?.summary
    expect(summaryOf(1)).toMatch(/ One month is no trend yet\.$/)
    expect(summaryOf(2)).toMatch(/ Two months are no trend yet\.$/)
    expect(summaryOf(3)).not.toContain('trend')
  })

  it('of several metrics says of which months are kept private, and once where it holds for all', () => {
    const several: Chart = { ...trend, metrics: ['no_show_rate', 'cancellation_rate'] }
    const answer = (...rows: MetricRow[]) => ({ status: 'ready', rows }) as const
    const summaryOf = (cancelled: MetricRow) =>
      chartView(several, {
        practice,
        state,
        get: ({ metric }) =>
          answer(metric === 'no_show_rate' ? withheld({}, '2026-09') : cancelled, row(0.2)),
      }).drawn?.summary
    expect(summaryOf(row(0.1, {}, '2026-09'))).toMatch(/\. Kept private: No-show rate in Sep 2026\.$/)
    expect(summaryOf(withheld({}, '2026-09'))).toMatch(/\. Kept private in Sep 2026\.$/)
    expect(summaryOf(withheld({}, '2026-08'))).toMatch(
      /\. Kept private: No-show rate in Sep 2026; Cancellation rate in Aug 2026\.$/,
    )
  })

  it('of quarters asks for each closed one by itself, and shows its rows as quarters', () => {
    const quarters: Chart = {
      id: 't',
      title: 'T',
      kind: 'trend',
      metrics: ['no_show_rate'],
      form: 'line',
      quarters: true,
    }
    const { drawn } = chartView(quarters, {
      practice,
      state,
      get: ({ period, by }) => {
        expect(by).toEqual([])
        return {
          status: 'ready',
          rows: period.to === '2026-06' ? [withheld()] : [row(Number(period.to.slice(-2)))],
        }
      },
    })
    expect(drawn?.table.columns[0]?.label).toBe('Quarter')
    expect(drawn?.table.rows.slice(-3)).toEqual([
      ['Jan – Mar 2026', 3],
      ['Apr – Jun 2026', 'Kept private'],
      ['Jul – Sep 2026', 9],
    ])
  })

  it('without a single month says why', () => {
    expect(view(trend, [withheld()]).state).toMatchObject({
      status: 'none',
      reason: expect.stringContaining('Kept private.') as string,
    })
  })
})

describe('a grid', () => {
  const week: Chart = {
    id: 'w',
    title: 'W',
    kind: 'heatmap',
    metric: 'no_show_rate_by_day_part',
    by: ['weekday', 'day_part'],
  }

  it('keeps its order, its withheld cells, and merged values out', () => {
    const rows = [
      row(0.2, { weekday: 'Tue', day_part: 'afternoon' }),
      row(0.1, { weekday: 'Tue', day_part: 'morning' }),
      withheld({ weekday: 'Mon', day_part: 'morning' }),
      row(0.3, { weekday: merged, day_part: merged }),
    ]
    const { drawn } = view(week, rows)
    expect(drawn?.table.rows).toEqual([
      ['Mon', 'Kept private', null],
      ['Tue', 0.1, 0.2],
    ])
    expect(drawn?.summary).toMatch(/ Kept private in 1 cell\.$/)
  })
})

describe('a chart', () => {
  it('of several metrics draws those that are published for a filter', () => {
    const rates: Chart = {
      id: 't',
      title: 'T',
      kind: 'trend',
      metrics: ['net_collection_rate', 'net_collection_rate_12m'],
      form: 'line',
      months: 1,
    }
    const { drawn } = view(rates, [row(0.9)], { ...state, filters: { payer: 'medicare' } })
    expect(drawn?.table.columns.map(({ label }) => label)).toEqual([
      'Month',
      expect.stringContaining('rolling 12 months'),
    ])
  })

  it('says why it is not available for a filter', () => {
    const filtered = { ...state, filters: { payer: 'medicare' } }
    expect(view(breakdown, [], filtered).state).toEqual({
      status: 'none',
      reason: 'Not shown by provider for one payer: groups would be too small.',
    })
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
