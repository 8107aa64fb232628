import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, open, pages, test } from './site.ts'

const kept = fileURLToPath(new URL('visual.spec.ts-snapshots/renderer.txt', import.meta.url))

/** What pictures depend on besides the site: the browser's version, and the fonts from which it takes signs. */
async function rendererOf(page: Page): Promise<string> {
  const drawn = await page.evaluate(async () => {
    await document.fonts.ready
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    if (context) context.font = `24px ${getComputedStyle(document.body).fontFamily}`
    context?.fillText('Aa09 ▲▼✓✕⋯≥', 0, 40)
    return canvas.toDataURL()
  })
  const version = page.context().browser()?.version() ?? ''
  return `${version} ${createHash('sha256').update(drawn).digest('hex').slice(0, 16)}\n`
}

/** Pictures of another browser or other fonts cannot be compared. */
async function skipElsewhere(page: Page): Promise<void> {
  const renderer = await rendererOf(page)
  if (['all', 'changed'].includes(test.info().config.updateSnapshots)) writeFileSync(kept, renderer)
  const theirs = existsSync(kept) ? readFileSync(kept, 'utf8') : ''
  test.skip(renderer !== theirs, `the pictures are of another browser or other fonts: ${theirs}`)
}

/**
 * Pictures of every page as it was when somebody last looked at it. A change that is wanted is taken by
 * `npm run test:pages -- visual.spec --update-snapshots`, looked at, and committed. Half the size of the screen: enough to
 * see what moved, is clipped, overlaps or changed its colour, and light in the repository.
 */
const tolerance = { maxDiffPixelRatio: 0.01, threshold: 0.25 }

/** Of the very long pages, what stands first. */
const tallest = 6000

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => document.fonts.ready)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const { width } = page.viewportSize() ?? { width: 0 }
  await page.setViewportSize({ width, height: Math.min(height, tallest) })
  await settled(page)
  await expect(page).toHaveScreenshot(`${name}.png`, {
    ...tolerance,
    scale: 'device',
    animations: 'disabled',
  })
}

/** Each chart is drawn or says why not. */
async function settled(page: Page): Promise<void> {
  const charts = page.locator('.chart')
  const there = charts.filter({ has: page.locator('.recharts-surface, .chart-bars, table, .chart-why') })
  await expect.poll(async () => (await charts.count()) - (await there.count())).toBe(0)
}

for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme, deviceScaleFactor: 0.5 })

      for (const address of pages) {
        const name = address.replace('/', '') || 'overview'
        test(`${name} looks as it did`, async ({ page }) => {
          await page.clock.setFixedTime('2026-11-05T15:00:00Z')
          await open(page, address)
          await skipElsewhere(page)
          await settled(page)
          await picture(page, `${name}-${width}-${colorScheme}`)
        })
      }
    })
  }
}
