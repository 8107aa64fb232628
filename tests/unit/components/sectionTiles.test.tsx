import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SectionTiles } from '../../../src/components/SectionTiles.tsx'
import { emptyTile, type TileView } from '../../../src/components/tileView.ts'
import { metricById } from '../../../src/metrics/metrics.ts'

const view = (metric: string, fields: Partial<TileView>): TileView => ({
  ...emptyTile(metricById(metric)),
  ...fields,
})
const markup = (views: readonly TileView[]): string =>
  renderToStaticMarkup(<SectionTiles views={views} root="../" onOpen={() => undefined} />)
const unavailable = { state: 'unavailable', value: 'Not available', target: 'Needs the Budget tab.' } as const

describe('the tiles of a section', () => {
  it('that cannot be had are one line for each reason, with their definitions', () => {
    const shown = markup([
      view('days_in_ar', { state: 'ready', value: '30' }),
      view('overhead_rate', unavailable),
      view('staff_cost', { state: 'owners', value: 'For owners only', target: 'Your link is for viewers.' }),
      view('margin_rate_12m', unavailable),
    ])
    expect(shown.match(/<article/g)).toHaveLength(1)
    expect(shown.match(/class="missing"/g)).toHaveLength(2)
    expect(shown.replaceAll(/<[^>]+>/g, '')).toContain(
      'Not available: Overhead, Margin before provider and owner pay, rolling 12 months. Needs the Budget tab.',
    )
    expect(shown).toContain('href="../definitions/#staff_cost"')
  })

  it('that wait, have no data or are kept private stay tiles', () => {
    const states = ['loading', 'none', 'withheld'] as const
    const shown = markup(states.map((state) => view('days_in_ar', { state })))
    expect(shown.match(/<article/g)).toHaveLength(3)
    expect(shown).not.toContain('missing')
  })

  it('that failed are one line of names, whatever the reasons: the page says why, once', () => {
    const failed = (target: string) => ({ state: 'failed', value: 'Not computed', target }) as const
    const shown = markup([view('days_in_ar', failed('no engine')), view('overhead_rate', failed('no table'))])
    expect(shown.replaceAll(/<[^>]+>/g, '')).toBe('Not computed: Days in A/R, Overhead.')
  })

  it('are no empty grid where none can be had', () => {
    expect(markup([view('overhead_rate', unavailable)])).not.toContain('class="tiles"')
  })
})
