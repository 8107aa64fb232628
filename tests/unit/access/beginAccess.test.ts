import { describe, expect, it, vi } from 'vitest'
import type { AccessStore, Kept } from '../../../src/access/accessStore.ts'
import { beginAccess } from '../../../src/access/beginAccess.ts'
import { parseLink, type Link } from '../../../src/access/parseLink.ts'
import { sampleAccess, sampleLink } from './sampleAccess.ts'

const today = '2026-11-22'
const kept: Kept = { access: sampleAccess, words: null }
const words: Link = { kind: 'words', id: '0123456789abcdef' }

/** A store that has kept this, in a tab that waits for these words. */
function storeWith(change: { kept?: Kept; awaited?: string; outcome?: 'forgotten' } = {}) {
  let awaited = change.awaited ?? null
  return {
    keepForTab: vi.fn(() => Promise.resolve(true)),
    remember: () => Promise.resolve(true),
    recall: () => Promise.resolve(change.kept ?? null),
    isRemembered: () => Promise.resolve(false),
    mayRecall: () => change.kept !== undefined,
    awaited: () => awaited,
    awaitWords: (id) => void (awaited = id),
    noteOutcome: () => undefined,
    takeOutcome: () => change.outcome ?? null,
    forget: () => Promise.resolve(true),
  } satisfies AccessStore
}

describe('a page', () => {
  it('opens with the link in its address, and keeps it for the next page of the tab', async () => {
    const store = storeWith({ kept: { access: sampleAccess, words: 'other' }, awaited: words.id })
    const begun = await beginAccess({ link: parseLink(sampleLink('20261122')), store, today })
    const access = { ...sampleAccess, expires: '2026-11-22' }
    expect(begun).toEqual({ kind: 'open', kept: { access, words: null } })
    expect(store.keepForTab).toHaveBeenCalledExactlyOnceWith({ access, words: null })
    expect(store.awaited()).toBeNull()
  })

  it('does not open with a link whose last day is over, from the address or kept', async () => {
    const state = { kind: 'link-expired', day: '2026-11-21' }
    const store = storeWith()
    const link = parseLink(sampleLink('20261121'))
    expect(await beginAccess({ link, store, today })).toEqual({ kind: 'stop', state })
    expect(store.keepForTab).not.toHaveBeenCalled()
    const old = storeWith({ kept: { access: { ...sampleAccess, expires: '2026-11-21' }, words: null } })
    expect(await beginAccess({ link: null, store: old, today })).toEqual({ kind: 'stop', state })
  })

  it('opens nothing at a damaged link, whatever else is in hand', async () => {
    const begun = await beginAccess({ link: { kind: 'damaged' }, store: storeWith({ kept }), today })
    expect(begun).toEqual({ kind: 'stop', state: { kind: 'link-damaged' } })
  })

  it('opens with what was kept, or with nothing', async () => {
    expect(await beginAccess({ link: null, store: storeWith({ kept }), today })).toEqual({
      kind: 'open',
      kept,
    })
    expect(await beginAccess({ link: null, store: storeWith(), today })).toEqual({ kind: 'open', kept: null })
  })

  it('asks for the words of a link in two parts, also after a reload, but not for words it has had', async () => {
    const store = storeWith({ kept })
    expect(await beginAccess({ link: words, store, today })).toEqual(words)
    expect(await beginAccess({ link: null, store, today })).toEqual(words)
    const had = storeWith({ kept: { ...kept, words: words.id } })
    expect(await beginAccess({ link: words, store: had, today })).toMatchObject({ kind: 'open' })
    expect(had.awaited()).toBeNull()
  })

  it('says that a link was forgotten, unless another one is opened', async () => {
    const store = storeWith({ outcome: 'forgotten' })
    expect(await beginAccess({ link: null, store, today })).toEqual({
      kind: 'stop',
      state: { kind: 'forgotten' },
    })
    const begun = await beginAccess({ link: parseLink(sampleLink('0')), store, today })
    expect(begun).toEqual({ kind: 'open', kept })
  })
})
