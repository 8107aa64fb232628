import type { Page } from '@playwright/test'
import { expect, open, pages, test } from './site.ts'

/** The color of text, which follows the scheme. */
const ink = (page: Page) => page.evaluate(() => getComputedStyle(document.body).color)

test('the reader’s colors hold on every page and after a reload, and go back to the device’s', async ({
  page,
  watch,
}) => {
  // The page that is not there.
  watch.expected = /404/
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '')
  const light = await ink(page)
  await page.getByRole('radio', { name: 'Dark' }).check()
  const dark = await ink(page)
  expect(dark).not.toBe(light)
  for (const address of pages) {
    await open(page, address)
    expect(await ink(page), address).toBe(dark)
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  }
  await page.goto('no-such-page/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await ink(page)).toBe(dark)

  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
  await page.emulateMedia({ media: 'screen' })

  await open(page, '')
  await page.getByRole('radio', { name: 'As device' }).check()
  expect(await ink(page)).toBe(light)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('the switch is in a phone’s menu, and works where the browser keeps nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('refused')
      },
    })
  })
  await open(page, '')
  const dark = await ink(page)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('radio', { name: 'Light' }).check()
  expect(await ink(page)).not.toBe(dark)
})
