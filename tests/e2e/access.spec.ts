import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hiddenTexts } from '../helpers/hiddenTexts.ts'
import { expect, expectState, linkOf, test } from './sealedSite.ts'
import { figure, missing, missingChart, open, pages, tile } from './site.ts'

/** Everything that the origin has written to this browser, as text; keys as what the browser shows of them. */
async function written(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stores: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('no database'))
      })
      for (const store of database.objectStoreNames) {
        const records = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result as unknown[])
        })
        stores.push(...records)
      }
      database.close()
    }
    const shown = (_: string, value: unknown): unknown => {
      if (value instanceof CryptoKey) return { key: value.algorithm.name, extractable: value.extractable }
      return value instanceof Uint8Array ? String.fromCharCode(...value) : value
    }
    return JSON.stringify([localStorage, sessionStorage, document.cookie, stores], shown)
  })
}

const foot = (page: Page) => page.locator('[data-access]')

test('a link opens the numbers, and its key is gone from the address at once', async ({
  page,
  sealed,
  site,
}) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.url()} ${request.headers().referer ?? ''}`))
  await open(page, linkOf(`${site.address}?period=2026-09`, sealed.viewer))
  await expect(figure(page, 'net_collections')).toContainText(/^\$\d/)
  expect(page.url()).toBe(`${site.address}?period=2026-09`)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('AGE-SECRET')
  expect(requests.filter((text) => text.includes('AGE-SECRET'))).toEqual([])
  await expect(foot(page)).toContainText('Opened with a link for viewers. Its key is kept for this tab only.')
})

/** Where a script of the page can read a key, among all that tells where the page came from. */
async function holders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { navigation } = window as unknown as {
      navigation: {
        entries(): readonly { readonly url: string }[]
        readonly activation: Record<'from' | 'entry', { readonly url: string } | null>
      }
    }
    const timings = performance.getEntries()
    const places = {
      address: [location.href, document.URL, document.baseURI],
      referrer: [document.referrer, navigation.activation.from?.url],
      history: [history.state, navigation.entries().map(({ url }) => url)],
      window: Object.values(window).filter((value) => typeof value === 'string'),
      markup: document.documentElement.outerHTML,
      stores: [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie],
      requests: timings.filter(({ entryType }) => entryType !== 'navigation'),
      timing: timings.filter(({ entryType }) => entryType === 'navigation'),
      activation: navigation.activation.entry?.url,
    }
    const held = Object.entries(places).filter(([, value]) => JSON.stringify(value).includes('AGE-SECRET'))
    return held.map(([name]) => name)
  })
}

test('the page of a link leaves its key in the browser’s records of its load alone, and the next page nowhere', async ({
  page,
  sealed,
  site,
}) => {
  await open(page, linkOf(site.address, sealed.viewer))
  await expect(foot(page)).toContainText('for viewers')
  // They last as long as the page, and no script can take anything out of them.
  expect(await holders(page)).toEqual(['timing', 'activation'])
  await page.getByRole('link', { name: 'Schedule', exact: true }).click()
  await expect(page.locator('html[data-page=schedule][data-interface=ready]')).toBeAttached()
  expect(await holders(page)).toEqual([])
  await page.goBack()
  await page.reload()
  await expect(page.locator('html[data-page=overview][data-interface=ready]')).toBeAttached()
  expect(await holders(page)).toEqual([])
})

test('the address is clean before any other script of the page has come', async ({ page, sealed, site }) => {
  const held: string[] = []
  await page.route(/_astro\/(?!takeLink)[^/]*\.js$/, (route) => {
    held.push(route.request().url())
    return new Promise(() => undefined)
  })
  await page.goto(linkOf(site.address, sealed.viewer), { waitUntil: 'commit' })
  await expect(page).toHaveURL(site.address)
  expect(held).not.toEqual([])
})

test('a browser without code of its own for the key opens what is sealed with more of ours, or says that it has none', async ({
  page,
  sealed,
  site,
  watch,
}) => {
  await page.addInitScript(() => {
    // The page that lies between has none.
    if (!('SubtleCrypto' in window)) return
    for (const name of ['decapsulateBits', 'deriveBits']) Reflect.deleteProperty(SubtleCrypto.prototype, name)
  })
  const slower = page.waitForResponse(/keysSlowly/)
  await open(page, linkOf(site.address, sealed.owner))
  await expect(foot(page)).toContainText('for owners')
  expect((await slower).ok()).toBe(true)
  watch.expected = /ERR_FAILED/
  await page.route(/keysSlowly/, (route) => route.abort())
  await page.goto('about:blank')
  await page.goto(linkOf(site.address, sealed.owner))
  await expect(page.locator('html[data-state=unreachable]')).toBeAttached()
})

test('a browser without Ed25519 of its own opens what is signed, and nothing else', async ({
  page,
  sealed,
  site,
  spoil,
}) => {
  await page.addInitScript(() => {
    type ImportKey = (...parts: unknown[]) => Promise<CryptoKey>
    const native = Reflect.get(SubtleCrypto.prototype, 'importKey') as ImportKey
    const importKey = new Proxy(native, {
      apply: (target, subtle, parts) =>
        parts[2] === 'Ed25519'
          ? Promise.reject(new DOMException('unknown', 'NotSupportedError'))
          : Reflect.apply(target, subtle, parts),
    })
    Reflect.set(SubtleCrypto.prototype, 'importKey', importKey)
  })
  const slower = page.waitForResponse(/isSignedSlowly/)
  await open(page, linkOf(site.address, sealed.owner))
  await expect(foot(page)).toContainText('for owners')
  expect((await slower).ok()).toBe(true)
  const forged = await spoil(async (folder) => {
    const path = join(folder, 'manifest.json')
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text.replace(/"signature":"(.)/, (_, sign: string) => `"signature":"${sign === 'A' ? 'B' : 'A'}`),
    )
  })
  await page.goto(linkOf(forged, sealed.owner))
  await expect(page.locator('html[data-state=forged]')).toBeAttached()
})

test('the key goes with the tab from page to page, through reload, back and forward', async ({
  page,
  sealed,
  site,
}) => {
  await open(page, linkOf(site.address, sealed.owner))
  for (const address of pages) {
    await open(page, address)
    await expect(foot(page)).toContainText('for owners')
    await expect(page.locator('[data-practice-name]')).not.toHaveText('Practice Vitals')
  }
  await page.reload()
  await expect(foot(page)).toContainText('for owners')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data health')
  await expect(foot(page)).toContainText('for owners')
  await page.goForward()
  await expect(foot(page)).toContainText('for owners')
})

test('another tab opens nothing without the link', async ({ page, context, sealed, site }) => {
  await open(page, linkOf(site.address, sealed.viewer))
  const other = await context.newPage()
  await other.goto(site.address)
  await expectState(other, 'locked', 'This page needs its link')
})

test('no key is written in clear, neither by default nor where it is remembered', async ({
  page,
  sealed,
  site,
}) => {
  const { identity } = sealed.viewer
  const dresses = [identity, identity.toLowerCase(), 'AGE-SECRET', identity.slice(-40)]
  await open(page, linkOf(site.address, sealed.viewer))
  await expect(foot(page)).toContainText('for this tab only')
  const byDefault = await written(page)
  await page.getByRole('button', { name: 'Remember on this device' }).click()
  await expect(foot(page)).toContainText('This device remembers it')
  const remembered = await written(page)
  for (const text of [byDefault, remembered]) {
    expect(text).toContain('"extractable":false')
    expect(text).not.toContain('"extractable":true')
    expect(dresses.filter((dress) => text.includes(dress) || hiddenTexts(text).includes(dress))).toEqual([])
  }
  expect(byDefault).not.toContain('remembered')
})

test('a device that remembers opens every new tab, until it forgets', async ({
  page,
  context,
  sealed,
  site,
}) => {
  await open(page, linkOf(site.address, sealed.viewer))
  await page.getByRole('button', { name: 'Remember on this device' }).click()
  await expect(foot(page)).toContainText('This device remembers it')
  await expect(page.getByRole('button', { name: 'Remember on this device' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Forget' })).toBeFocused()

  const other = await context.newPage()
  await open(other, `${site.address}schedule/`)
  await expect(foot(other)).toContainText('This device remembers it')
  await other.getByRole('button', { name: 'Forget' }).click()
  await expectState(other, 'forgotten', 'This device has forgotten your link')
  await expectState(page, 'forgotten', 'This device has forgotten your link')
  expect(await written(page)).not.toMatch(/extractable|remembered|tab /)
  for (const tab of [page, other]) {
    await tab.reload()
    await expectState(tab, 'locked', 'This page needs its link')
  }
  await page.goBack()
  await expect(page.locator('[data-part=value]')).toHaveCount(0)
})

test('a link pasted over an open page opens with its own key', async ({ page, sealed, site }) => {
  await open(page, linkOf(site.address, sealed.viewer))
  await expect(foot(page)).toContainText('for viewers')
  await page.goto(linkOf(site.address, sealed.owner))
  await expect(foot(page)).toContainText('for owners')
  expect(page.url()).toBe(site.address)
})

test('where the browser keeps nothing, the page of the link opens all the same', async ({
  page,
  sealed,
  site,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('shut off', 'SecurityError')
      },
    })
  })
  await open(page, linkOf(site.address, sealed.viewer))
  await page.getByRole('button', { name: 'Remember on this device' }).click()
  await expect(foot(page)).toContainText('This browser keeps nothing')
})

test('owners’ numbers are for owners only, and no error to a viewer', async ({ page, sealed, site }) => {
  await open(page, linkOf(`${site.address}staffing/`, sealed.viewer))
  await expect(tile(page, 'staff_cost')).toHaveCount(0)
  await expect(missing(page, 'staff_cost')).toContainText('Your link is for viewers.')
  await expect(missingChart(page, 'cost-rate')).toContainText('For owners only. Your link is for viewers.')
  await expect(page.getByText('Not computed')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await missing(page, 'staff_cost').getByRole('link', { name: 'Staff cost', exact: true }).click()
  await expect(page.locator('#staff_cost')).toContainText('For owners only')

  await open(page, linkOf(`${site.address}staffing/`, sealed.owner))
  await expect(figure(page, 'staff_cost')).toContainText(/^\$\d/)
  await expect(page.getByText('For owners only')).toHaveCount(0)
})

test('the definitions say which numbers are for owners', async ({ page, sealed, site }) => {
  await open(page, linkOf(`${site.address}definitions/`, sealed.viewer))
  await expect(page.locator('#staff_cost')).toContainText('For owners only.')
  await expect(page.locator('#net_collections')).toContainText(
    /Everybody with a link; by provider.*owners only\./,
  )
  await expect(page.locator('#no_show_rate')).toContainText('Everybody with a link.')
})

test('a viewer’s rarer filters are answered by the engine, from the viewers’ tables', async ({
  page,
  sealed,
  site,
}) => {
  await open(page, linkOf(`${site.address}schedule/?period=2026-01..2026-03`, sealed.viewer))
  await page.getByRole('combobox', { name: 'Location' }).selectOption({ index: 1 })
  await expect(page.locator('.progress, .chart-waiting')).toHaveCount(0)
  await expect(figure(page, 'no_show_rate')).toContainText(/\d/)
  await expect(page.getByText('Not computed')).toHaveCount(0)
})
