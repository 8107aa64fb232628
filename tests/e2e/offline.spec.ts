import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Page } from '@playwright/test'
import { serveSite } from '../../scripts/serve/serveSite.ts'
import { writeWorker } from '../../scripts/worker/writeWorker.ts'
import { expect, expectNoNumber, expectState, linkOf, test as sealedTest } from './sealedSite.ts'
import { changeKept, figures, isKept, keptAnswers } from './keptOffline.ts'
import { figure, missing, open, pages, siteFolder, test as openTest } from './site.ts'
import { slowSite } from './slowSite.ts'
import { testSealing } from '../helpers/testSealing.ts'

openTest.use({ serviceWorkers: 'allow' })
sealedTest.use({ serviceWorkers: 'allow' })

const hour = 3_600_000

openTest(
  'without a network the second visit shows the same numbers, and says of when they are',
  async ({ page, context }) => {
    await open(page, '')
    await isKept(page)
    const online = await figures(page)
    await page.getByRole('combobox', { name: 'Location' }).selectOption({ index: 1 })
    await expect(page.locator('.tile[data-state=loading]')).toHaveCount(0)
    const filtered = await figures(page)
    expect(filtered).not.toEqual(online)

    await context.setOffline(true)
    await open(page, '')
    expect(await figures(page)).toEqual(online)
    const said = page
      .getByRole('status')
      .filter({ hasText: /^Offline: numbers as of Nov 4, 2026, \d+:00 AM\./ })
    await expect(said).toBeVisible()
    await expect(said).toContainText('Filters that need the calculation engine do not work')
    await page.getByRole('combobox', { name: 'Location' }).selectOption({ index: 1 })
    await expect.poll(() => figures(page)).toEqual(filtered)

    // Not prepared, and the engine is not here: it is said, and no number is made up.
    await open(page, '?period=2026-03..2026-09&location=Millbrook')
    await expect(page.getByText('The calculation engine cannot be reached').first()).toBeVisible()
    await expect(missing(page, 'net_collections')).toContainText('Not computed')

    await context.setOffline(false)
    await said.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('html[data-interface=ready]:not([data-copy])')).toBeAttached()
    await expect(page.getByText(/^Offline/)).toHaveCount(0)
  },
)

openTest('every page of the menu opens without a network', async ({ page, context }) => {
  await open(page, 'schedule/')
  await isKept(page)
  await context.setOffline(true)
  for (const address of pages) {
    await open(page, address)
    await expect(page.getByText(/^Offline: numbers as of/), address).toBeVisible()
  }
})

openTest(
  'filters that the engine computes work without a network once it was loaded',
  async ({ page, context }) => {
    const computed = '?period=2026-03..2026-09&location=Millbrook'
    await open(page, computed)
    await isKept(page, 'engine')
    await expect(figure(page, 'net_collections')).toContainText('$')
    const online = await figure(page, 'net_collections').textContent()
    await context.setOffline(true)
    await open(page, computed)
    await expect(figure(page, 'net_collections')).toHaveText(online ?? '')
    await expect(page.getByText(/^Offline: numbers as of/)).not.toContainText('calculation engine')
  },
)

sealedTest(
  'a sealed copy is kept as it came: no number, name or key lies in the caches',
  async ({ page, context, sealed, site }) => {
    await open(page, linkOf(`${site.address}?period=2026-09`, sealed.owner))
    await open(page, '')
    await isKept(page)
    const online = await figures(page)
    const kept = await keptAnswers(page)
    const bundle = kept.filter(({ cache }) => cache.includes(' bundle '))
    expect(bundle.length).toBeGreaterThan(15)
    for (const { url, body } of bundle) {
      const path = url.slice(`${site.address}bundle/`.length)
      expect(body === (await readFile(join(sealed.folder, path), 'latin1')), path).toBe(true)
    }
    for (const { cache, url, body } of kept) {
      expect(`${cache} ${url}`).not.toMatch(/[#?]|AGE-SECRET/i)
      expect(body.includes(sealed.owner.identity.slice(-40)), url).toBe(false)
      // The manifest has no words of the practice, a pack is age's, and all else is of the build.
      if (url.includes('/bundle/data/')) expect(body.startsWith('age-encryption.org/v1'), url).toBe(true)
    }
    const name = (await page.locator('[data-practice-name]').first().textContent()) ?? ''
    expect(name).toMatch(/\w/)
    expect(kept.filter(({ body }) => body.includes(name))).toEqual([])
    const amounts = online.filter((text) => /\d{3}/.test(text))
    expect(bundle.filter(({ body }) => amounts.some((text) => body.includes(text)))).toEqual([])

    await context.setOffline(true)
    await open(page, '')
    expect(await figures(page)).toEqual(online)
    await expect(page.getByText(/^Offline: numbers as of/)).toBeVisible()
  },
)

sealedTest(
  'a link opens the copy without a network, and its key is gone from the address',
  async ({ page, context, sealed, site }) => {
    await open(page, linkOf(site.address, sealed.viewer))
    await isKept(page)
    await context.setOffline(true)
    const another = await context.newPage()
    await another.goto(site.address)
    await expectState(another, 'locked', 'This page needs its link')
    await another.goto('about:blank')
    await open(another, linkOf(site.address, sealed.viewer))
    expect(another.url()).toBe(site.address)
    await expect(another.getByText(/^Offline: numbers as of/)).toBeVisible()
    // Owners' packs were not kept for a viewer.
    await another.goto('about:blank')
    await another.goto(linkOf(site.address, sealed.owner))
    await expectState(another, 'copy-missing', 'You are offline, and this page has no copy')
  },
)

sealedTest('a copy that has expired is refused and deleted', async ({ page, context, sealed, spoil }) => {
  const syncedAt = new Date(Date.now() - 14 * 24 * hour + hour).toISOString()
  const address = await spoil((folder) => sealed.publish({ folder, syncedAt }))
  await open(page, linkOf(address, sealed.owner))
  await isKept(page)
  await context.setOffline(true)
  await page.clock.setFixedTime(Date.now() + 2 * hour)
  await page.reload()
  await expectState(page, 'copy-expired', 'The copy on this device is too old to be shown')
  expect((await keptAnswers(page)).filter(({ cache }) => cache.includes(' bundle '))).toEqual([])
})

for (const [what, end, change] of [
  ['a pack', '.age', 'flip'],
  ['a manifest', 'manifest.json', 'flip'],
  ['a manifest that was cut', 'manifest.json', 'cut'],
] as const) {
  sealedTest(
    `${what} that was changed in the cache is refused, and nothing of the copy is shown`,
    async ({ page, context, sealed, site }) => {
      await open(page, linkOf(site.address, sealed.owner))
      await isKept(page)
      const first = (await firstPackOf(page)) ?? ''
      await changeKept(page, end === '.age' ? first : end, change)
      await context.setOffline(true)
      await page.reload()
      await expectState(page, 'copy-refused', 'The copy on this device is not used')
      await page.reload()
      await expectState(page, 'copy-missing', 'You are offline, and this page has no copy')
    },
  )
}

sealedTest(
  'a copy older than what the device has seen is refused',
  async ({ page, context, sealed, site }) => {
    await open(page, linkOf(site.address, sealed.owner))
    await isKept(page)
    await page.evaluate(() => {
      const [name = ''] = Object.keys(localStorage).filter((key) => key.includes('sequence'))
      localStorage.setItem(name, String(Number(localStorage.getItem(name)) + 1))
    })
    await context.setOffline(true)
    await page.reload()
    await expectState(page, 'copy-refused', 'The copy on this device is not used')
  },
)

sealedTest(
  'a manifest that fails its verification never becomes the copy',
  async ({ page, context, sealed, spoil, watch }) => {
    watch.expected = /ERR_INTERNET/
    let folder = ''
    const address = await spoil((place) => {
      folder = place
      return Promise.resolve()
    })
    await open(page, linkOf(address, sealed.owner))
    await isKept(page)
    const before = (await keptAnswers(page)).find(({ url }) => url.endsWith('manifest.json'))
    const { sealing } = await testSealing()
    await sealed.publish({ folder, sealing, syncedAt: new Date(Date.now() + hour).toISOString() })
    await page.reload()
    await expectState(page, 'forged', 'These numbers are not from your practice')
    const after = (await keptAnswers(page)).filter(({ url }) => url.endsWith('manifest.json'))
    expect(after).toEqual([before])
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText(/^Offline: numbers as of/)).toBeVisible()
  },
)

sealedTest(
  'who was removed finds no copy after the next visit with a network',
  async ({ page, context, sealed, spoil }) => {
    let folder = ''
    const address = await spoil((place) => {
      folder = place
      return Promise.resolve()
    })
    await open(page, linkOf(address, sealed.owner))
    await isKept(page)
    const { sealing } = await testSealing()
    await sealed.publish({
      folder,
      sealing: { ...sealed.sealing, recipients: sealing.recipients },
      syncedAt: new Date(Date.now() + hour).toISOString(),
    })
    await page.reload()
    await expectState(page, 'closed', 'This link opens nothing here')
    await context.setOffline(true)
    await page.reload()
    await expectState(page, 'copy-missing', 'You are offline, and this page has no copy')
  },
)

sealedTest('a new bundle replaces the old one whole', async ({ page, context, sealed, spoil }) => {
  let folder = ''
  const address = await spoil((place) => {
    folder = place
    return Promise.resolve()
  })
  await open(page, linkOf(address, sealed.owner))
  await isKept(page)
  const before = (await keptAnswers(page)).filter(({ cache }) => cache.includes(' bundle '))
  await sealed.publish({ folder, syncedAt: new Date(Date.now() + hour).toISOString() })
  await open(page, address)
  await isKept(page)
  const after = (await keptAnswers(page)).filter(({ cache }) => cache.includes(' bundle '))
  expect(new Set(after.map(({ cache }) => cache)).size).toBe(1)
  expect(after.length).toBe(before.length)
  const listed = await readdir(join(folder, 'data'))
  const packs = after
    .filter(({ url }) => url.includes('/data/'))
    .map(({ url }) => url.split('/').at(-1) ?? '')
  expect(packs.filter((name) => !listed.includes(name))).toEqual([])
  expect(after.find(({ url }) => url.endsWith('manifest.json'))?.body).toBe(
    await readFile(join(folder, 'manifest.json'), 'latin1'),
  )
  const online = await figures(page)
  await context.setOffline(true)
  await open(page, address)
  expect(await figures(page)).toEqual(online)
})

sealedTest(
  'Forget deletes the copy, the pages and their worker',
  async ({ page, context, sealed, site, watch }) => {
    watch.expected = /ERR_INTERNET_DISCONNECTED/
    await open(page, linkOf(site.address, sealed.owner))
    await isKept(page)
    await page.getByRole('button', { name: 'Forget', exact: true }).click()
    await expectState(page, 'forgotten', 'This device has forgotten your link')
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    await context.setOffline(true)
    await expect(page.goto(site.address)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  },
)

sealedTest(
  'without a network and without a copy a page says so, and what to do',
  async ({ page, context, sealed, site }) => {
    await open(page, linkOf(site.address, sealed.owner))
    await isKept(page)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (name.includes(' bundle ')) await caches.delete(name)
    })
    await context.setOffline(true)
    await page.reload()
    await expectState(page, 'copy-missing', 'You are offline, and this page has no copy')
    await expectNoNumber(page)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('html[data-interface=ready]')).toBeAttached()
  },
)

openTest('no other script of the site can become its worker', async ({ page, watch }) => {
  watch.expected = /requires 'TrustedScriptURL'/
  await open(page, '')
  await isKept(page)
  const outcome = await page.evaluate(() =>
    navigator.serviceWorker.register('worker.js?other').then(
      () => 'registered',
      (error: unknown) => (error as Error).name,
    ),
  )
  expect(outcome).toBe('TypeError')
})

/** The end of the address of the pack that the overview shows first, for owners. */
async function firstPackOf(page: Page): Promise<string | undefined> {
  const kept = (await keptAnswers(page)).find(({ url }) => url.endsWith('manifest.json'))
  const { signed } = JSON.parse(kept?.body ?? '{}') as { signed: string }
  const { files } = JSON.parse(signed) as { files: { name: string; path: string }[] }
  return files.find(({ name }) => name === 'owner/overview')?.path
}

openTest(
  'a list of files that does not come within three seconds gives way to the copy',
  async ({ page, site, watch }) => {
    const slow = await slowSite(site)
    watch.homes.push(slow.address)
    await open(page, slow.address)
    await isKept(page)
    slow.hold(/manifest/, 20_000)
    await open(page, slow.address)
    await expect(page.getByText(/^Offline: numbers as of/)).toBeVisible()
    // Nothing is kept here any more: the host has all the time it needs.
    slow.hold(/manifest/, 4_500)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (name.includes(' bundle ')) await caches.delete(name)
    })
    await open(page, slow.address)
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
    await expect(page.getByText(/^Offline/)).toHaveCount(0)
    await page.close()
    await slow.close()
  },
)

for (const headers of [true, false]) {
  openTest(
    `after a new build there is the new site, on a host ${headers ? 'with' : 'without'} headers`,
    async ({ page, context, watch }) => {
      const folder = await mkdtemp(join(tmpdir(), 'built-'))
      await cp(siteFolder, folder, { recursive: true })
      const site = await serveSite({ site: folder, port: 0, headers })
      watch.homes.push(site.address)
      await open(page, site.address)
      await isKept(page)
      const [first] = await shellsOf(page)

      // The pages of a build that came halfway are shown from the network, and none of them is kept.
      const html = await readFile(join(folder, 'index.html'), 'utf8')
      await writeFile(join(folder, 'index.html'), html.replace('<h1>Overview', '<h1>The new overview'))
      await writeWorker(folder, await filesOf(folder))
      const worker = await readFile(join(folder, 'worker.js'), 'utf8')
      await writeFile(join(folder, 'worker.js'), worker.replace(/("":")\w{8}/, '$100000000'))
      await open(page, site.address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The new overview')
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => null))
      await page.waitForFunction(async () => {
        const { installing, waiting } = await navigator.serviceWorker.ready
        return !installing && !waiting
      })
      expect(await shellsOf(page)).toEqual([first])

      await writeWorker(folder, await filesOf(folder))
      await open(page, site.address)
      await expect.poll(() => shellsOf(page)).not.toContain(first)
      expect(await shellsOf(page)).toHaveLength(1)
      await context.setOffline(true)
      await open(page, site.address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The new overview')
      await expect(page.getByText(/^Offline: numbers as of/)).toBeVisible()
      await page.close()
      await site.close()
      await rm(folder, { recursive: true })
    },
  )
}

/** The builds whose pages are kept. */
function shellsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' shell ')))
}

/** Every file of a site, as the build hands them to what writes the worker. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !/^(bundle|worker)/.test(file))
    .toSorted()
}
