import type { Page } from '@playwright/test'
import type { SealedDemo } from '../helpers/sealedDemo.ts'
import { inaccessible } from './inaccessible.ts'
import { expect, linkOf, test, type Spoil } from './sealedSite.ts'
import { open, siteFolder } from './site.ts'
import { serveSite } from '../../scripts/serve/serveSite.ts'

const syncedAt = '2026-11-04T11:00:00.000Z'
const synced = Date.parse(syncedAt)
const hour = 3_600_000

/** A practice's pages, seen some hours after its sync, with this heartbeat beside its bundle. */
async function atPractice(
  page: Page,
  { sealed, spoil }: { readonly sealed: SealedDemo; readonly spoil: Spoil },
): Promise<(address: string, hoursLater: number, heartbeat?: unknown) => Promise<void>> {
  const site = await spoil((folder) => sealed.publish({ folder, syncedAt }))
  await page.clock.install({ time: synced })
  return async (address, hoursLater, heartbeat) => {
    await page.clock.setFixedTime(synced + hoursLater * hour)
    await page.unroute('**/heartbeat.json')
    if (heartbeat !== undefined)
      await page.route('**/heartbeat.json', (route) => route.fulfill({ json: heartbeat }))
    await open(page, linkOf(site + address, sealed.viewer))
  }
}

const beat = (hoursLater: number, ok: boolean) => ({
  time: new Date(synced + hoursLater * hour).toISOString(),
  ok,
})

test('data health says how long ago the schedule ran, and how it went', async ({ page, sealed, spoil }) => {
  const last = page.getByRole('region', { name: 'Scheduled sync' })
  const visit = await atPractice(page, { sealed, spoil })
  await visit('data-health/', 2, beat(0, true))
  await expect(last).toContainText('Last run 2 hours ago, fine.')

  await visit('data-health/', 20, beat(18, false))
  await expect(last).toContainText('The last run failed 2 hours ago; these numbers are from Nov 4, 2026')

  await visit('data-health/', 72, beat(0, true))
  await expect(last).toContainText('No run for 3 days: the schedule seems to have stopped')
})

test('a stopped schedule is accessible and fits its screen, light and dark', async ({
  page,
  sealed,
  spoil,
}) => {
  await page.setViewportSize({ width: 320, height: 844 })
  const visit = await atPractice(page, { sealed, spoil })
  await visit('data-health/', 72, beat(0, false))
  await expect(page.getByRole('region', { name: 'Scheduled sync' })).toBeVisible()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  expect(await inaccessible(page)).toEqual([])
})

test('old numbers are said to be old by their own signed time, whatever the heartbeat says', async ({
  page,
  sealed,
  spoil,
}) => {
  const visit = await atPractice(page, { sealed, spoil })
  await visit('', 35, beat(35, false))
  await expect(page.locator('[data-freshness]')).toContainText('synced')
  await expect(page.locator('.notice.stale')).toHaveCount(0)

  await visit('collections/', 72, beat(72, true))
  await expect(page.locator('.notice.stale')).toContainText('These numbers are 3 days old')
  await page.getByRole('link', { name: 'What Data health says' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data health')
})

test('a practice without a schedule reads of none, and nothing is amiss', async ({ page, sealed, spoil }) => {
  const visit = await atPractice(page, { sealed, spoil })
  await visit('data-health/', 1)
  await expect(page.getByRole('heading', { name: 'What the numbers rest on' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Scheduled sync' })).toHaveCount(0)
})

test('the demo is asked for no heartbeat', async ({ page, watch }) => {
  const demo = await serveSite({ site: siteFolder, port: 0 })
  watch.homes.push(demo.address)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, `${demo.address}data-health/`)
  await expect(page.getByText('All accounted for')).toBeVisible()
  expect(asked.filter((url) => url.includes('heartbeat'))).toEqual([])
  await demo.close()
})
