import { answering } from './answering.ts'
import { cacheNames } from './cacheNames.ts'
import { keepShell } from './keepShell.ts'
import type { SiteFiles } from './siteFiles.ts'
import type { WorkerScope } from './workerScope.ts'

// The service worker, as the build writes it to `worker.js`: see README.md. Nobody sends it a message, and it sends none.

/** Put in front of this script by the build. */
declare const builtSite: SiteFiles

const scope = globalThis as unknown as WorkerScope
const root = scope.registration.scope
const names = cacheNames(root)
const answer = answering(root, builtSite)

scope.addEventListener('install', (event) => {
  event.waitUntil(keepShell(root, builtSite).then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

scope.addEventListener('fetch', (event) => {
  const answered = answer(event)
  if (answered) event.respondWith(answered)
})

/** Leaves no shell of another build, nor another's engine. */
async function takeOver(): Promise<void> {
  const own = names.shell(builtSite.version)
  const shells = (await caches.keys()).filter((name) => name.startsWith(names.shell('')) && name !== own)
  await Promise.all(shells.map((name) => caches.delete(name)))
  if (await caches.has(names.engine)) {
    const cache = await caches.open(names.engine)
    const known = builtSite.engine.map((path) => new URL(path, root).href)
    const old = (await cache.keys()).filter(({ url }) => !known.includes(url))
    await Promise.all(old.map((request) => cache.delete(request)))
  }
  await scope.clients.claim()
}
