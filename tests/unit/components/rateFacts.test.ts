import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/bundle/bundle.ts'
import { boundText } from '../../../src/components/boundText.ts'
import { tileDetailsView } from '../../../src/components/tileDetailsView.ts'
import { tileView, type TileInput } from '../../../src/components/tileView.ts'
import { collections } from '../../../src/dashboards/collections.ts'
import { cohortMetrics } from '../../../src/dashboards/cohortMetrics.ts'
import { detailQueries } from '../../../src/dashboards/laterQueries.ts'
import { pageQueries } from '../../../src/dashboards/pageQueries.ts'
import { seriesQuery } from '../../../src/dashboards/seriesQuery.ts'
import { boundNotes } from '../../../src/hooks/loadBoundNotes.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { addMonths } from '../../../src/periods/month.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../../../src/queries/metricQuery.ts'
import { chartView } from '../../../src/components/chartView.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { state, withheld } from './sampleCharts.ts'

const { to } = state.period
const months = Array.from({ length: 25 }, (_, at) => addMonths(to, at - 24))
const shares = [0.2, 0.5, 0.7, 0.8, 0.9]
const bound = 'net_collection_rate_12m_as_contractual'
const filtered = { ...state, filters: { provider: 'Dr. C' } }

/** The rates are 90%; the other bound as given; months are paid alike, so far as they are. */
function rowsOf(metric: string, other: number | 'withheld' | null): MetricRow[] {
  const age = (cohortMetrics as readonly string[]).indexOf(metric)
  return months.flatMap((month, at): MetricRow[] => {
    if (metric === bound && other === null) return []
    if (metric === bound && other === 'withheld') return [withheld({}, month)]
    const value =
      metric === bound ? Number(other) : age < 0 ? 0.9 : (shares[Math.min(age, months.length - 1 - at)] ?? 0)
    return [{ month, keys: {}, numerator: 100_000 * value, denominator: 100_000, value }]
  })
}

function input(metric: string, other: number | 'withheld' | null, at = state): TileInput {
  const get = (query: MetricQuery) => ({ status: 'ready', rows: rowsOf(query.metric, other) }) as const
  return { metric: metricById(metric), practice, state: at, get }
}

function textsOf(given: TileInput, label: string): readonly string[] | undefined {
  return tileDetailsView(given).facts.find((fact) => fact.label === label)?.texts
}

describe('the bounds of a net collection rate', () => {
  const label = 'Low and high bound'

  it('are told of the rolling rate, with what they mean', () => {
    expect(textsOf(input('net_collection_rate_12m', 0.94), label)).toEqual([
      '90.0% to 94.0% while adjustments are uncategorized',
      expect.stringContaining('High: all of them do.'),
    ])
  })

  it('begin with the lower one where reversals outweigh', () => {
    const row = { month: to, keys: {}, numerator: 1, denominator: 1, value: 0.85 }
    expect(boundText(0.9, row)).toBe('85.0% to 90.0%')
  })

  it('are not there where nothing is uncategorized, and in no filtered state', () => {
    for (const metric of ['net_collection_rate', 'net_collection_rate_12m']) {
      expect(textsOf(input(metric, null), label)).toBeUndefined()
      expect(textsOf(input(metric, 0.94, filtered), label)).toBeUndefined()
    }
    expect(textsOf(input('days_in_ar', 0.94), label)).toBeUndefined()
    expect(detailQueries('days_in_ar', practice, state).map(({ metric }) => metric)).not.toContain(bound)
  })

  it('kept private are said to be, without a number', () => {
    const texts = textsOf(input('net_collection_rate_12m', 'withheld'), label)
    expect(texts).toEqual([expect.stringMatching(/^Some .* kept private\.$/)])
    expect(texts?.join('')).not.toMatch(/\d/)
  })

  it('of the matched rate: that it is the low one, and where the high one is', () => {
    for (const other of [0.94, 'withheld'] as const) {
      const texts = textsOf(input('net_collection_rate', other), label) ?? []
      expect(texts.join(' ')).toContain('lower than it is')
      expect(texts.join(' ')).not.toMatch(/%/)
    }
  })

  it("stand in the chart's sentence, which is drawn without them", () => {
    const chart = collections.charts.find(({ id }) => id === 'collection-rates')
    if (chart === undefined) throw new Error('no chart')
    const view = (other: number | null) => chartView(chart, input('net_collection_rate', other)).drawn
    const sentence =
      'Net collection rate, rolling 12 months: 90.0% to 94.0% while adjustments are uncategorized.'
    expect(view(0.94)?.summary).toContain(sentence)
    expect(view(null)?.summary).not.toContain('uncategorized')
    expect(view(0.94)?.plot).toEqual(view(null)?.plot)
    const asked = (at: typeof state) => pageQueries(collections, practice, at).map(({ metric }) => metric)
    expect(asked(state)).toContain(bound)
    expect(asked(filtered)).not.toContain(bound)
  })

  it('are a note on Data health, of the month that pages open with', () => {
    const notes = (other: number | 'withheld' | null) => {
      const answers: Answers['answers'] = Object.fromEntries(
        ['net_collection_rate_12m', bound].map((metric) => [
          queryKey(seriesQuery(metric, state)),
          rowsOf(metric, other),
        ]),
      )
      return boundNotes(answers, practice)
    }
    expect(notes(0.94)).toEqual([expect.stringContaining('Oct 2026: 90.0% to 94.0%.')])
    expect(notes(0.94).join(' ')).not.toContain('Map')
    expect(notes('withheld')).toEqual([expect.stringContaining('kept private')])
    expect(notes(null)).toEqual([])
    expect(boundNotes({}, practice)).toEqual([])
  })
})

describe('the estimate of the matched net collection rate', () => {
  const label = 'Estimate at 120 days'

  it('stands in its details with its range, and never in its tile', () => {
    const given = input('net_collection_rate', null)
    expect(textsOf(given, label)).toEqual([
      expect.stringMatching(/^90\.0% \(90\.0% to 90\.0%\) for \w{3} \d{4}$/),
      expect.stringMatching(/^An estimate by chain ladder/),
    ])
    expect(JSON.stringify(tileView(given)).toLowerCase()).not.toContain('estimate')
    expect(detailQueries('net_collection_rate', practice, state).map(({ metric }) => metric)).toEqual(
      expect.arrayContaining([...cohortMetrics]),
    )
  })

  it('is of no final month, no longer period, no filtered state and no other rate', () => {
    const final = { ...state, period: { from: '2026-05', to: '2026-05' } }
    const quarter = { ...state, period: { from: '2026-08', to: '2026-10' } }
    for (const at of [final, quarter, filtered]) {
      expect(textsOf(input('net_collection_rate', null, at), label)).toBeUndefined()
    }
    expect(textsOf(input('net_collection_rate_12m', null), label)).toBeUndefined()
  })
})
