import { describe, expect, it } from 'vitest'
import { facts as allFacts } from '../../../src/cubes/facts.ts'
import { dashboards } from '../../../src/dashboards/dashboards.ts'
import { overview } from '../../../src/dashboards/overview.ts'
import { schedule } from '../../../src/dashboards/schedule.ts'
import { chartQueries, pageQueries, tileQueries } from '../../../src/dashboards/pageQueries.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import { whereOf } from '../../../src/dashboards/whereOf.ts'
import { queryKey } from '../../../src/queries/metricQuery.ts'

const months = { first: '2024-01', last: '2026-11', lastClosed: '2026-10' }
const practice = { facts: Object.keys(allFacts), months }
const october: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }
const quarter: PageState = { period: { from: '2026-08', to: '2026-10' }, filters: {} }

describe('tileQueries', () => {
  it('ask for two years and a month up to the period', () => {
    expect(tileQueries('no_show_rate', october)).toEqual({
      series: {
        metric: 'no_show_rate',
        by: ['month'],
        where: {},
        period: { from: '2024-10', to: '2026-10' },
      },
      totals: null,
    })
  })

  it("ask for totals of a longer period, of the one before and of last year's", () => {
    const { totals } = tileQueries('no_show_rate', quarter)
    expect([totals?.period, totals?.prior, totals?.priorYear].map((query) => query?.period)).toEqual([
      { from: '2026-08', to: '2026-10' },
      { from: '2026-05', to: '2026-07' },
      { from: '2025-08', to: '2025-10' },
    ])
  })
})

describe('pageQueries', () => {
  it.each(dashboards)('of $id come once each', (dashboard) => {
    const keys = pageQueries(dashboard, practice, quarter).map((query) => queryKey(query))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(dashboards)(
    'of $id hold the queries of every tile and chart when nothing is filtered',
    (dashboard) => {
      const keys = pageQueries(dashboard, practice, quarter).map((query) => queryKey(query))
      const wanted = [
        ...dashboard.tiles.flatMap((id) => {
          const { series, totals } = tileQueries(id, quarter)
          return totals === null ? [series] : [series, totals.period, totals.prior, totals.priorYear]
        }),
        ...dashboard.charts.flatMap((chart) => chartQueries(chart, quarter, practice)),
      ]
      expect(wanted.filter((query) => !keys.includes(queryKey(query)))).toEqual([])
    },
  )

  it('leave out what the tables cannot answer under a filter', () => {
    const queries = pageQueries(overview, practice, { ...october, filters: { provider: 'Amara' } })
    expect(queries.map((query) => query.metric)).toContain('no_show_rate')
    expect(queries.map((query) => query.metric)).not.toContain('overhead_rate')
  })

  it('leave out what a filter leaves a single value', () => {
    const splits = (filters: PageState['filters']) =>
      pageQueries(schedule, practice, { ...october, filters }).map(({ by }) => by.join())
    expect(splits({})).toContain('provider')
    expect(splits({ provider: 'Amara' })).not.toContain('provider')
  })

  it('leave out metrics whose tables are missing', () => {
    const queries = pageQueries(schedule, { facts: ['appointments'], months }, october)
    expect(new Set(queries.map((query) => query.metric))).toEqual(
      new Set([
        'completed_visits',
        'no_show_rate',
        'no_show_minutes',
        'late_cancellation_rate',
        'new_patient_share',
        'unresolved_appointments',
        'cancellation_rate',
        'lead_time_median',
        'wait_median',
        'wait_p90',
        'cycle_median',
        'cycle_p90',
        'sign_lag_median',
        'sign_lag_p90',
        'unsigned_note_rate',
        'no_show_rate_by_day_part',
      ]),
    )
  })
})

describe('the queries of a chart of quarters', () => {
  const bars = { kind: 'stack', id: 's', title: 'S', metric: 'staff_cost', by: 'role_group' } as const

  it('ask for each closed quarter by itself, the last one that the period touches at the end', () => {
    const queries = chartQueries({ ...bars, quarters: true }, october, { months })
    expect(queries.map(({ period }) => `${period.from} ${period.to}`)).toEqual([
      '2025-07 2025-09',
      '2025-10 2025-12',
      '2026-01 2026-03',
      '2026-04 2026-06',
      '2026-07 2026-09',
    ])
    expect(queries.map(({ by }) => by)).toEqual(Array.from({ length: 5 }, () => ['role_group']))
  })

  it('of a breakdown ask for the closed quarters, as a grid does', () => {
    const lists = schedule.charts.filter(({ id }) => ['week', 'no-shows'].includes(id))
    expect(lists.flatMap((chart) => chartQueries(chart, october, { months })).map((q) => q.period)).toEqual([
      { from: '2026-07', to: '2026-09' },
      { from: '2026-07', to: '2026-09' },
    ])
  })
})

it("turns a page's filters into a query's", () => {
  expect(whereOf({ ...october, filters: { payer: 'medicare' } })).toEqual({ payer: ['medicare'] })
})
