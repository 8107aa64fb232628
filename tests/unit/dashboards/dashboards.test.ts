import { describe, expect, it } from 'vitest'
import { dashboardById, dashboards } from '../../../src/dashboards/dashboards.ts'
import type { Chart } from '../../../src/dashboards/dashboard.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { canAnswer } from '../../../src/queries/canAnswer.ts'
import { chartQueries } from '../../../src/dashboards/pageQueries.ts'

const months = { first: '2024-01', last: '2026-11', lastClosed: '2026-10' }
const state = { period: { from: '2026-10', to: '2026-10' }, filters: {} }
const charts = dashboards.flatMap(({ id, charts: list }) =>
  list.map((chart): { page: string; id: string; chart: Chart } => ({ page: id, id: chart.id, chart })),
)

describe('every dashboard', () => {
  it.each(dashboards)('$id has tiles and charts, each once', ({ tiles, charts: list }) => {
    expect(tiles.length).toBeGreaterThanOrEqual(6)
    expect(new Set(tiles).size).toBe(tiles.length)
    expect(list.length).toBeGreaterThanOrEqual(3)
    expect(new Set(list.map((chart) => chart.id)).size).toBe(list.length)
  })

  it.each(dashboards)('$id shows tiles that have a series', ({ tiles }) => {
    for (const id of tiles) {
      expect(
        canAnswer(metricById(id), { metric: id, by: ['month'], where: {}, period: state.period }),
      ).toEqual({ ok: true })
    }
  })

  it.each(charts)('the chart $id of $page can be answered', ({ chart }) => {
    for (const query of chartQueries(chart, state, { months })) {
      expect(canAnswer(metricById(query.metric), query)).toEqual({ ok: true })
    }
  })

  it.each(charts)(
    'the chart $id of $page has one unit, or columns with headings of their own',
    ({ chart }) => {
      if (chart.kind === 'scorecard') {
        expect(chart.columns.length).toBeGreaterThan(1)
        expect(new Set(chart.columns.map(({ label }) => label)).size).toBe(chart.columns.length)
        return
      }
      const metrics = 'metrics' in chart ? chart.metrics : [chart.metric]
      expect(new Set(metrics.map((id) => metricById(id).unit)).size).toBe(1)
    },
  )

  it.each(charts.filter(({ chart }) => chart.kind === 'stack'))(
    'the chart $id of $page stacks what adds up',
    ({ chart }) => {
      expect(chart.kind === 'stack' && metricById(chart.metric).kind).toBe('sum')
    },
  )
})

it('finds a dashboard by id and refuses an unknown one', () => {
  expect(dashboardById('overview').title).toBe('Overview')
  expect(() => dashboardById('attic')).toThrow('unknown dashboard: attic')
})
