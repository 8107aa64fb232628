import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { inMenu } from './chartMenu.ts'
import { inaccessible } from './inaccessible.ts'
import { expect, open, test } from './site.ts'

function chartOf(page: Page, title: string): Locator {
  return page.locator('.chart', { has: page.getByRole('heading', { name: title, exact: true }) })
}

test('the arrow keys walk the months of a chart, each is said, and Escape leaves', async ({ page }) => {
  await open(page, 'schedule/')
  const chart = chartOf(page, 'Missed and cancelled')
  await chart.scrollIntoViewIfNeeded()
  const walk = chart.getByRole('application')
  const said = chart.locator('.chart-said')
  await expect(chart.locator('.end-labels')).toContainText('Cancellation')
  await walk.focus()
  await expect(walk).toHaveAccessibleName(/^Missed and cancelled, chart\. Arrow keys/)
  await expect(said).toBeEmpty()
  await page.keyboard.press('End')
  await expect(said).toHaveText(/^Oct 2026: No-show rate \d.*; Cancellation rate \d/)
  await expect(chart.locator('.active-mark')).toHaveCount(1)
  await page.keyboard.press('ArrowLeft')
  await expect(said).toHaveText(/^Sep 2026: /)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(said).toHaveText(/^Nov 2025: /)
  await page.keyboard.press('Escape')
  await expect(said).toBeEmpty()
  // One tab stop, and the next is another chart's.
  await page.keyboard.press('Tab')
  await expect(chart.locator(':focus')).toHaveCount(0)
})

test('a tap on a bar, or Enter on it, filters by it, and one tap takes it back', async ({ page }) => {
  await open(page, 'schedule/')
  const chart = chartOf(page, 'Visits per clinic day by provider')
  await chart.scrollIntoViewIfNeeded()
  await chart.locator('.row-target.pickable').first().click()
  await expect(page).toHaveURL(/\?provider=/)
  const chip = page.getByRole('button', { name: /^Clear filter: / })
  await expect(chip).toBeVisible()
  await page.getByRole('button', { name: 'Show all providers' }).first().click()
  await expect(chip).toHaveCount(0)
  await expect(page).not.toHaveURL(/provider=/)

  await chart.getByRole('application').focus()
  await page.keyboard.press('ArrowDown')
  await expect(chart.locator('.chart-said')).toContainText('Enter shows only this')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?provider=/)
  await chip.click()
  await expect(page).not.toHaveURL(/provider=/)
})

test('merged values are grey, and no filter', async ({ page }) => {
  await open(page, 'schedule/')
  const chart = chartOf(page, 'No-show rate by provider')
  await chart.scrollIntoViewIfNeeded()
  await expect(chart.locator('.row-target')).toHaveCount(6)
  await expect(chart.locator('.row-target.pickable')).toHaveCount(5)
  await expect(chart.locator('.chart-summary')).toContainText('of those shown by themselves')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a chart's picture is light on a ${colorScheme} page, and not blank`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page, 'collections/')
    const title = 'Collection rates'
    const chart = chartOf(page, title)
    await chart.scrollIntoViewIfNeeded()
    await expect(chart.locator('.end-labels')).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      inMenu(chart, title, 'download PNG').then((choice) => choice.click()),
    ])
    expect(download.suggestedFilename()).toBe('collection-rates_2026-10_2026-10.png')
    const picture = await readFile(await download.path())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    const plot = await chart.locator('.chart-body').boundingBox()
    const { width, height, ground, colors, bare } = await decode(page, picture.toString('base64'))
    expect(width).toBe((Math.ceil(plot?.width ?? 0) + 40) * 2)
    expect(height).toBeGreaterThan(2 * (plot?.height ?? 0))
    expect(ground).toBe('255,255,255')
    // Three lines, the ground, the axis and the words at least.
    expect(colors).toBeGreaterThan(20)
    expect(bare).toBeGreaterThan(0.8)
    expect(bare).toBeLessThan(0.99)
  })
}

test('an open menu and a walked chart have nothing that cannot be reached', async ({ page }) => {
  await open(page, 'schedule/')
  await inMenu(chartOf(page, 'Missed and cancelled'), 'Missed and cancelled', 'download PNG')
  expect(await inaccessible(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Missed and cancelled: table and downloads' })).toBeFocused()
})

/** A picture's size in pixels, the colour of its corner, which part of it has that (0-1), and how many colours it has. */
function decode(page: Page, base64: string) {
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    const at = (pixel: number) => data.subarray(pixel * 4, pixel * 4 + 3).join(',')
    const all = Array.from({ length: width * height }, (_, pixel) => at(pixel))
    const bare = all.filter((color) => color === all[0]).length / all.length
    return { width, height, ground: at(0), colors: new Set(all).size, bare }
  }, base64)
}
