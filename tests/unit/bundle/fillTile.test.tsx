// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fillTile } from '../../../src/bundle/fillTile.ts'
import { Tile } from '../../../src/components/Tile.tsx'
import { emptyTile, tileView, type TileView } from '../../../src/components/tileView.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { samplePractice as practice } from './samplePractice.ts'

const metric = metricById('days_in_ar')

function view(values: Record<string, number>): TileView {
  return tileView({
    metric,
    practice,
    state: { period: { from: '2026-10', to: '2026-10' }, filters: {} },
    get: () => ({
      status: 'ready',
      rows: Object.entries(values).map(([month, value]) => ({
        month,
        keys: {},
        numerator: 1,
        denominator: 1,
        value,
      })),
    }),
  })
}

function markup(shown: TileView): HTMLElement {
  const place = document.createElement('div')
  place.innerHTML = renderToStaticMarkup(<Tile view={shown} />)
  return place
}

describe('a tile filled before the interface is there', () => {
  it.each([
    ['with numbers', view({ '2026-10': 44, '2026-09': 40, '2026-08': 41, '2025-10': 50 })],
    ['without data', view({})],
  ])('%s looks exactly as the interface will render it', (_, shown) => {
    const place = markup(emptyTile(metric))
    const tile = place.querySelector('article')
    if (!tile) throw new Error('no tile')
    fillTile(tile, shown)
    expect(place.innerHTML).toBe(markup(shown).innerHTML)
  })
})
