import { describe, expect, it } from 'vitest'
import { createAccessStore } from '../../../src/access/accessStore.ts'
import type { Memory } from '../../../src/access/accessStoreParts.ts'
import type { KeyRecord, KeyRecords } from '../../../src/access/keyRecords.ts'
import { tabKeyMs } from '../../../src/access/tabKeeper.ts'
import { hiddenTexts } from '../../helpers/hiddenTexts.ts'
import { sampleAccess } from './sampleAccess.ts'

const kept = { access: sampleAccess, words: null }

/** A browser: its database and its device's memory are shared, each tab has one of its own. */
function browser() {
  const all = new Map<string, KeyRecord>()
  const records: KeyRecords = {
    read: (name) => Promise.resolve(all.get(name) ?? null),
    write: (name, record) => {
      all.set(name, record)
      return Promise.resolve()
    },
    list: () => Promise.resolve([...all].map(([name, { made }]) => ({ name, made }))),
    remove: (names) => {
      for (const name of names) all.delete(name)
      return Promise.resolve()
    },
  }
  const clock = { now: 0 }
  const device = memory()
  const tab = (place = 'https://host/a/', memoryOfTab = memory()) => ({
    memory: memoryOfTab,
    store: createAccessStore({ records, tab: memoryOfTab, device, place, now: () => clock.now }),
  })
  return { all, records, clock, device, tab }
}

function memory(): Memory & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  }
}

describe('a tab', () => {
  it('opens its next page with what it was opened with, and no other tab does', async () => {
    const { tab } = browser()
    const { store, memory: own } = tab()
    expect(store.mayRecall()).toBe(false)
    expect(await store.keepForTab(kept)).toBe(true)
    const next = tab('https://host/a/', own).store
    expect(next.mayRecall()).toBe(true)
    expect(await next.recall()).toEqual(kept)
    expect(await tab().store.recall()).toBeNull()
  })

  it('holds the identity nowhere in clear, and its key cannot be taken out', async () => {
    const { all, tab, device } = browser()
    const { store, memory: own } = tab()
    await store.keepForTab(kept)
    await store.remember(kept)
    const written = [...own.items, ...device.items].join()
    expect(written).not.toContain('AGE-SECRET')
    expect(hiddenTexts(written)).not.toContain('AGE-SECRET')
    expect(hiddenTexts(btoa(`{"access":"${kept.access.identity}"}`))).toContain('AGE-SECRET')
    for (const { key, sealed } of all.values()) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
      expect(new TextDecoder().decode(sealed?.bytes)).not.toContain('AGE-SECRET')
    }
  })

  it('opens nothing after a day, and its key goes with the next one that is kept', async () => {
    const { all, clock, tab } = browser()
    const { store } = tab()
    await store.keepForTab(kept)
    clock.now = tabKeyMs
    expect(await store.recall()).toEqual(kept)
    clock.now = tabKeyMs + 1
    expect(await store.recall()).toBeNull()
    await tab().store.keepForTab(kept)
    expect(all.size).toBe(1)
  })

  it('opens nothing with what was kept for another place of the host', async () => {
    const { tab } = browser()
    const { store, memory: own } = tab()
    await store.keepForTab(kept)
    await store.remember(kept)
    own.setItem('access https://host/b/', own.getItem('access https://host/a/') ?? '')
    const other = tab('https://host/b/', own).store
    expect(await other.recall()).toBeNull()
    await other.forget()
    expect(await store.recall()).toEqual(kept)
  })

  it('waits for the words of one link, and tells an outcome once', () => {
    const { store } = browser().tab()
    store.awaitWords('0123456789abcdef')
    expect(store.awaited()).toBe('0123456789abcdef')
    store.awaitWords(null)
    expect(store.awaited()).toBeNull()
    store.noteOutcome('forgotten')
    expect([store.takeOutcome(), store.takeOutcome()]).toEqual(['forgotten', null])
  })
})

describe('a device', () => {
  it('remembers in every tab, until it forgets', async () => {
    const { all, tab } = browser()
    const { store } = tab()
    await store.keepForTab(kept)
    expect(await store.isRemembered(sampleAccess)).toBe(false)
    expect(await store.remember(kept)).toBe(true)
    expect(await store.isRemembered(sampleAccess)).toBe(true)
    const other = tab()
    expect(other.store.mayRecall()).toBe(true)
    expect(await other.store.recall()).toEqual(kept)

    expect(await other.store.forget()).toBe(true)
    expect(all.size).toBe(0)
    expect(await store.recall()).toBeNull()
    expect(await other.store.recall()).toBeNull()
    expect(other.store.mayRecall()).toBe(false)
  })

  it('does not take one link for another that it remembers', async () => {
    const { store } = browser().tab()
    await store.remember(kept)
    const identity = sampleAccess.identity.replace(/Q$/, 'P')
    expect(await store.isRemembered({ ...sampleAccess, identity })).toBe(false)
  })

  it('that keeps nothing says so and opens nothing', async () => {
    const { device } = browser()
    const refused = () => Promise.reject(new Error('no database'))
    const records: KeyRecords = { read: refused, write: refused, list: refused, remove: refused }
    const store = createAccessStore({ records, tab: memory(), device, place: 'https://host/', now: () => 0 })
    expect(await store.keepForTab(kept)).toBe(false)
    expect(await store.remember(kept)).toBe(false)
    expect(await store.forget()).toBe(false)
    expect(await store.recall()).toBeNull()
  })

  it('opens nothing with a record that was changed', async () => {
    const { all, tab } = browser()
    const { store } = tab()
    await store.remember(kept)
    const [[name, record] = []] = [...all]
    if (!name || !record?.sealed) throw new Error('nothing was kept')
    const bytes = record.sealed.bytes.map((byte, index) => (index === 20 ? byte ^ 1 : byte))
    all.set(name, { ...record, sealed: { ...record.sealed, bytes } })
    expect(await store.recall()).toBeNull()
  })
})
