// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { markStale } from '../../../src/bundle/markStale.ts'
import type { Bundle } from '../../../src/bundle/openBundle.ts'

const syncedAt = '2026-11-01T11:00:00Z'
const hour = 3_600_000

const bundle = (demo: boolean): Bundle => ({
  manifest: { format: 1, demo, syncedAt, files: [] },
  has: () => false,
  readJson: () => Promise.reject(new Error('nothing is read')),
  readBytes: () => Promise.reject(new Error('nothing is read')),
})

/** What the freshness line says some hours after the sync, if the schedule's heartbeat is `answer`. */
async function lineAfter(hours: number, { demo = false, answer = 'null', status = 200 } = {}) {
  const ask = vi.fn(() => Promise.resolve(new Response(answer, { status })))
  vi.stubGlobal('fetch', ask)
  await markStale({ bundle: bundle(demo), root: '../' }, Date.parse(syncedAt) + hours * hour)
  return { line: document.querySelector('p')?.textContent, asked: ask.mock.calls.length }
}

const beat = (hoursAfterSync: number, ok: boolean) =>
  JSON.stringify({ time: new Date(Date.parse(syncedAt) + hoursAfterSync * hour).toISOString(), ok })

beforeEach(() => {
  document.body.innerHTML = '<p data-freshness>Data up to Oct 31, 2026</p>'
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the freshness line', () => {
  it('is left alone for two days, and nobody is asked', async () => {
    expect(await lineAfter(48)).toEqual({ line: 'Data up to Oct 31, 2026', asked: 0 })
  })

  it('is marked after two days, with a way to Data health', async () => {
    expect(await lineAfter(49)).toEqual({ line: 'Data up to Oct 31, 2026 ·\u00a02 days old', asked: 1 })
    expect(document.querySelector('a')?.getAttribute('href')).toBe('../data-health/')
  })

  it('is left alone if the schedule ran and found nothing new', async () => {
    expect((await lineAfter(100, { answer: beat(99, true) })).line).toBe('Data up to Oct 31, 2026')
  })

  it.each([
    ['failed', { answer: beat(99, false) }],
    ['stopped, though its last run was fine', { answer: beat(60, true) }],
    ['cannot be read', { answer: '<h1>No such page</h1>' }],
    ['is not there', { answer: '', status: 404 }],
  ])('is marked if the schedule %s', async (_, heartbeat) => {
    expect((await lineAfter(100, heartbeat)).line).toContain('4 days old')
  })

  it('of the demo is never marked, and nobody is asked', async () => {
    expect(await lineAfter(1000, { demo: true })).toEqual({ line: 'Data up to Oct 31, 2026', asked: 0 })
  })

  it('that a page does not have is not asked about', async () => {
    document.body.innerHTML = ''
    expect(await lineAfter(1000)).toEqual({ line: undefined, asked: 0 })
  })
})
