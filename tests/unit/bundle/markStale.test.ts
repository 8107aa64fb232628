// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markStale } from '../../../src/bundle/markStale.ts'
import type { OpenedPage } from '../../../src/bundle/openPage.ts'
import { samplePractice as practice } from './samplePractice.ts'

const syncedAt = '2026-11-01T12:00:00Z'
const hour = 3_600_000

/** What stands at the top of a page some hours after the sync. */
function topAfter(hours: number, demo = false): string | null {
  const opened: OpenedPage = {
    bundle: {
      manifest: { format: 2, demo, sequence: 1, syncedAt, expiresAt: null, files: [] },
      source: new Uint8Array(),
      audience: 'viewer',
      has: () => false,
      readJson: () => Promise.reject(new Error('nothing is read')),
      readBytes: () => Promise.reject(new Error('nothing is read')),
    },
    practice,
    tiles: null,
    headline: null,
    root: '../',
  }
  markStale(opened, Date.parse(syncedAt) + hours * hour)
  return document.querySelector('main > [role=status]:first-child')?.textContent ?? null
}

beforeEach(() => {
  document.body.innerHTML = '<main><p>numbers</p></main>'
})
afterEach(() => {
  delete document.documentElement.dataset.page
})

describe('old numbers', () => {
  it('are left alone for a day and a half', () => {
    expect(topAfter(36)).toBeNull()
  })

  it('are said to be old after that, above everything else, with a way to Data health', () => {
    expect(topAfter(37)).toBe(
      'These numbers are 37 hours old: nothing has been published since Nov 1, 2026, 7:00 AM. What Data health says',
    )
    expect(document.querySelector('a')?.getAttribute('href')).toBe('../data-health/')
  })

  it('are counted in days after two', () => {
    expect(topAfter(100)).toContain('4 days old')
  })

  it('have no way to Data health on Data health itself', () => {
    document.documentElement.dataset.page = 'data-health'
    expect(topAfter(100)).toContain('4 days old')
    expect(document.querySelector('a')).toBeNull()
  })

  it('of the demo are never said to be old', () => {
    expect(topAfter(1000, true)).toBeNull()
  })
})
