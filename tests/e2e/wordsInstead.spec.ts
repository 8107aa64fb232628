import type { Page } from '@playwright/test'
import { twoPartLink } from '../../scripts/share/shareLink.ts'
import { inaccessible } from './inaccessible.ts'
import { expect, expectNoNumber, expectState, linkOf, test } from './sealedSite.ts'
import { open, pages } from './site.ts'

test.describe('a page whose scripts', () => {
  const overdue = (page: Page) => page.getByText('The numbers are not here yet.')
  /** What the style sheet does after a while, done now. */
  const later = (page: Page) =>
    page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))

  test('are held back says so after a while, and what to do', async ({ page, site, watch }) => {
    watch.expected = /ERR_FAILED|preload/
    await page.route('**/_astro/*.js', (route) => route.abort())
    for (const address of ['', 'data-health/', 'definitions/']) {
      await page.goto(site.address + address)
      await expect(overdue(page)).toBeHidden()
      await later(page)
      await expect(overdue(page)).toBeVisible()
      await expect(overdue(page)).toContainText('Chrome, Edge, Firefox and Safari')
      expect(await inaccessible(page)).toEqual([])
    }
  })

  test('came says nothing of the kind, whether it opens or refuses', async ({ page, sealed, site }) => {
    await open(page, linkOf(site.address, sealed.viewer))
    await later(page)
    await expect(overdue(page)).toBeHidden()
    await page.getByRole('button', { name: 'Forget' }).click()
    await expectState(page, 'forgotten', 'This device has forgotten your link')
    await later(page)
    await expect(overdue(page)).toBeHidden()
  })

  test('are shut off says so at once, on every page', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const address of pages) {
      await page.goto(site.address + address)
      await expect(page.locator('noscript p')).toHaveText(/needs JavaScript\. Allow it/)
      await expect(page.locator('noscript p')).toBeVisible()
      await expect(page.locator('.overdue')).toHaveCSS('display', 'none')
      // No frame of a number that cannot come.
      await expect(page.locator('#app')).toBeHidden()
    }
    await context.close()
  })
})

test('an address that is none has words for who typed it, and for who followed a link', async ({
  page,
  site,
  watch,
}) => {
  watch.expected = /404/
  await page.goto(`${site.address}colections/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await expect(page.getByRole('main')).toContainText('If you typed the address')
  await expect(page.getByRole('main')).toContainText('If you came here by the personal link')
  await page.getByRole('link', { name: 'Go to the overview' }).click()
  await expectState(page, 'locked', 'This page needs its link')
})

test('the pages without numbers are accessible and fit their screen, light and dark', async ({
  page,
  sealed,
  site,
  watch,
}) => {
  watch.expected = /404|preloaded using link preload/
  const visits = [
    site.address,
    `${linkOf(site.address, sealed.viewer)}!`,
    linkOf(site.address, { ...sealed.viewer, expires: '2026-03-03' }),
    twoPartLink(site.address, '0123456789abcdef'),
    `${site.address}colections/`,
    linkOf(site.address, sealed.viewer),
  ]
  for (const address of visits) {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(
      page.locator('html[data-state], html[data-interface=ready], html[data-page=not-found]'),
    ).toBeAttached()
    if (address === visits.at(-1)) await expect(page.locator('[data-access]')).toBeVisible()
    else await expectNoNumber(page)
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${address.split('#')[0] ?? ''} at ${String(width)} px`).toBe(0)
    }
    expect(await inaccessible(page)).toEqual([])
  }
})
