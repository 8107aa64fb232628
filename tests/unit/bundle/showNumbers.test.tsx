// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it, vi } from 'vitest'
import { nameMoment, showNumbers } from '../../../src/bundle/showNumbers.ts'
import type { OpenedPage } from '../../../src/bundle/openPage.ts'
import { Tile } from '../../../src/components/Tile.tsx'
import { emptyTile } from '../../../src/components/tileView.ts'
import { tileQueries } from '../../../src/dashboards/pageQueries.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { queryKey } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from './samplePractice.ts'

// Before anything is imported, so that what the code does as it loads counts.
const loading = vi.hoisted(() => vi.spyOn(Intl, 'DateTimeFormat'))
const madeOnLoading = loading.mock.calls.length

const metric = metricById('days_in_ar')
const { series } = tileQueries(metric.id, { period: { from: '2026-10', to: '2026-10' }, filters: {} })
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
    audience: 'owner',
    has: () => false,
    readJson: () => Promise.reject(new Error('nothing is read')),
    readBytes: () => Promise.reject(new Error('nothing is read')),
  },
  practice,
  prepared: {
    page: 'overview',
    answers: {
      [queryKey(series)]: [{ month: '2026-10', keys: {}, numerator: 44, denominator: 1, value: 44 }],
    },
  },
  root: './',
}

const freshness = () => document.querySelector<HTMLElement>('[data-freshness]')?.textContent
const moment = () => document.querySelector<HTMLElement>('[data-synced]')

beforeAll(() => {
  document.body.innerHTML = `<p data-freshness></p>${renderToStaticMarkup(<Tile view={emptyTile(metric)} />)}`
})

it('numbers come before any date is formatted by Intl, and the moment of the sync after them, in its place', () => {
  const dates = vi.spyOn(Intl, 'DateTimeFormat')
  showNumbers(opened)
  expect(document.querySelector('[data-part=value]')?.textContent).toBe('44')
  expect(freshness()).toMatch(/^Data up to Nov 4, 2026 · synced /)
  expect(moment()?.style.visibility).toBe('hidden')
  expect(madeOnLoading).toBe(0)
  expect(dates).not.toHaveBeenCalled()

  nameMoment(opened)
  expect(dates).toHaveBeenCalled()
  expect(freshness()).toMatch(
    /^Data up to Nov 4, 2026 · synced [A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d\s[AP]M$/,
  )
  expect(moment()?.style.visibility).toBe('')
})
