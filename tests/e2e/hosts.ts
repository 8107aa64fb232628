import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveSite, type RunningServer } from '../../scripts/serve/serveSite.ts'
import { hostileBundle } from '../helpers/hostileBundle.ts'
import { sealedDemo, type SealedDemo } from '../helpers/sealedDemo.ts'
import { foreignOrigin, type ForeignOrigin } from './foreignOrigin.ts'
import { siteFolder, test as base } from './site.ts'

interface Fixtures {
  readonly foreign: ForeignOrigin
  /** Serves the site with a bundle from elsewhere on a host, as the page's own, and says its address. */
  readonly serve: (bundle: string, host: Host) => Promise<string>
}

/** A bundle with hostile names, and the origin to which they lead. */
export interface Hostile {
  readonly bundle: string
  readonly labels: readonly string[]
  readonly foreign: ForeignOrigin
}

interface WorkerFixtures {
  readonly sealed: SealedDemo
  readonly hostile: Hostile
  /** The site on a host that sends headers, and on one that sends none. */
  readonly hosts: Readonly<Record<Host, RunningServer>>
}

export type Host = 'with headers' | 'without headers'

export const test = base.extend<Fixtures, WorkerFixtures>({
  hosts: [
    async ({}, use) => {
      const sending = await serveSite({ site: siteFolder, port: 0 })
      const silent = await serveSite({ site: siteFolder, port: 0, headers: false })
      await use({ 'with headers': sending, 'without headers': silent })
      await Promise.all([sending.close(), silent.close()])
    },
    { scope: 'worker' },
  ],
  hostile: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
      const bundle = join(folder, 'bundle')
      const foreign = await foreignOrigin()
      const { address } = foreign
      const labels = await hostileBundle(bundle, { from: join(siteFolder, 'bundle'), address })
      await use({ bundle, labels, foreign })
      await foreign.close()
      await rm(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  sealed: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'sealed-'))
      await use(await sealedDemo(folder, { from: join(siteFolder, 'bundle') }))
      await rm(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  serve: async ({ page, watch }, use) => {
    const sites: RunningServer[] = []
    await use(async (bundle, host) => {
      const site = await serveSite({ site: siteFolder, bundle, port: 0, headers: host === 'with headers' })
      sites.push(site)
      watch.homes.push(site.address)
      return site.address
    })
    // A page that is gone asks for nothing.
    await page.close()
    await Promise.all(sites.map((site) => site.close()))
  },
  foreign: async ({}, use) => {
    const foreign = await foreignOrigin()
    await use(foreign)
    await foreign.close()
  },
})
