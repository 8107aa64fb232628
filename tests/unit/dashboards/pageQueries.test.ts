import { describe, expect, it } from 'vitest'
import { facts as allFacts } from '../../../src/cubes/facts.ts'
import { dashboards } from '../../../src/dashboards/dashboards.ts'
import { overview } from '../../../src/dashboards/overview.ts'
import { schedule } from '../../../src/dashboards/schedule.ts'
import { chartQueries, pageQueries, tileQueries, whereOf } from '../../../src/dashboards/pageQueries.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
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

  it('leave out metrics whose tables are missing', () => {
    const queries = pageQueries(schedule, { facts: ['appointments'], months }, october)
    expect(new Set(queries.map((query) => query.metric))).toEqual(
      new Set([
        'completed_visits',
        'no_show_rate',
        'late_cancellation_rate',
        'new_patient_share',
        'unresolved_appointments',
        'cancellation_rate',
      ]),
    )
  })
})

it("turns a page's filters into a query's", () => {
  expect(whereOf({ ...october, filters: { payer: 'medicare' } })).toEqual({ payer: ['medicare'] })
})
