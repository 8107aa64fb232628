import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import { serveSite, type RunningServer } from '../../scripts/serve/serveSite.ts'
import { siteFolder } from './site.ts'
import type { ForeignOrigin } from './foreignOrigin.ts'

/** The site with a hostile file of its own, really served: a browser trusts an answer made up by a test less. */
export async function plantedSite(headers: boolean, change = (html: string) => html): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-'))
  for (const name of await readdir(siteFolder)) {
    if (name !== 'index.html') await symlink(join(siteFolder, name), join(folder, name))
  }
  const html = change(await readFile(join(siteFolder, 'index.html'), 'utf8'))
  await writeFile(join(folder, 'index.html'), `${html}<script type="module" src="planted.js"></script>`)
  await writeFile(join(folder, 'planted.js'), await attempts())
  const site = await serveSite({ site: folder, port: 0, headers })
  return {
    address: site.address,
    close: async () => {
      await site.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Opens the planted site, and lets its hostile file try everything. */
export async function attempt(page: Page, site: RunningServer, foreign: ForeignOrigin): Promise<void> {
  await page.goto(site.address)
  await page.waitForFunction(() => 'attempt' in window)
  await page.evaluate((address) => window.attempt(address), foreign.address)
}

/** The script of `attempts.ts` as a browser takes it. */
async function attempts(): Promise<string> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL('attempts.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  return bundled.outputFiles[0]?.text ?? ''
}
