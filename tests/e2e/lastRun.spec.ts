import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Manifest } from '../../src/bundle/bundle.ts'
import AxeBuilder from '@axe-core/playwright'
import { expect, open, siteFolder, test } from './site.ts'

const manifest = JSON.parse(readFileSync(`${siteFolder}bundle/manifest.json`, 'utf8')) as Manifest
const synced = Date.parse(manifest.syncedAt)
const hour = 3_600_000

/** The demo's bundle as a real practice's, some hours after its sync, with this heartbeat beside it. */
async function asPractice(page: Page, hoursLater: number, heartbeat: unknown): Promise<void> {
  await page.clock.setFixedTime(synced + hoursLater * hour)
  await page.route('**/bundle/manifest.json', (route) =>
    route.fulfill({ json: { ...manifest, demo: false } }),
  )
  if (heartbeat !== undefined)
    await page.route('**/heartbeat.json', (route) => route.fulfill({ json: heartbeat }))
}

const beat = (hoursLater: number, ok: boolean) => ({
  time: new Date(synced + hoursLater * hour).toISOString(),
  ok,
})

test('data health says how long ago the schedule ran, and how it went', async ({ page }) => {
  const last = page.getByRole('region', { name: 'Scheduled sync' })
  await asPractice(page, 2, beat(0, true))
  await open(page, 'data-health/')
  await expect(last).toContainText('Last run 2 hours ago, fine.')

  await asPractice(page, 20, beat(18, false))
  await open(page, 'data-health/')
  await expect(last).toContainText('The last run failed 2 hours ago; these numbers are from Nov 4, 2026')

  await asPractice(page, 72, beat(0, true))
  await open(page, 'data-health/')
  await expect(last).toContainText('No run for 3 days: the schedule seems to have stopped')
  await expect(page.locator('[data-freshness]')).toContainText('3 days old')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a stopped schedule is accessible and fits its screen, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await asPractice(page, 72, beat(0, false))
    await page.setViewportSize({ width: 320, height: 844 })
    await open(page, 'data-health/')
    await expect(page.getByRole('region', { name: 'Scheduled sync' })).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })
}

test('old numbers are marked on a page of numbers, unless the schedule found nothing new', async ({
  page,
}) => {
  await asPractice(page, 72, beat(71, true))
  await open(page, '')
  await expect(page.locator('[data-freshness]')).toContainText('synced')
  await expect(page.locator('.stale')).toHaveCount(0)

  await asPractice(page, 72, beat(71, false))
  await open(page, 'collections/')
  await page.getByRole('link', { name: '3 days old' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data health')
})

test('a practice without a schedule reads of none, and nothing is amiss', async ({ page }) => {
  await asPractice(page, 1, undefined)
  await open(page, 'data-health/')
  await expect(page.getByText('All accounted for')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Scheduled sync' })).toHaveCount(0)
})

test('the demo is asked for no heartbeat', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, 'data-health/')
  await expect(page.getByText('All accounted for')).toBeVisible()
  expect(asked.filter((url) => url.includes('heartbeat'))).toEqual([])
})
