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
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => document.fonts.ready)
  const { width } = page.viewportSize() ?? { width: 0 }
  // Else the page would be as tall as any screen that it is given.
  await page.locator('main').evaluate((main) => (main.style.minHeight = '0'))
  // A drawing that comes near the screen may take more or less room than was kept for it.
  await expect(async () => {
    const height = await heightOf(page)
    await page.setViewportSize({ width, height: Math.min(height, tallest) })
    await settled(page)
    expect(await heightOf(page)).toBe(height)
  }).toPass()
  await expect(page).toHaveScreenshot(`${name}.png`, {
    ...tolerance,
    scale: 'device',
    animations: 'disabled',
  })
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('body')?.scrollHeight ?? 0)
}

/** Each chart in the picture is drawn or says why not; those further down wait until they come near the screen. */
async function settled(page: Page): Promise<void> {
  const waiting = () =>
    page.evaluate(
      () =>
        document.querySelectorAll('[aria-busy=true], .progress').length +
        [...document.querySelectorAll('.chart')].filter(
          (chart) =>
            chart.getBoundingClientRect().top < innerHeight &&
            !chart.querySelector('.recharts-surface, .chart-bars, table, .chart-why'),
        ).length,
    )
  await expect.poll(waiting).toBe(0)
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
          await picture(page, `${name}-${width}-${colorScheme}`)
        })
      }
    })
  }
}
