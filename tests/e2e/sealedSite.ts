import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { shareLink } from '../../scripts/share/shareLink.ts'
import { serveSite, type RunningServer } from '../../scripts/serve/serveSite.ts'
import type { Access } from '../../src/bundle/access.ts'
import { sealedDemo, type SealedDemo } from '../helpers/sealedDemo.ts'
import { expect, siteFolder, test as base } from './site.ts'

/** Serves a copy of the sealed bundle after a change to its folder; gives the site's address. */
export type Spoil = (change: (folder: string) => Promise<unknown>) => Promise<string>

/** The built site with the demo's bundle sealed as a practice's is. */
export const test = base.extend<{ spoil: Spoil }, { sealed: SealedDemo; site: RunningServer }>({
  sealed: [
    async ({}, use) => {
      const place = await mkdtemp(join(tmpdir(), 'sealed-'))
      await use(await sealedDemo(place, { from: `${siteFolder}bundle` }))
      await rm(place, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  site: [
    async ({ sealed }, use) => {
      const site = await serveSite({ site: siteFolder, bundle: sealed.folder, port: 0 })
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  spoil: async ({ page, sealed, watch }, use) => {
    const undo: (() => Promise<void>)[] = []
    await use(async (change) => {
      const place = await mkdtemp(join(tmpdir(), 'spoilt-'))
      await cp(sealed.folder, place, { recursive: true })
      await change(place)
      const site = await serveSite({ site: siteFolder, bundle: place, port: 0 })
      watch.homes.push(site.address)
      undo.push(
        () => site.close(),
        () => rm(place, { recursive: true }),
      )
      return site.address
    })
    // What the page still fetches is on its way to a server that is going: a page that is gone asks for nothing.
    await page.close()
    for (const step of undo) await step()
  },
})

/** A person's link; `site` ends with a slash. */
export function linkOf(site: string, access: Access): string {
  return shareLink(site, access)
}

/** The page shows this state, and nothing that could be a number of the practice. */
export async function expectState(page: Page, state: string, title: string | RegExp): Promise<void> {
  await expect(page.locator(`html[data-state="${state}"]`)).toBeAttached()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expectNoNumber(page)
}

/** No figure is on the page but the day on which a link ended. */
export async function expectNoNumber(page: Page): Promise<void> {
  const text = await page.locator('body').innerText()
  expect(text.replace(/[A-Z][a-z]{2} \d{1,2}, \d{4}/g, '')).not.toMatch(/[\d$%]/)
  await expect(page.locator('[data-part=value]')).toHaveCount(0)
  await expect(page.locator('[data-practice-name]')).toHaveText('Practice Vitals')
}

export { expect }
