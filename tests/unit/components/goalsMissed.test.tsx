import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { goalsMissedView } from '../../../src/components/goalsMissedView.ts'
import { NeedsAttention } from '../../../src/components/NeedsAttention.tsx'
import { overview } from '../../../src/dashboards/overview.ts'
import type { Answer } from '../../../src/hooks/answerStore.ts'
import type { Goal } from '../../../src/metrics/goal.ts'
import { monthsOf } from '../../../src/periods/month.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { samplePractice } from '../bundle/samplePractice.ts'

const { lastClosed } = samplePractice.months

const goal = (metric: string, target: number, fields: Partial<Goal> = {}): Goal => ({
  metric,
  scope: 'practice',
  scopeId: null,
  target,
  lowerOk: null,
  upperOk: null,
  from: '2020-01',
  source: null,
  ...fields,
})

/** The values of the months that end with the last closed one. */
function series(
  values: Readonly<Record<string, readonly (number | null)[]>>,
): (query: MetricQuery) => Answer {
  return ({ metric, period }) => {
    const own = values[metric] ?? []
    const months = monthsOf(period)
    const rows = months.map((month, at) => {
      const value = own[own.length - (months.length - at)] ?? null
      return { month, keys: {}, numerator: value, denominator: 1, value }
    })
    return { status: 'ready', rows }
  }
}

const view = (targets: readonly Goal[], get: (query: MetricQuery) => Answer) =>
  goalsMissedView(overview, { ...samplePractice, targets: [...targets] }, get)
const missed = (targets: readonly Goal[], get: (query: MetricQuery) => Answer) => {
  const shown = view(targets, get)
  return shown.status === 'ready' ? shown.lines.map(({ metric }) => metric) : [shown.status]
}

describe('goals missed twice', () => {
  const noShows = goal('no_show_rate', 0.05, { upperOk: 0.07 })

  it('are those missed in both of the last two closed months', () => {
    const of = (...values: (number | null)[]) => missed([noShows], series({ no_show_rate: values }))
    expect(of(0.08, 0.09)).toEqual(['no_show_rate'])
    expect(of(0.06, 0.051)).toEqual(['no_show_rate'])
    expect(of(0.09, 0.05)).toEqual([])
    expect(of(0.05, 0.09)).toEqual([])
    expect(of(0.09, 0.09, 0.04)).toEqual([])
    expect(of(0.09, null)).toEqual([])
    expect(of(null, 0.09)).toEqual([])
  })

  it('stand first where they are beyond the amber band, with their values, goal and page', () => {
    const targets = [noShows, goal('kept_slot_rate', 0.9, { lowerOk: 0.8 })]
    const shown = view(targets, series({ no_show_rate: [0.06, 0.06], kept_slot_rate: [0.7, 0.75] }))
    const lines = shown.status === 'ready' ? shown.lines : []
    expect(lines.map(({ metric }) => metric)).toEqual(['kept_slot_rate', 'no_show_rate'])
    expect(lines[1]?.text).toMatch(/^6\.0% in \w{3} \d{4}, 6\.0% in \w{3} \d{4}\. Goal ≤ 5\.0%$/)
    expect(renderToStaticMarkup(<NeedsAttention view={shown} root="./" />)).toContain(
      'href="./schedule/#kept_slot_rate"',
    )
  })

  it('are held to the goal of each month, of the practice alone, and not to benchmarks', () => {
    const values = series({ no_show_rate: [0.06, 0.06] })
    expect(
      missed(
        [
          { ...noShows, target: 0.07 },
          { ...noShows, from: lastClosed },
        ],
        values,
      ),
    ).toEqual([])
    expect(missed([{ ...noShows, scope: 'provider', scopeId: 'Ada Birch' }], values)).toEqual([])
    expect(missed([], series({ no_show_rate: [0.9, 0.9] }))).toEqual([])
  })

  it('are not those of months that still mature', () => {
    const targets = [goal('net_collection_rate', 0.95)]
    const early = series({ net_collection_rate: [...Array.from({ length: 12 }, () => 0.99), 0.2, 0.1] })
    expect(missed(targets, early)).toEqual([])
  })

  it('says so where there are none, or no goals', () => {
    const markup = (targets: readonly Goal[], values: number[]) =>
      renderToStaticMarkup(
        <NeedsAttention view={view(targets, series({ no_show_rate: values }))} root="./" />,
      )
    expect(markup([noShows], [0.01, 0.01])).toContain('No goal was missed twice in a row.')
    expect(markup([], [0.9, 0.9])).toContain('No number has a goal and two final months.')
  })

  it('leaves out for viewers what is for owners only, waits, and says if an answer failed', () => {
    expect(missed([goal('staff_cost_rate', 0.2)], () => ({ status: 'owners' }))).toEqual([])
    expect(missed([noShows], () => ({ status: 'loading' }))).toEqual(['loading'])
    expect(missed([noShows], () => ({ status: 'failed', reason: 'No engine.' }))).toEqual(['failed'])
  })
})
