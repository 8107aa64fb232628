import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findFirefox } from '../../scripts/browser/findFirefox.ts'
import { serveSite } from '../../scripts/serve/serveSite.ts'
import { linkOf, test as base } from './sealedSite.ts'
import { expect, open, siteFolder } from './site.ts'

const executablePath = findFirefox()

/** A page of a stock Firefox, driven by the standard protocol; fails the test if the page logs an error. */
const test = base.extend<{ fox: Page }, { firefox: Browser | null }>({
  firefox: [
    async ({}, use) => {
      const browser = executablePath
        ? await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
        : null
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  fox: async ({ firefox }, use) => {
    if (!firefox) throw new Error('No Firefox: the test should have been skipped')
    const context = await firefox.createBrowserContext()
    const fox = await context.newPage()
    const problems: string[] = []
    fox.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) problems.push(message.text())
    })
    fox.on('pageerror', (error) => problems.push(String(error)))
    await fox.setViewport({ width: 390, height: 844 })
    await use(fox)
    await context.close()
    expect(problems).toEqual([])
  },
})

test.skip(!executablePath, 'no Firefox on this machine')

async function openFox(fox: Page, address: string): Promise<void> {
  await fox.goto(address)
  await fox.waitForSelector('html[data-interface=ready]', { timeout: 60_000 })
}

/** What all tiles of a page say, each after its metric's name. */
function tilesOf(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.tile[data-metric]')].map(
    (tile) => `${tile.dataset.metric ?? ''}: ${tile.dataset.state === 'loading' ? '…' : tile.textContent}`,
  )
}

/** The tiles' texts once none of them waits for an answer. */
async function answered(read: () => Promise<string[]>): Promise<string[]> {
  let tiles: string[] = []
  await expect
    .poll(async () => {
      tiles = await read()
      return tiles.filter((text) => text.includes('…')).length
    })
    .toBe(0)
  return tiles
}

test('Firefox shows an owner what Chromium shows, draws it, and has the same numbers for another month or site', async ({
  page,
  fox,
  sealed,
  site,
}) => {
  const link = linkOf(site.address, sealed.owner)
  await open(page, link)
  await openFox(fox, link)
  const tiles = await answered(() => fox.evaluate(tilesOf))
  expect(tiles.length).toBeGreaterThan(8)
  expect(tiles).toEqual(await answered(() => page.evaluate(tilesOf)))
  // Charts are drawn when near the screen.
  await fox.$eval('.chart', (chart) => chart.scrollIntoView())
  await fox.waitForSelector('.chart svg.recharts-surface')

  for (const address of ['collections/?period=2026-08', 'schedule/?location=Millbrook']) {
    await open(page, `${site.address}${address}`)
    await openFox(fox, `${site.address}${address}`)
    const chosen = await answered(() => fox.evaluate(tilesOf))
    expect(chosen.length).toBeGreaterThan(3)
    expect(chosen).toEqual(await answered(() => page.evaluate(tilesOf)))
  }
})

test('Firefox runs the engine: a split that nobody prepared has the same table', async ({
  page,
  fox,
  sealed,
  site,
}) => {
  const link = linkOf(`${site.address}explore/?by=month,payer`, sealed.owner)
  await open(page, link)
  await openFox(fox, link)
  const cellsOf = () => [...document.querySelectorAll('main td')].map((cell) => cell.textContent)
  await expect(page.getByRole('region', { name: 'Result' }).getByRole('table')).toBeVisible()
  await fox.waitForSelector('main td', { timeout: 120_000 })
  const cells = await fox.evaluate(cellsOf)
  expect(cells.length).toBeGreaterThan(40)
  expect(cells).toEqual(await page.evaluate(cellsOf))
})

test('Firefox shows the copy where the site cannot be reached', async ({ fox, sealed }) => {
  const site = await serveSite({ site: siteFolder, bundle: sealed.folder, port: 0 })
  await openFox(fox, linkOf(site.address, sealed.owner))
  await fox.waitForSelector('html[data-offline=ready]', { timeout: 60_000 })
  await fox.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  const tiles = await answered(() => fox.evaluate(tilesOf))
  await site.close()
  await openFox(fox, site.address)
  expect(await answered(() => fox.evaluate(tilesOf))).toEqual(tiles)
  const said = await fox.$$eval('.notice[role=status]', (notices) =>
    notices.map(({ textContent }) => textContent),
  )
  expect(said).toEqual([expect.stringMatching(/^Offline: numbers as of /)])
})
