import { describe, expect, it } from 'vitest'
import { quarterOffer } from '../../../src/components/quarterOffer.ts'
import { defineDashboard } from '../../../src/dashboards/defineDashboard.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const october: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: { provider: 'Dr. A' } }
const summer = { from: '2026-07', to: '2026-09' }
const page = defineDashboard({
  id: 'p',
  title: 'P',
  question: 'P?',
  sections: [
    {
      id: 'all',
      question: null,
      tiles: ['no_show_rate', 'accounts_receivable'],
      charts: [
        { id: 'b', title: 'B', kind: 'breakdown', metric: 'net_collections', by: 'provider' },
        {
          id: 'q',
          title: 'Q',
          kind: 'breakdown',
          metric: 'completed_visits',
          by: 'provider',
          quarters: true,
        },
        { id: 't', title: 'T', kind: 'trend', metrics: ['cancellation_rate'], form: 'line', months: 13 },
      ],
    },
  ],
})

/** The page's offer where exactly these metrics are withheld, in every row or in some. */
function offer(metrics: readonly string[], { state = october, beside = [] as readonly MetricRow[] } = {}) {
  const rowOf = ({ metric, period }: MetricQuery): MetricRow => {
    const isWithheld = metrics.includes(metric)
    const value = isWithheld ? null : 1
    const row = { month: period.to, keys: {}, numerator: value, denominator: value, value }
    return isWithheld ? { ...row, withheld: true } : row
  }
  const get = (query: MetricQuery) => ({ status: 'ready' as const, rows: [rowOf(query), ...beside] })
  return quarterOffer(page, { practice, state, get })
}

describe('a page offers the last closed quarter', () => {
  it.each(['no_show_rate', 'net_collections'])('where %s is withheld for the chosen month', (metric) => {
    expect(offer([metric])).toEqual(summer)
  })

  it('not where nothing is withheld, nor while numbers are not there yet', () => {
    expect(offer([])).toBeNull()
    expect(quarterOffer(page, { practice, state: october, get: () => ({ status: 'loading' }) })).toBeNull()
  })

  it('not where it is chosen', () => {
    expect(offer(['no_show_rate'], { state: { ...october, period: summer } })).toBeNull()
  })

  it.each(['accounts_receivable', 'completed_visits', 'cancellation_rate'])(
    'not for %s, which the period does not change',
    (metric) => {
      expect(offer([metric])).toBeNull()
    },
  )

  it('but the last closed month while the running one is shown, whatever is withheld', () => {
    const last = { from: '2026-10', to: '2026-10' }
    for (const period of [
      { from: '2026-11', to: '2026-11' },
      { from: '2026-01', to: '2026-11' },
    ]) {
      expect(offer([], { state: { period, filters: {} } })).toEqual(last)
      expect(offer(['no_show_rate'], { state: { ...october, period } })).toEqual(last)
    }
  })

  it('not for a breakdown of which a part is shown', () => {
    const shown = { keys: { provider: 'Dr. B' }, numerator: 1, denominator: 1, value: 1 }
    expect(offer(['net_collections'], { beside: [shown] })).toBeNull()
  })
})
