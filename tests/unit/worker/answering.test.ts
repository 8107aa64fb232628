import { afterEach, describe, expect, it, vi } from 'vitest'
import { answering } from '../../../src/worker/answering.ts'
import { cacheNames } from '../../../src/worker/cacheNames.ts'
import type { SiteFiles } from '../../../src/worker/siteFiles.ts'
import type { AskedEvent } from '../../../src/worker/workerScope.ts'

const root = 'https://host.example/practice/'
const site: SiteFiles = {
  version: 'v1',
  pages: { '': 'a', 'schedule/': 'b' },
  files: { '_astro/page.js': 'c' },
  engine: ['engine/duckdb.wasm.gz'],
}

/** Caches in memory: by name and address. */
function stubCaches(held: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  vi.stubGlobal('caches', {
    keys: () => Promise.resolve(Object.keys(held)),
    match: (url: string, { cacheName }: { cacheName: string }) => {
      const text = held[cacheName]?.[url]
      return Promise.resolve(text === undefined ? undefined : new Response(text))
    },
  })
}

/** What the worker answers to a page or a file that is asked for; null where it leaves it to the browser. */
async function answerTo(address: string, mode = 'cors', method = 'GET'): Promise<Response | null> {
  const request = { url: new URL(address, root).href, mode, method } as Request
  const event: AskedEvent = { request, waitUntil: () => undefined, respondWith: () => undefined }
  return answering(root, site)(event)
}

const names = cacheNames(root)
const shell = { [names.shell('v1')]: { [root]: 'kept page', [`${root}_astro/page.js`]: 'kept script' } }

function online(text: string, status = 200): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status })))
}

function offline(): void {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the worker', () => {
  it('leaves to the browser what it does not know by name', async () => {
    stubCaches(shell)
    online('network')
    for (const address of [
      'https://other.example/',
      'https://host.example/',
      'https://host.example/practice2/',
      'bundle/keys/abc.age',
      'worker.js',
      'toString',
      '_astro/other.js',
    ])
      expect(await answerTo(address), address).toBeNull()
    expect(await answerTo('unknown/', 'navigate')).toBeNull()
    expect(await answerTo('constructor', 'navigate')).toBeNull()
    expect(await answerTo('', 'navigate', 'POST')).toBeNull()
  })

  it('shows pages from the network, and kept ones where it is silent, in trouble or late', async () => {
    stubCaches(shell)
    online('new page')
    expect(await (await answerTo('', 'navigate'))?.text()).toBe('new page')
    online('trouble', 503)
    expect(await (await answerTo('', 'navigate'))?.text()).toBe('kept page')
    offline()
    const asked = 'index.html?period=2026-09#v1.AGE-SECRET-KEY'
    expect(await (await answerTo(asked, 'navigate'))?.text()).toBe('kept page')
    await expect(answerTo('schedule/', 'navigate')).rejects.toThrow('no network')
    vi.useFakeTimers()
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    const late = answerTo('', 'navigate')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await (await late)?.text()).toBe('kept page')
  })

  it('shows what is named by its contents as it was kept', async () => {
    stubCaches(shell)
    online('network')
    expect(await (await answerTo('_astro/page.js'))?.text()).toBe('kept script')
    expect(await (await answerTo('engine/duckdb.wasm.gz'))?.text()).toBe('network')
    offline()
    expect((await answerTo('engine/duckdb.wasm.gz'))?.status).toBe(204)
  })

  it('never shows a kept manifest: that is for the page, which verifies it', async () => {
    const copy = names.bundle(7, 'f'.repeat(64))
    stubCaches({ [copy]: { [`${root}bundle/manifest.json`]: 'kept', [`${root}bundle/data/x.age`]: 'pack' } })
    online('network')
    expect(await (await answerTo('bundle/data/x.age'))?.text()).toBe('network')
    offline()
    expect((await answerTo('bundle/manifest.json'))?.status).toBe(204)
    expect((await answerTo('heartbeat.json'))?.status).toBe(204)
    expect(await (await answerTo('bundle/data/x.age'))?.text()).toBe('pack')
    expect((await answerTo('bundle/data/y.age'))?.status).toBe(204)
  })
})

describe('cacheNames(root)', () => {
  it('keeps sites in other folders apart, and knows a bundle by its sequence', () => {
    expect(names.sequenceOf(names.bundle(12, 'ab'))).toBe(12)
    expect(names.sequenceOf(names.engine)).toBeNull()
    expect(cacheNames('https://host.example/').sequenceOf(names.bundle(12, 'ab'))).toBeNull()
    expect(names.engine.startsWith(cacheNames('https://host.example/').all)).toBe(false)
  })
})
