import { scriptUrl } from './scriptUrls.ts'

/** The worker's own file, in the site's root. */
export const siteWorkerPath = 'worker.js'

/**
 * Registers the site's service worker for the folder `root` and nothing above it. Its script is asked for anew at each
 * visit, past the browser's cache, so that a new build has its own. Rejects where the browser has no such workers or
 * refuses them: over plain http, in some private windows.
 */
export async function registerSiteWorker(root: URL): Promise<void> {
  const { trusted, release } = scriptUrl(new URL(siteWorkerPath, root).href)
  try {
    await navigator.serviceWorker.register(trusted, { scope: root.href, updateViaCache: 'none' })
  } finally {
    release()
  }
}
