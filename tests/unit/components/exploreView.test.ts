import { describe, expect, it } from 'vitest'
import { exploreView } from '../../../src/components/exploreView.ts'
import { defaultExplore, type ExploreState } from '../../../src/dashboards/exploreState.ts'
import type { Answer } from '../../../src/hooks/answerStore.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { row, withheld } from './sampleCharts.ts'

const usual = defaultExplore(practice)
const quarter = { from: '2026-07', to: '2026-09' }

function shown(change: Partial<ExploreState>, rows: (query: MetricQuery) => readonly MetricRow[]) {
  const get = (query: MetricQuery): Answer => ({ status: 'ready', rows: rows(query) })
  return exploreView({ practice, state: { ...usual, ...change }, get })
}

describe('Explore', () => {
  it('by month: the months of the period and no other, with what is kept private in words', () => {
    const view = shown({ period: quarter }, () => [
      row(1, {}, '2026-06'),
      row(100, {}, '2026-07'),
      withheld({}, '2026-08'),
    ])
    expect(view.drawn?.table.rows).toEqual([
      ['Jul 2026', 100],
      ['Aug 2026', 'Kept private'],
      ['Sep 2026', null],
    ])
    expect(view.drawn?.plot).toMatchObject({ kind: 'trend', form: 'bar' })
  })

  it('by quarter: one row for each, from its own answer', () => {
    const view = shown({ by: ['quarter'], period: { from: '2026-04', to: '2026-09' } }, ({ period }) => [
      row(period.from === '2026-04' ? 5 : 7),
    ])
    expect(view.drawn?.table.rows).toEqual([
      ['Apr – Jun 2026', 5],
      ['Jul – Sep 2026', 7],
    ])
  })

  it('stacks the parts of a sum, and draws rates side by side', () => {
    const rows = () => [row(1, { location: 'Main' }, '2026-07'), row(2, { location: 'Main' }, '2026-08')]
    const by = ['month', 'location'] as const
    expect(shown({ by, period: quarter }, rows).drawn?.plot.kind).toBe('stack')
    const rate = shown({ by, period: quarter, metric: 'no_show_rate' }, rows).drawn
    expect(rate?.plot).toMatchObject({ kind: 'trend', form: 'line' })
    expect(rate?.table.columns.map(({ label }) => label)).toEqual(['Month', 'Main'])
  })

  it('says how many lines a drawing leaves to the table', () => {
    const provider = Array.from({ length: 9 }, (_, index) => `Provider ${String(index)}`)
    const rows = () => provider.map((name) => row(0.1, { provider: name }, '2026-07'))
    const view = shown({ by: ['month', 'provider'], metric: 'no_show_rate', period: quarter }, rows)
    expect(view.drawn?.more).toBe(3)
    expect(view.drawn?.table.columns).toHaveLength(10)
  })

  it('is one row where nothing is split', () => {
    expect(shown({ by: [], period: quarter }, () => [row(300)]).drawn?.table.rows).toEqual([
      ['Jul – Sep 2026', 300],
    ])
  })

  it('says why there is nothing: kept private, no data, not published, one value, owners only', () => {
    const reason = (view: ReturnType<typeof shown>) => (view.state.status === 'none' ? view.state.reason : '')
    expect(reason(shown({ by: [] }, () => [withheld()]))).toMatch(/^Kept private\. /)
    expect(reason(shown({ by: [] }, () => []))).toBe('No data for this period and filter.')
    expect(reason(shown({ by: ['payer', 'provider'] }, () => []))).toContain('groups would be too small')
    const filters = { payer: 'medicare' }
    expect(reason(shown({ by: ['payer'], filters }, () => []))).toBe(
      'Shown for all payers: take the filter away.',
    )
    const owners = exploreView({ practice, state: usual, get: () => ({ status: 'owners' }) })
    expect(reason(owners)).toBe('For owners only. Your link is for viewers.')
  })
})
