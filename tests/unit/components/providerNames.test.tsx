import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress } from '../../../src/bundle/parseAddress.ts'
import type { Practice } from '../../../src/bundle/bundle.ts'
import { ChartPanel } from '../../../src/components/ChartPanel.tsx'
import { chartView } from '../../../src/components/chartView.ts'
import type { ChartInput } from '../../../src/components/drawnChart.ts'
import { FilterBar } from '../../../src/components/FilterBar.tsx'
import { toCsv } from '../../../src/components/toCsv.ts'
import { ViewLine } from '../../../src/components/ViewLine.tsx'
import { merged } from '../../../src/cubes/cube.ts'
import type { Chart } from '../../../src/dashboards/dashboard.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice } from '../bundle/samplePractice.ts'

const aliases = ['Provider 1', 'Provider 2', 'Provider 10']
/** As a viewer has it: providers by number. */
const viewers: Practice = {
  ...samplePractice,
  filters: { ...samplePractice.filters, provider: [...aliases, 'Unmapped'] },
}
/** As an owner has it: in the order of the roster, with their names, one of which reads like an alias. */
const owners: Practice = {
  ...viewers,
  filters: { ...viewers.filters, provider: ['Provider 10', 'Provider 1', 'Provider 2', 'Unmapped'] },
  names: { provider: { 'Provider 1': 'Ada Birch', 'Provider 2': 'Ben Cole', 'Provider 10': 'Provider 1' } },
}
const state: PageState = {
  period: { from: '2026-10', to: '2026-10' },
  filters: { provider: 'Provider 2' },
}
const noShows: Chart = { id: 'b', title: 'B', kind: 'breakdown', metric: 'no_show_rate', by: 'provider' }
const money: Chart = {
  id: 's',
  title: 'S',
  kind: 'stack',
  metric: 'net_collections',
  by: 'provider',
  months: 1,
}

/** Answers are in the order of the text: the tenth before the second. */
const answer: readonly MetricRow[] = ['Provider 1', 'Provider 10', 'Provider 2', merged].map(
  (provider, index) => {
    const keys = { month: '2026-10', keys: { provider }, numerator: null, denominator: null }
    return index === 2 ? { ...keys, value: 0.2 } : { ...keys, value: null, withheld: true }
  },
)
const whole: PageState = { ...state, filters: {} }

function drawn(chart: Chart, practice: Practice, rows = answer) {
  const view = chartView(chart, { practice, state: whole, get: () => ({ status: 'ready', rows }) })
  if (!view.drawn) throw new Error('not drawn')
  return view.drawn
}

function rowNames(practice: Practice) {
  return drawn(noShows, practice).table.rows.map(([name]) => name)
}

function options(practice: Practice): (readonly [value: string, text: string])[] {
  const markup = renderToStaticMarkup(
    <FilterBar practice={practice} state={state} onChange={() => undefined} />,
  )
  const found = [...markup.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)]
  return found
    .map(([, value = '', text = '']) => [value, text] as const)
    .filter(([value]) => /^(Provider|Unmapped)/.test(value))
}

describe('a provider', () => {
  it('is offered by name to an owner, as the roster lists them, and by number to a viewer', () => {
    expect(options(owners)).toEqual([
      ['Provider 10', 'Provider 1'],
      ['Provider 1', 'Ada Birch'],
      ['Provider 2', 'Ben Cole'],
      ['Unmapped', 'Unmapped'],
    ])
    expect(options(viewers)).toEqual([...aliases, 'Unmapped'].map((alias) => [alias, alias]))
  })

  it('is named by the active filter, read aloud too', () => {
    const line = (practice: Practice) =>
      renderToStaticMarkup(
        <ViewLine practice={practice} state={state} onChange={() => undefined} offer={null} />,
      )
    expect(line(owners)).toContain('aria-label="Clear filter: Ben Cole"')
    expect(line(owners)).not.toContain('Provider 2')
    expect(line(viewers)).toContain('aria-label="Clear filter: Provider 2"')
  })

  it('is named in bars, summary, table and download', () => {
    const { plot, summary, table } = drawn(noShows, owners)
    expect(plot).toMatchObject({ bars: [{ label: 'Ben Cole' }] })
    expect(summary).toBe('Oct 2026: Ben Cole, 20.0%.')
    expect(toCsv(table)).toContain('"Ben Cole",0.2')
    expect(JSON.stringify(drawn(noShows, viewers))).not.toMatch(/Birch|Cole/)
    expect(drawn(noShows, viewers).summary).toBe('Oct 2026: Provider 2, 20.0%.')
  })

  it('is named in layers, whose identity stays the alias', () => {
    const { plot, table } = drawn(money, owners)
    expect(plot).toMatchObject({ series: [{ id: 'Provider 2', label: 'Ben Cole' }] })
    expect(table.columns.map(({ label }) => label)).toContain('Ada Birch')
  })

  it('stands without a number where the filters list it: by roster for an owner, by number for a viewer', () => {
    expect(rowNames(owners)).toEqual(['Ben Cole', 'Provider 1', 'Ada Birch', merged])
    expect(rowNames(viewers)).toEqual(['Provider 2', 'Provider 1', 'Provider 10', merged])
  })

  it('is an alias in the address, for everybody', () => {
    expect(formatAddress(state, owners)).toBe('?provider=Provider%202')
    for (const practice of [owners, viewers]) {
      expect(parseAddress('?provider=Provider%202', practice).state.filters).toEqual(state.filters)
      expect(parseAddress('?provider=Ben%20Cole', practice).state.filters).toEqual({})
    }
  })

  it('is said to have a name for owners, below a chart by provider and no other, and not to an owner', () => {
    const foot = (chart: Chart, practice: Practice) => {
      const input: ChartInput = { practice, state: whole, get: () => ({ status: 'ready', rows: answer }) }
      const view = chartView(chart, input)
      return renderToStaticMarkup(
        <ChartPanel chart={chart} view={view} {...input} onRetry={() => undefined} />,
      )
    }
    const byPayer: Chart = { ...noShows, by: 'payer' }
    expect(foot(noShows, viewers)).toContain('Names for owners only')
    expect(foot(noShows, owners)).not.toContain('Names for owners only')
    const edition: Practice = { ...viewers, aliases: { provider: [['Ben Cole', 'Provider 2']] } }
    expect(foot(noShows, edition)).not.toContain('Names for owners only')
    expect(foot(byPayer, viewers)).not.toContain('Names for owners only')
  })
})
