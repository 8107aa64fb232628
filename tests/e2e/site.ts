import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { serveSite, type RunningServer } from '../../scripts/serve/serveSite.ts'

/** What went wrong in the page, unasked: errors on the console and requests to another origin. */
export interface Watch {
  readonly problems: string[]
  readonly foreign: string[]
  /** Where the page may ask: the site, or the folder of a host of the test's own. */
  readonly homes: string[]
  /** Errors that a test brings about on purpose. */
  expected: RegExp | null
}

/** The built site with the demo's bundle. */
export const siteFolder = fileURLToPath(new URL('../../dist/', import.meta.url))

/** Every page of the site, by its address. */
export const pages = [
  '',
  'collections/',
  'denials/',
  'schedule/',
  'staffing/',
  'finance/',
  'explore/',
  'data-health/',
  'definitions/',
] as const

/**
 * Serves the site for the worker's lifetime, and fails a test in which the page logged an error or asked
 * another origin for anything.
 */
export const test = base.extend<{ watch: Watch }, { site: RunningServer }>({
  site: [
    // Playwright reads which fixtures are needed from this pattern.
    async ({}, use) => {
      if (!existsSync(`${siteFolder}bundle/manifest.json`)) {
        throw new Error('dist holds no bundle: run npm run demo, then npm run build')
      }
      const site = await serveSite({ site: siteFolder, port: 0 })
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.address),
  watch: [
    async ({ page, site }, use) => {
      const watch: Watch = { problems: [], foreign: [], homes: [site.address], expected: null }
      page.on('console', (message) => {
        const isBlocking = message.text() === 'Service Worker registration blocked by Playwright'
        if (['error', 'warning'].includes(message.type()) && !isBlocking) watch.problems.push(message.text())
      })
      page.on('pageerror', (error) => watch.problems.push(error.message))
      page.on('request', (request) => {
        const url = request.url()
        const atHome = watch.homes.some((home) => url.startsWith(home))
        if (!atHome && !['blob:', 'data:'].includes(new URL(url).protocol)) watch.foreign.push(url)
      })
      await use(watch)
      const { expected } = watch
      expect(watch.foreign).toEqual([])
      expect(watch.problems.filter((text) => !expected?.test(text))).toEqual([])
    },
    { auto: true },
  ],
})

/** Goes to a page and waits until its interface is there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('html[data-interface=ready]')).toBeAttached()
}

/** A metric's tile. */
export function tile(page: Page, metric: string): Locator {
  return page.locator(`[data-metric="${metric}"]`)
}

/** The line that says why a page has no tile of a metric, and of which others for the same reason. */
export function missing(page: Page, metric: string): Locator {
  return page.locator('.missing', { has: page.locator(`[data-missing="${metric}"]`) })
}

/** The line that says why a page does not draw a chart, and which others for the same reason. */
export function missingChart(page: Page, chart: string): Locator {
  return page.locator('.missing', { has: page.locator(`[data-missing-chart="${chart}"]`) })
}

/** The figure that a tile shows. */
export function figure(page: Page, metric: string): Locator {
  return tile(page, metric).locator('[data-part=value]')
}

/** Refuses every request for the engine's files. */
export async function blockEngine(page: Page): Promise<void> {
  await page.route('**/engine/**', (route) => route.abort())
}

export { expect }
