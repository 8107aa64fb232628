import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { inaccessible } from './inaccessible.ts'
import { expect, open, pages, siteFolder, test } from './site.ts'
import { serveSite } from '../../scripts/serve/serveSite.ts'

const widths = [320, 390, 1440] as const

for (const address of pages) {
  const name = address || 'overview'

  test(`${name} is accessible and fits its screen, light and dark`, async ({ page }) => {
    await open(page, address)
    await expect(page.locator('.chart-empty, .chart-waiting, .chart-why, [data-missing-chart]')).toHaveCount(
      0,
    )
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 })
      // Drawings follow the new width a moment later.
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await expect.poll(overflow, { message: `${String(width)} px` }).toBe(0)
      // A long page of one kind of entry need not be searched twice.
      if (width === 390 || (width === 320 && address === 'definitions/')) continue
      expect(await inaccessible(page), `${String(width)} px`).toEqual([])
    }
  })
}

for (const { id, tiles } of dashboards) {
  const address = id === 'overview' ? '' : `${id}/`

  test(`${id} shows a number in every tile and a drawing in every chart`, async ({ page }) => {
    await open(page, address)
    await expect(
      page.locator('.chart [role=img] svg.recharts-surface, .chart table.heat').first(),
    ).toBeVisible()
    const values = await page.locator('.tile [data-part=value]').allTextContents()
    expect(values).toHaveLength(tiles.length)
    expect(values.filter((value) => !/\d/.test(value))).toEqual([])
    const charts = page.locator('.chart')
    for (const chart of await charts.all()) {
      await expect(chart.locator('.chart-summary')).toContainText(/\d/)
      // What is far from the screen is drawn once it is near.
      await chart.scrollIntoViewIfNeeded()
      await expect(chart.locator('svg.recharts-surface, table.heat, table.scorecard').first()).toBeVisible()
    }
  })
}

test('the demo is marked as one on every page', async ({ page }) => {
  for (const address of pages) {
    await page.goto(address)
    await expect(page.getByText('DEMO', { exact: true })).toBeVisible()
    await expect(page.getByText('An invented practice')).toBeVisible()
  }
})

test('data health accounts for every row and ties A/R out', async ({ page }) => {
  await open(page, 'data-health/')
  await expect(page.getByText('All accounted for')).toBeVisible()
  const accounts = page.getByRole('region', { name: 'What was read, table' })
  await expect(accounts.getByText('No', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'A/R tie-out, table' }).getByRole('row')).toHaveCount(14)
  await expect(page.getByRole('region', { name: 'Rejected rows, table' })).toContainText('Schedule')
})

test('a definition can be linked to and says where its benchmark comes from', async ({ page }) => {
  await page.goto('definitions/#days_in_ar')
  const entry = page.locator('#days_in_ar')
  await expect(entry).toBeInViewport()
  await expect(entry).toContainText('American Academy of Family Physicians')
})

test('numbers are there before the interface is, and if it never comes', async ({ page, watch }) => {
  watch.expected = /ERR_FAILED|dynamically imported/
  await page.route('**/_astro/interface*.js', (route) => route.abort())
  await page.goto('')
  await expect(page.locator('[data-metric=net_collections] [data-part=value]')).toContainText(/^\$\d/)
  await expect(page.locator('html[data-interface=ready]')).not.toBeAttached()
  await expect(page.getByRole('alert')).toContainText('The numbers below are complete')
})

test('the interface takes the place of the first numbers without moving them', async ({ page, watch }) => {
  // The typeface arrives late by design; here it is the markup that must not move.
  watch.expected = /ERR_FAILED/
  await page.route('**/*.woff2', (route) => route.abort())
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_astro/interface*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('')
  await expect(page.locator('[data-metric=net_collections] [data-part=value]')).toContainText(/^\$\d/)
  const headline = page.locator('[data-headline]')
  await expect(headline).toContainText(/brought in \$\d/)
  const words = await headline.innerText()
  const places = () =>
    page
      .locator('.tile')
      .evaluateAll((tiles) => tiles.map((each) => Math.round(each.getBoundingClientRect().top)))
  const before = await places()
  const textBefore = await page.locator('.tiles').allInnerTexts()
  release()
  await expect(page.locator('html[data-interface=ready]')).toBeAttached()
  await expect(page.locator('.charts')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What changed most, and why' })).toBeVisible()
  expect(await headline.innerText()).toBe(words)
  expect(await places()).toEqual(before)
  expect(await page.locator('.tiles').allInnerTexts()).toEqual(textBefore)
})

test('the site works from any folder of a host', async ({ page, watch }) => {
  const host = await mkdtemp(join(tmpdir(), 'host-'))
  await mkdir(join(host, 'clinics'))
  await symlink(siteFolder, join(host, 'clinics/riverbend'))
  const site = await serveSite({ site: host, port: 0 })
  watch.homes.splice(0, 1, `${site.address}clinics/riverbend/`)
  await open(page, `${site.address}clinics/riverbend/collections/`)
  await expect(page.locator('.chart svg.recharts-surface').first()).toBeVisible()
  await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
  await expect(page).toHaveURL(/riverbend\/$/)
  await expect(page.locator('[data-metric=net_collections] [data-part=value]')).toContainText(/^\$\d/)
  // Drawings may still be on their way; a page that is gone asks for nothing.
  await page.close()
  await site.close()
  await rm(host, { recursive: true })
})

test('an unknown address has a page of its own with a way home', async ({ page, watch }) => {
  watch.expected = /404/
  await page.goto('404.html')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await page.getByRole('link', { name: 'Go to the overview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
})

test('a phone has a menu that opens every page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '')
  await expect(page.getByRole('link', { name: 'Staffing', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Staffing', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staffing')
})
