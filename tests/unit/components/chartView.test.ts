import { describe, expect, it } from 'vitest'
import { chartView } from '../../../src/components/chartView.ts'
import { toCsv } from '../../../src/components/toCsv.ts'
import { merged } from '../../../src/cubes/cube.ts'
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

function withheld(keys: MetricRow['keys'] = {}, month = '2026-10'): MetricRow {
  return { ...row(null, keys, month), withheld: true }
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
    const shown = chartView(stack, { practice, state, get: () => ({ status: 'owners' }) })
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

  it('draws no layer of nothing, and never calls what adds up several the largest', () => {
    const rows = [
      withheld({ provider: 'Dr. A' }),
      row(100, { provider: 'Dr. B' }),
      row(900, { provider: merged }),
    ]
    const { drawn } = view(stack, rows)
    expect(drawn?.plot).toMatchObject({ series: [{ label: 'Dr. B' }, { label: merged }] })
    expect(drawn?.summary).toContain('$10 in all; Dr. B is the largest part')
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
    expect(drawn?.summary).toContain('Dr. C is highest')
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
