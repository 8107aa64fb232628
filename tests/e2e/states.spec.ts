import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Access } from '../../src/bundle/access.ts'
import { parseEnvelope } from '../../src/bundle/parseEnvelope.ts'
import { parseManifestText } from '../../src/bundle/parseManifest.ts'
import { testSealing } from '../helpers/testSealing.ts'
import { expect, expectState, linkOf, test } from './sealedSite.ts'
import { figure, open, siteFolder } from './site.ts'

const day = 24 * 3_600_000
const closed = 'This link opens nothing here'
const damaged = 'The numbers did not arrive whole'
const linkDamaged = 'This link was damaged on the way'

/** The published files of a bundle's folder. */
async function dataFiles(folder: string): Promise<string[]> {
  const names = (await readdir(join(folder, 'data'))).sort()
  return names.map((name) => join(folder, 'data', name))
}

/** Opens the link of somebody who gets to see nothing. */
async function refused(page: Page, site: string, access: Access): Promise<void> {
  await page.goto(linkOf(`${site}collections/`, access))
}

test.describe('the link', () => {
  test('that is not in hand is asked for, and a lost one is replaced', async ({ page, site }) => {
    for (const address of ['', 'staffing/', 'data-health/']) {
      await page.goto(site.address + address)
      await expectState(page, 'locked', 'This page needs its link')
    }
    await page.getByRole('button', { name: 'I have lost my link' }).click()
    await expectState(page, 'lost', 'A lost link is replaced, not found again')
  })

  test('that ended says on which day', async ({ page, sealed, site }) => {
    await refused(page, site.address, { ...sealed.viewer, expires: '2026-03-03' })
    await expectState(page, 'link-expired', 'This link ended on Mar 3, 2026')
  })

  test('of a person who was removed is closed, and the others’ are not', async ({ page, sealed, spoil }) => {
    const others = await testSealing()
    const address = await spoil(async (folder) => {
      await rm(folder, { recursive: true })
      const { owner } = sealed.sealing.recipients
      const recipients = { viewer: others.sealing.recipients.viewer, owner }
      await sealed.publish({ folder, sealing: { ...sealed.sealing, recipients } })
    })
    await refused(page, address, sealed.viewer)
    await expectState(page, 'closed', closed)
    await open(page, linkOf(address, sealed.owner))
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
  })

  test('of a viewer whose first month is not over says that it is early, and owners see theirs', async ({
    page,
    sealed,
    spoil,
  }) => {
    const address = await spoil((folder) =>
      sealed.publish({ folder, parts: (all) => all.filter(({ audience }) => audience === 'owner') }),
    )
    await refused(page, address, sealed.viewer)
    await expectState(page, 'early', 'There is nothing to show yet')
    await open(page, linkOf(address, sealed.owner))
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
  })

  test('with another key of the same practice’s link opens nothing', async ({ page, sealed, site }) => {
    const { viewer } = await testSealing()
    await refused(page, site.address, { ...viewer, signer: sealed.viewer.signer })
    await expectState(page, 'closed', closed)
    await page.getByRole('button', { name: 'Forget this link on this device' }).click()
    await expectState(page, 'forgotten', 'This device has forgotten your link')
  })

  test('of another practice trusts nothing that lies here', async ({ page, site }) => {
    const { owner } = await testSealing()
    await refused(page, site.address, owner)
    await expectState(page, 'forged', 'These numbers are not from your practice')
  })

  test('that was changed on its way is not mended, and its key leaves the address', async ({
    page,
    sealed,
    site,
    watch,
  }) => {
    watch.expected = /404|preloaded using link preload/
    const link = linkOf(site.address, sealed.viewer)
    const fragment = link.slice(link.indexOf('#') + 1)
    for (const [address, clean] of [
      [link.slice(0, -3), ''],
      [`${link}%20`, ''],
      [link.replace('-', '%2D'), ''],
      [link.replace('#v1', '#v2'), ''],
      [`${site.address}?${fragment}`, ''],
      [`${site.address}%23${fragment}`, ''],
      [`${site.address}collections/%23${fragment}`, 'collections/'],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(address)
      await expectState(page, 'link-damaged', linkDamaged)
      expect(page.url()).toBe(site.address + clean)
      await expect(page.locator('main')).toContainText('Others may have seen it')
    }
  })
})

test.describe('what lies on the host', () => {
  test('is refused if any file is cut off, at its front or its end', async ({ page, sealed, spoil }) => {
    for (const keep of [0, 1]) {
      const address = await spoil(async (folder) => {
        for (const file of await dataFiles(folder)) {
          const bytes = await readFile(file)
          await writeFile(file, keep === 0 ? bytes.subarray(1) : bytes.subarray(0, -1))
        }
      })
      await refused(page, address, sealed.owner)
      await expectState(page, 'damaged', damaged)
    }
  })

  test('is refused if one bit of a file is another', async ({ page, sealed, spoil }) => {
    for (const share of [0, 0.5, 0.999]) {
      const address = await spoil(async (folder) => {
        for (const file of await dataFiles(folder)) {
          const bytes = await readFile(file)
          const at = Math.floor(bytes.length * share)
          bytes[at] = (bytes[at] ?? 0) ^ 1
          await writeFile(file, bytes)
        }
      })
      await refused(page, address, sealed.viewer)
      await expectState(page, 'damaged', damaged)
    }
  })

  test('is refused if its files are swapped', async ({ page, sealed, spoil }) => {
    const address = await spoil(async (folder) => {
      const files = await dataFiles(folder)
      const contents = await Promise.all(files.map((file) => readFile(file)))
      await Promise.all(files.map((file, index) => writeFile(file, contents.at(index - 1) ?? '')))
    })
    await refused(page, address, sealed.viewer)
    await expectState(page, 'damaged', damaged)
  })

  test('is refused also where only what comes after the first numbers is another', async ({
    page,
    sealed,
    spoil,
  }) => {
    const address = await spoil(async (folder) => {
      const file = parseEnvelope(await readFile(join(folder, 'manifest.json'), 'utf8'))
      const { files } = parseManifestText(file.kind === 'sealed' ? file.envelope.signed : '')
      const path = join(folder, files.find(({ name }) => name === 'owner/collections-answers')?.path ?? '')
      const bytes = await readFile(path)
      bytes[1000] = (bytes[1000] ?? 0) ^ 1
      await writeFile(path, bytes)
    })
    await refused(page, address, sealed.owner)
    await expectState(page, 'damaged', damaged)
  })

  test('is refused if files are missing, or the manifest is cut off', async ({
    page,
    sealed,
    spoil,
    watch,
  }) => {
    watch.expected = /404/
    const without = await spoil(async (folder) => rm(join(folder, 'data'), { recursive: true }))
    await refused(page, without, sealed.viewer)
    await expectState(page, 'damaged', damaged)
    const cut = await spoil(async (folder) => truncate(join(folder, 'manifest.json'), 100))
    await refused(page, cut, sealed.viewer)
    await expectState(page, 'damaged', damaged)
  })

  test('is refused if the manifest’s text is another than the signed one', async ({
    page,
    sealed,
    spoil,
  }) => {
    const address = await spoil(async (folder) => {
      const path = join(folder, 'manifest.json')
      const text = await readFile(path, 'utf8')
      await writeFile(path, text.replace(/\d{4}-\d\d-\d\dT/, '2099-01-01T'))
    })
    await refused(page, address, sealed.viewer)
    await expectState(page, 'forged', 'These numbers are not from your practice')
  })

  test('is refused once it is too old', async ({ page, sealed, spoil }) => {
    const syncedAt = new Date(Date.now() - 15 * day).toISOString()
    const address = await spoil((folder) => sealed.publish({ folder, syncedAt }))
    await refused(page, address, sealed.viewer)
    await expectState(page, 'expired', 'These numbers are too old to be shown')
  })

  test('is shown, and said to be old, before that', async ({ page, sealed, spoil }) => {
    const syncedAt = new Date(Date.now() - 3 * day).toISOString()
    const address = await spoil((folder) => sealed.publish({ folder, syncedAt }))
    await open(page, linkOf(address, sealed.viewer))
    await expect(page.getByRole('status').first()).toContainText('These numbers are 3 days old')
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
  })

  test('is refused if yesterday’s was put back', async ({ page, sealed, spoil }) => {
    let manifest = ''
    const address = await spoil(async (folder) => {
      manifest = join(folder, 'manifest.json')
      await sealed.publish({ folder })
    })
    const yesterday = await readFile(manifest)
    await sealed.publish({ folder: join(manifest, '..'), syncedAt: new Date(Date.now() + day).toISOString() })
    await open(page, linkOf(address, sealed.viewer))
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
    await writeFile(manifest, yesterday)
    await page.reload()
    await expectState(page, 'older', 'Older numbers were put back')
  })

  test('is refused if it is open, whoever holds a link', async ({ page, sealed, spoil }) => {
    const address = await spoil(async (folder) => {
      await writeFile(join(folder, 'manifest.json'), await readFile(`${siteFolder}bundle/manifest.json`))
    })
    await refused(page, address, sealed.viewer)
    await expectState(page, 'unsigned', 'These numbers are not signed')
  })

  test('is said to be missing, or out of reach, and tried again', async ({
    page,
    sealed,
    site,
    spoil,
    watch,
  }) => {
    watch.expected = /404|ERR_FAILED/
    const address = await spoil(async (folder) => rm(join(folder, 'manifest.json')))
    await refused(page, address, sealed.viewer)
    await expectState(page, 'missing', 'No numbers have been published here')

    await page.route('**/manifest.json', (route) => route.abort())
    await refused(page, site.address, sealed.viewer)
    await expectState(page, 'unreachable', 'The numbers cannot be reached')
    await page.unroute('**/manifest.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(figure(page, 'net_collections')).toContainText(/\d/)
  })
})

test('inside another page nothing is opened', async ({ page, sealed, site }) => {
  // A host that sends no headers.
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    delete headers['x-frame-options']
    delete headers['content-security-policy']
    await route.fulfill({ response, headers })
  })
  const body = `<iframe src="${linkOf(site.address, sealed.viewer)}" width="800" height="600"></iframe>`
  await page.route('**/outer.html', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('outer.html')
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Not inside another page')
  await expect(frame.locator('[data-part=value]')).toHaveCount(0)
  await expect(frame.getByRole('link', { name: 'Open the page in a tab of its own' })).toHaveAttribute(
    'href',
    /^[^#]*$/,
  )
})
