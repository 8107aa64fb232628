import type { Page } from '@playwright/test'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { expect, open, test } from './site.ts'

/** A page's layout shifts so far, as the browser scores them: 0 for none, below 0.1 is held to be good. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { score: 0 }
    Object.assign(globalThis, { seenShifts: seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.score += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () =>
    page.evaluate(() => (globalThis as unknown as { seenShifts: { score: number } }).seenShifts.score)
}

/** Lets the files of numbers come late, so that their places are seen waiting first. */
async function holdNumbers(page: Page): Promise<void> {
  await page.route('**/bundle/data/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
}

for (const width of [390, 1440]) {
  test(`nothing jumps when the numbers and charts come, at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const shifts = await watchShifts(page)
    await holdNumbers(page)
    for (const { id } of dashboards) {
      await open(page, id === 'overview' ? '' : `${id}/`)
      await expect(page.locator('.charts:not(.to-come) > .chart').first()).toBeAttached()
      expect(await shifts(), id).toBeLessThan(0.05)
    }
  })
}

test('what is on its way has a shape and no text, which is still where motion is not wanted', async ({
  page,
}) => {
  await holdNumbers(page)
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion })
    await page.goto('collections/')
    const value = page.locator('.tile[data-state=loading] [data-part=value]').first()
    await expect(value).toBeVisible()
    await expect(value).toHaveText('')
    await expect(value).toHaveCSS('animation-name', reducedMotion === 'reduce' ? 'none' : 'breathe')
    await expect(page.locator('html[data-interface=ready]')).toBeAttached()
    await expect(page.locator('.to-come, .chart-waiting')).toHaveCount(0)
  }
})

test('while the engine comes, the page stays where it is, and says how far it is', async ({ page }) => {
  let go: () => void = () => undefined
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route('**/engine/**', async (route) => {
    await held
    await route.continue()
  })
  await open(page, 'collections/?period=2026-08..2026-09&location=Millbrook')
  const progress = page.locator('.progress')
  await expect(progress).toBeVisible()
  await expect(progress).toHaveCSS('position', 'fixed')
  await expect(page.locator('.chart-waiting').first()).toBeAttached()
  const top = (await page.locator('.tiles').first().boundingBox())?.y
  go()
  await expect(page.locator('.tile[data-state=loading], .chart-waiting')).toHaveCount(0)
  await expect(progress).toHaveCount(0)
  expect((await page.locator('.tiles').first().boundingBox())?.y).toBe(top)
})
