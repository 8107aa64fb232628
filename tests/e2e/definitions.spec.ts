import type { Page } from '@playwright/test'
import { metrics } from '../../src/metrics/metrics.ts'
import { inaccessible } from './inaccessible.ts'
import { expect, open, test } from './site.ts'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Find a number' })
const shown = (page: Page) => page.locator('.metric-entry:visible')

test('a number is found by its abbreviation, by keyboard alone, and opened', async ({ page }) => {
  await open(page, 'definitions/')
  await field(page).focus()
  await page.keyboard.type('dar')
  await expect(page.getByRole('status')).toHaveText('1 number')
  await expect(shown(page)).toHaveCount(1)
  const entry = page.locator('#days_in_ar')
  await expect(entry.getByText('Formula')).toBeHidden()
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if (await entry.locator('summary').evaluate((summary) => summary === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(entry.getByText('Formula')).toBeVisible()
  expect(await inaccessible(page)).toEqual([])
})

test('a search says that nothing is called so, and cleared shows all again', async ({ page }) => {
  await open(page, 'definitions/')
  await field(page).fill('zebra')
  await expect(page.getByRole('status')).toHaveText('No number is called so.')
  await expect(shown(page)).toHaveCount(0)
  await field(page).fill('')
  expect(await shown(page).count()).toBeGreaterThanOrEqual(metrics.length)
})

test('an address with a number opens it, and another one on the same page too', async ({ page }) => {
  await open(page, 'definitions/#days_in_ar')
  await expect(page.locator('#days_in_ar').getByText('Formula')).toBeVisible()
  await expect(page.locator('#days_in_ar')).toBeInViewport()
  await page.evaluate(() => (location.hash = 'no_show_rate'))
  await expect(page.locator('#no_show_rate').getByText('Formula')).toBeVisible()
  await expect(page.locator('#no_show_rate')).toBeInViewport()
})

test('a phone has all of them on a page that can be scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'definitions/')
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(height / metrics.length).toBeLessThan(160)
})

test('without scripts each entry can still be opened', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.address}definitions/`)
  await expect(field(page)).toBeHidden()
  await page.locator('#days_in_ar summary').click()
  await expect(page.locator('#days_in_ar').getByText('Formula')).toBeVisible()
  await context.close()
})
