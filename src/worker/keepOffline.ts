import { siteUrl } from '../access/siteUrl.ts'
import type { Bundle } from '../bundle/openBundle.ts'
import { engineFiles } from '../db/engineFiles.ts'
import { registerSiteWorker } from '../policy/registerSiteWorker.ts'
import { cacheNames } from './cacheNames.ts'
import { isEngineKept } from './isEngineKept.ts'
import { keepCopy } from './keepCopy.ts'

/**
 * Once the page is idle: has the site's worker keep the pages, and keeps the opened bundle beside them. Not where the
 * browser lets no worker be registered (plain http, some private windows), and not where data is to be saved. The engine
 * and its tables are kept only once the page has loaded them for itself. Never throws: nothing on the page hangs on it.
 */
export async function keepOffline(bundle: Bundle): Promise<void> {
  const root = siteUrl()
  if (savesData() || document.documentElement.dataset.copy !== undefined) return
  try {
    await idle()
    await registerSiteWorker(root)
    await keepCopy(bundle, root, await isEngineKept(root))
    document.documentElement.dataset.offline = 'ready'
    if (hasLoadedEngine()) await keepWithEngine(bundle, root)
    else addEventListener('engineready', () => void keepWithEngine(bundle, root))
  } catch {
    // Without it the page is as it is on a first visit.
  }
}

/** The page has fetched the engine a moment ago, so that the browser still has it: it is not fetched again. */
async function keepWithEngine(bundle: Bundle, root: URL): Promise<void> {
  try {
    const cache = await caches.open(cacheNames(root.href).engine)
    for (const { path } of Object.values(engineFiles)) {
      const { href } = new URL(path, root)
      if (!(await cache.match(href))) await cache.add(href)
    }
    await keepCopy(bundle, root, true)
    document.documentElement.dataset.offline = 'engine'
  } catch {
    // The prepared answers are kept all the same.
  }
}

function hasLoadedEngine(): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.endsWith(engineFiles.wasm.path))
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true
}

/** Safari cannot say when a page is idle; there it is some time after the numbers. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 5_000 })
    else setTimeout(resolve, 1_000)
  })
}
