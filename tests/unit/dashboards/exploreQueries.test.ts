import { describe, expect, it } from 'vitest'
import { explorePeriod, exploreQueries } from '../../../src/dashboards/exploreQueries.ts'
import { defaultExplore, type ExploreState } from '../../../src/dashboards/exploreState.ts'
import { pageQueries } from '../../../src/dashboards/pageQueries.ts'
import { overview } from '../../../src/dashboards/overview.ts'
import { defaultState } from '../../../src/dashboards/preparedStates.ts'
import { queryKey } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const usual = defaultExplore(practice)
const asked = (change: Partial<ExploreState>) => exploreQueries({ ...usual, ...change }, practice)

describe('what Explore asks', () => {
  it('first is what the overview has prepared', () => {
    const prepared = pageQueries(overview, practice, defaultState(practice)).map(queryKey)
    expect(asked({}).map(({ query }) => prepared.includes(queryKey(query)))).toEqual([true])
  })

  it('by month, of more than two years, is all of them', () => {
    const period = { from: '2023-11', to: '2026-10' }
    expect(asked({ period }).map(({ query }) => query.period)).toEqual([period])
  })

  it('by quarter is each closed quarter that the period touches, and no part of one', () => {
    const quarters = asked({ by: ['quarter', 'payer'] }).map(({ period }) => `${period.from}..${period.to}`)
    expect(quarters).toEqual(['2025-10..2025-12', '2026-01..2026-03', '2026-04..2026-06', '2026-07..2026-09'])
  })

  it('leaves out a quarter that began before the data', () => {
    const quarters = asked({ by: ['quarter'], period: { from: '2023-11', to: '2024-03' } })
    expect(quarters.map(({ period }) => period.from)).toEqual(['2024-01'])
  })

  it('of tables that have quarters alone is about whole quarters', () => {
    const state: ExploreState = { ...usual, metric: 'no_show_rate_by_day_part', by: ['weekday', 'day_part'] }
    expect(explorePeriod(state, practice)).toEqual({ from: '2025-10', to: '2026-09' })
    expect(explorePeriod({ ...usual, by: ['payer'] }, practice)).toEqual(usual.period)
  })
})
