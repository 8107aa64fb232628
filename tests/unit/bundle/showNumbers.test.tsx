// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answers } from '../../../src/bundle/bundle.ts'
import { defaultTiles } from '../../../src/bundle/defaultTiles.ts'
import { nameMoment } from '../../../src/bundle/namePractice.ts'
import type { OpenedPage } from '../../../src/bundle/openPage.ts'
import { showNumbers } from '../../../src/bundle/showNumbers.ts'
import { Tile } from '../../../src/components/Tile.tsx'
import { emptyTile } from '../../../src/components/tileView.ts'
import { dashboardById } from '../../../src/dashboards/dashboards.ts'
import { tileQueries } from '../../../src/dashboards/pageQueries.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { queryKey } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from './samplePractice.ts'

// Before anything is imported, so that what the code does as it loads counts.
const loading = vi.hoisted(() => vi.spyOn(Intl, 'DateTimeFormat'))
const madeOnLoading = loading.mock.calls.length

const metric = metricById('days_in_ar')
const october: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }
const opened: OpenedPage = {
  bundle: {
    manifest: {
      format: 2,
      demo: false,
      sequence: 1,
      syncedAt: new Date().toISOString(),
      expiresAt: null,
      files: [],
    },
    source: new Uint8Array(),
    audience: 'owner',
    has: () => false,
    readJson: () => Promise.reject(new Error('nothing is read')),
    readBytes: () => Promise.reject(new Error('nothing is read')),
  },
  practice,
  headline: null,
  tiles: defaultTiles(dashboardById('overview'), {
    practice,
    answers: answersOf(metric.id, october, 44),
    audience: 'owner',
  }),
  root: './',
}

/** A page's answers that hold one value of one tile in a state. */
function answersOf(id: string, state: PageState, value: number): Answers {
  const rows = [{ month: state.period.to, keys: {}, numerator: value, denominator: 1, value }]
  return { page: 'overview', answers: { [queryKey(tileQueries(id, state).series)]: rows } }
}

/** The same bundle, which has the page's answers where they are asked for. */
function answering(answers: Answers): OpenedPage {
  const bundle = { ...opened.bundle, has: () => true, readJson: <T,>() => Promise.resolve(answers as T) }
  return { ...opened, bundle }
}

const shown = () => document.querySelector('[data-part=value]')?.textContent

const freshness = () => document.querySelector<HTMLElement>('[data-freshness]')?.textContent
const moment = () => document.querySelector<HTMLElement>('[data-synced]')

beforeEach(() => {
  document.body.innerHTML = `<p data-freshness></p>${renderToStaticMarkup(<Tile view={emptyTile(metric)} />)}`
})
afterEach(() => history.replaceState(null, '', '/'))

it('numbers come before anything is formatted by Intl or read of the answers, and the moment of the sync after them, in its place', async () => {
  const dates = vi.spyOn(Intl, 'DateTimeFormat')
  const numbers = vi.spyOn(Intl, 'NumberFormat')
  await showNumbers(opened)
  expect(shown()).toBe('44')
  expect(document.querySelector('[data-part=as-of]')?.textContent).toBe(' · data to Nov 4, 2026')
  expect(freshness()).toMatch(/^Data up to Nov 4, 2026 · synced /)
  expect(moment()?.style.visibility).toBe('hidden')
  expect(madeOnLoading).toBe(0)
  expect(dates).not.toHaveBeenCalled()
  expect(numbers).not.toHaveBeenCalled()

  nameMoment(opened)
  expect(dates).toHaveBeenCalled()
  expect(freshness()).toMatch(
    /^Data up to Nov 4, 2026 · synced [A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d\s[AP]M$/,
  )
  expect(moment()?.style.visibility).toBe('')
})

it('an address that asks for something else has its own numbers first, not the prepared ones', async () => {
  const state = { ...october, filters: { location: 'Main' } }
  history.replaceState(null, '', '/?location=Main')
  await showNumbers(answering(answersOf(metric.id, state, 51)))
  expect(shown()).toBe('51')
})

it.each([
  ['no tiles', null],
  ['tiles, but not this one', []],
])('a bundle with %s is read for its answers', async (_what, tiles) => {
  await showNumbers({ ...answering(answersOf(metric.id, october, 46)), tiles })
  expect(shown()).toBe('46')
})

it('a viewer’s page says of a tile that has no name that it is for owners', async () => {
  const [first] = opened.tiles ?? []
  if (!first) throw new Error('no tile')
  const tile = { ...first, metric: '', label: '', state: 'owners', value: 'For owners only' } as const
  await showNumbers({ ...opened, tiles: [tile] })
  expect(shown()).toBe('For owners only')
  await showNumbers({ ...answering(answersOf(metric.id, october, 47)), tiles: [tile, tile] })
  expect(shown()).toBe('47')
})
