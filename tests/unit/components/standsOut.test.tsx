import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../scripts/demo/random.ts'
import { WhatChanged } from '../../../src/components/WhatChanged.tsx'
import { standsOutView } from '../../../src/components/standsOutView.ts'
import { collections } from '../../../src/dashboards/collections.ts'
import { laterQueries, listQueries } from '../../../src/dashboards/laterQueries.ts'
import { overview } from '../../../src/dashboards/overview.ts'
import type { Answer } from '../../../src/hooks/answerStore.ts'
import { monthsOf } from '../../../src/periods/month.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

/** Months between 0.10 and 0.14 of everything, calm ones at each year's end, but for the last ones given. */
function history(last: Readonly<Record<string, number>>): (query: MetricQuery) => Answer {
  return ({ metric, period }) => {
    const random = createRandom(1, metric)
    const rows = monthsOf(period).map((month, at) => {
      const usual = at >= 28 || (at >= 16 && at <= 24) ? 0.12 : 0.1 + 0.04 * random.next()
      const value = month === period.to ? (last[metric] ?? usual) : usual
      return { month, keys: {}, numerator: value, denominator: 1, value }
    })
    return { status: 'ready', rows }
  }
}

const view = (get: (query: MetricQuery) => Answer) => standsOutView(overview, practice, get)

describe('what stands out', () => {
  it('is listed, the largest movement first', () => {
    const shown = view(history({ no_show_rate: 0.3, kept_slot_rate: 0.01, slot_utilisation: 0.9 }))
    const lines = shown.status === 'ready' ? shown.lines : []
    expect(lines.map(({ metric }) => metric)).toEqual(['slot_utilisation', 'no_show_rate', 'kept_slot_rate'])
    expect(lines[1]?.text).toMatch(
      /^30\.0% in Oct 2026, above what is usual for the month \(\d.*% to \d.*%\)$/,
    )
    expect(lines[2]?.text).toContain('below')
    expect(lines[2]?.text).not.toContain('(−')
  })

  it('links to the tile on the page that explains it', () => {
    const markup = renderToStaticMarkup(
      <WhatChanged why={null} view={view(history({ kept_slot_rate: 0.9 }))} root="./" />,
    )
    expect(markup).toContain('href="./schedule/#kept_slot_rate"')
    expect(markup).toContain('3.145')
    expect(
      renderToStaticMarkup(<WhatChanged why={null} view={view(history({ no_show_rate: 0.9 }))} root="./" />),
    ).toContain('href="./schedule/#no_show_rate"')
  })

  it('says so where nothing does', () => {
    const markup = renderToStaticMarkup(<WhatChanged why={null} view={view(history({}))} root="./" />)
    expect(markup).toContain('No number moved beyond its usual range.')
  })

  it('leaves out for viewers what is for owners only', () => {
    const get = history({ staff_cost_rate: 5, no_show_rate: 0.5 })
    const shown = view((query) => (query.metric === 'staff_cost_rate' ? { status: 'owners' } : get(query)))
    expect(shown.status === 'ready' && shown.lines.map(({ metric }) => metric)).toEqual(['no_show_rate'])
  })

  it('waits for all of its answers, and says if one failed', () => {
    expect(view(() => ({ status: 'loading' }))).toEqual({ status: 'loading' })
    expect(view(() => ({ status: 'failed', reason: 'No engine.' }))).toEqual({ status: 'failed' })
  })
})

it('is asked for on the page that lists it, and details on every page', () => {
  const state = { period: { from: '2026-10', to: '2026-10' }, filters: {} }
  expect(listQueries(collections, practice)).toEqual([])
  expect(listQueries(overview, practice).length).toBeGreaterThan(20)
  const metrics = new Set(laterQueries(collections, practice, state).map(({ metric }) => metric))
  expect(metrics).toContain('contractual_adjustments')
})
