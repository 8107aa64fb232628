import type { Page } from '@playwright/test'
import { inaccessible } from './inaccessible.ts'
import { expect, open, test } from './site.ts'

/** What a person can open on a page: how, and what is there then. */
const opened: Readonly<
  Record<string, { address: string; narrow?: true; open: (page: Page) => Promise<void> }>
> = {
  'the filters of a phone': {
    address: 'schedule/',
    narrow: true,
    open: async (page) => {
      await page.getByRole('button', { name: 'Filters' }).click()
      await expect(page.getByRole('combobox', { name: 'Payer class' })).toBeVisible()
    },
  },
  'the menu of a phone': {
    address: '',
    narrow: true,
    open: async (page) => {
      await page.getByRole('button', { name: 'Menu' }).click()
      await expect(page.getByRole('radio', { name: 'Dark' })).toBeVisible()
    },
  },
  'the details of a tile': {
    address: '',
    open: async (page) => {
      await page.getByRole('button', { name: 'Net collections', exact: true }).click()
      await expect(page.getByRole('dialog')).toContainText('Why it changed')
    },
  },
  'the menu of a chart': {
    address: 'collections/',
    open: async (page) => {
      await page.getByRole('button', { name: 'Collection rates: table and downloads' }).click()
      await expect(page.getByRole('button', { name: 'Collection rates: download PNG' })).toBeVisible()
    },
  },
  'a chart as a table': {
    address: 'collections/',
    open: async (page) => {
      await page.getByRole('button', { name: 'Collection rates: table and downloads' }).click()
      await page.getByRole('button', { name: 'Collection rates: show as a table' }).click()
      await expect(page.getByRole('table', { name: 'Collection rates' })).toBeVisible()
    },
  },
  'a filter with what it leaves out': {
    address: 'schedule/?payer=commercial',
    open: async (page) => {
      await expect(page.locator('.missing').first()).toBeVisible()
    },
  },
}

for (const [name, state] of Object.entries(opened)) {
  test(`${name} can be used by everybody, light and dark`, async ({ page }) => {
    for (const width of state.narrow ? [320, 390] : [320, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      await open(page, state.address)
      await state.open(page)
      expect(await inaccessible(page), `${name} at ${String(width)} px`).toEqual([])
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(beyond, `${name} at ${String(width)} px`).toBeLessThanOrEqual(0)
    }
  })
}
