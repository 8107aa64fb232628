import type { Page } from '@playwright/test'
import { expect } from './site.ts'

/** An address in the browser's caches, and what is kept for it, a letter for each byte. */
export interface KeptAnswer {
  readonly cache: string
  readonly url: string
  readonly body: string
}

/** Waits until the page has kept its copy, and the worker that shows it has taken over. */
export async function isKept(page: Page, what: 'ready' | 'engine' = 'ready'): Promise<void> {
  await expect(page.locator(`html[data-offline=${what}]`)).toBeAttached()
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** Everything in the browser's caches. */
export async function keptAnswers(page: Page): Promise<KeptAnswer[]> {
  return page.evaluate(async () => {
    const kept: KeptAnswer[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        const bytes = new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer())
        const body = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
        kept.push({ cache: name, url: request.url, body })
      }
    }
    return kept
  })
}

/** Changes what the caches hold for the first address that ends so: a letter for each byte. */
export async function changeKept(page: Page, end: string, change: 'cut' | 'flip'): Promise<void> {
  await page.evaluate(
    async ({ end, change }) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        const request = (await cache.keys()).find(({ url }) => url.endsWith(end))
        if (!request) continue
        const bytes = new Uint8Array((await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer())
        const middle = Math.floor(bytes.length / 2)
        bytes[middle] = (bytes[middle] ?? 0) ^ 1
        await cache.put(request, new Response(change === 'cut' ? bytes.slice(0, middle) : bytes))
        return
      }
      throw new Error('nothing of the kind is kept')
    },
    { end, change },
  )
}

/** What the page's tiles say, in their order. */
export async function figures(page: Page): Promise<string[]> {
  return page.locator('.tile [data-part=value]').allTextContents()
}
