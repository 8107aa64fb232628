import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { shareLink } from '../../scripts/share/shareLink.ts'
import { test } from './hosts.ts'
import { holdEngine, idleStatements, reachingStatements, tell } from './pageEngine.ts'
import { attempt, plantedSite } from './plantedSite.ts'
import { expect, figure, open, pages } from './site.ts'
import { printed } from './pdfSheets.ts'

/** Paths of the other origin that the control page reaches: each of them shows that an attempt can succeed. */
const reachable = [
  'fetch',
  'request',
  'beacon',
  'socket',
  'events',
  'image',
  'picture',
  'drawing',
  'script',
  'module',
  'style',
  'background',
  'font',
  'frame',
  'object',
  'embed',
  'video',
  'prefetch',
  'worker',
  'markup',
  'framedMarkup',
  'form',
]

const evaluations = ['eval', 'function', 'timer', 'inline', 'handler', 'link']

/** Brings up everything on a page that shows names: tips of charts, tables, details. */
async function bringUpNames(page: Page): Promise<void> {
  await page.mouse.wheel(0, 4000)
  await page.waitForLoadState('networkidle')
  for (const plot of await page.locator('.chart [role=img]').all()) await plot.hover()
  for (const menu of await page.getByRole('button', { name: /: table and downloads$/ }).all()) {
    await menu.click()
    const table = page.getByRole('button', { name: /: show as a table$/ })
    if ((await table.count()) > 0) await table.click()
  }
  const details = page.locator('.tile button').first()
  if ((await details.count()) > 0) await details.click()
}

/** The first chart's CSV, once the numbers are there. */
async function firstDownload(page: Page): Promise<string> {
  await expect(figure(page, 'net_collections')).toContainText(/\d/)
  await expect(page.locator('[data-state=loading]')).toHaveCount(0)
  await page
    .getByRole('button', { name: /: table and downloads$/ })
    .first()
    .click()
  const button = page.getByRole('button', { name: /download CSV$/ }).first()
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFile(await download.path(), 'utf8')
}

for (const host of ['with headers', 'without headers'] as const) {
  test.describe(`on a host ${host}`, () => {
    test.beforeEach(({ hosts, watch }) => {
      watch.homes.push(hosts[host].address)
    })

    test('no page asks another origin for anything, nor does anything that its policy stops', async ({
      page,
      hosts,
    }) => {
      for (const address of pages) {
        await page.goto(`${hosts[host].address}${address}`)
        await expect(page.locator('html[data-interface=ready]')).toBeAttached()
        await page.mouse.wheel(0, 4000)
        await page.waitForLoadState('networkidle')
      }
    })

    test('whatever a script on the page tries, nothing reaches another origin and no text is run', async ({
      page,
      foreign,
      watch,
    }) => {
      // What the policy stops is told on the console, and asked for as far as a test can see.
      watch.expected = /./
      const site = await plantedSite(host === 'with headers')
      watch.homes.push(site.address)
      await attempt(page, site, foreign)
      // What was stopped counts as a request for the browser's observers.
      watch.foreign.length = 0
      // For a frame the browser opens a line before it looks at the policy, and says nothing over it.
      expect(foreign.asked).toEqual([])
      expect(await page.evaluate(() => window.evaluated)).toEqual([])
      await page.close()
      await site.close()
    })

    for (const address of pages) {
      test(`names that hold markup, scripts, addresses or formulas do nothing: ${address || 'overview'}`, async ({
        page,
        hostile,
        serve,
      }) => {
        await open(page, `${await serve(hostile.bundle, host)}${address}`)
        await expect(page.locator('[data-practice-name]').first()).toHaveText(hostile.labels[0] ?? '')
        await bringUpNames(page)
        expect(await page.evaluate(() => window.evaluated)).toBeUndefined()
        expect(hostile.foreign.connections()).toBe(0)
      })
    }

    test('a name is a value for the engine, and a text for the download', async ({
      page,
      hostile,
      serve,
    }) => {
      const [name = ''] = hostile.labels
      // Neither period nor filter is prepared: the engine is asked.
      const view = `?period=2026-03..2026-09&location=${encodeURIComponent(name)}`
      await open(page, `${await serve(hostile.bundle, host)}${view}`)
      await expect(page.getByRole('combobox', { name: 'Location' })).toHaveValue(name)
      expect(await firstDownload(page)).toContain('"An invented practice')
      expect(hostile.foreign.connections()).toBe(0)
    })

    test('a sealed bundle opens, engine and all, and says on paper and in downloads that it is confidential', async ({
      page,
      sealed,
      serve,
    }) => {
      const address = await serve(sealed.folder, host)
      await open(page, shareLink(address, sealed.owner))
      expect(page.url()).toBe(address)
      await page.getByRole('combobox', { name: 'Location' }).selectOption({ index: 1 })
      await page.getByRole('combobox', { name: 'Payer class' }).selectOption({ index: 1 })
      expect(await firstDownload(page)).toContain('"Confidential:')
      for (const { words } of await printed(page)) expect(words).toContain('Confidential: ')
    })

    test("SQL in the page's own engine reaches nothing, and opens no way to it", async ({
      page,
      hosts,
      foreign,
      watch,
    }) => {
      // The engine's worker logs what it refuses.
      watch.expected = /./
      await holdEngine(page)
      await open(page, `${hosts[host].address}?period=2026-03..2026-09&location=Millbrook`)
      await expect(figure(page, 'net_collections')).toContainText('$')
      expect(await tell(page, 'select 1')).toMatch(/^QUERY_RESULT/)
      for (const statement of reachingStatements) {
        const sql = statement.replaceAll('%', foreign.address)
        expect(await tell(page, sql), sql).toMatch(/^ERROR/)
      }
      for (const statement of idleStatements) await tell(page, statement.replaceAll('%', foreign.address))
      expect(await tell(page, 'load httpfs')).toMatch(/^ERROR/)
      expect(await tell(page, 'select 1')).toMatch(/^QUERY_RESULT/)
      expect(foreign.connections()).toBe(0)
    })

    test("the page's policy binds its engine's worker", async ({ page, hosts, foreign, watch }) => {
      watch.expected = /./
      await open(page, `${hosts[host].address}?period=2026-03..2026-09&location=Millbrook`)
      await expect(figure(page, 'net_collections')).toContainText('$')
      const [worker] = page.workers()
      const outcome = await worker?.evaluate(
        (address) =>
          Promise.allSettled([
            fetch(`${address}worker`, { mode: 'no-cors' }),
            Promise.resolve().then(() =>
              (globalThis as unknown as { importScripts(url: string): void }).importScripts(address),
            ),
            // Later, because what a test itself evaluates is above the policy.
            new Promise((resolve, reject) => {
              setTimeout(() => {
                try {
                  resolve((0, eval)('1'))
                } catch (error) {
                  reject(error instanceof Error ? error : new Error('refused'))
                }
              })
            }),
          ]).then((results) => results.map(({ status }) => status)),
        foreign.address,
      )
      watch.foreign.length = 0
      expect(outcome).toEqual(['rejected', 'rejected', 'rejected'])
      expect(foreign.connections()).toBe(0)
    })
  })
}

test('without the policy the same attempts get through, so that the tests above can fail', async ({
  page,
  foreign,
  watch,
}) => {
  watch.expected = /./
  const site = await plantedSite(false, (html) =>
    html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, ''),
  )
  watch.homes.push(site.address)
  await attempt(page, site, foreign)
  watch.foreign.length = 0
  await expect
    .poll(() => reachable.filter((name) => !foreign.asked.includes(`/${name}`)), { timeout: 10_000 })
    .toEqual([])
  expect(await page.evaluate(() => window.evaluated)).toEqual(expect.arrayContaining(evaluations))
  await page.close()
  await site.close()
})

test('a host that sends headers lets no other page frame the site', async ({
  page,
  hosts,
  foreign,
  watch,
}) => {
  watch.expected = /frame|X-Frame-Options|ERR_BLOCKED/i
  const { address } = hosts['with headers']
  watch.homes.push(address, foreign.address)
  foreign.pages.set('/framing', `<iframe src="${address}"></iframe>`)
  await page.goto(`${foreign.address}framing`)
  const framed = page.frames()[1]
  await expect.poll(() => framed?.url()).toMatch(/^chrome-error:/)
  await expect(page.frameLocator('iframe').locator('.tile')).toHaveCount(0)
})
