import { cacheNames } from './cacheNames.ts'
import type { SiteFiles } from './siteFiles.ts'
import type { AskedEvent } from './workerScope.ts'

/** How long a page's address may take before the kept page is shown, in ms. */
const patienceMs = 3_000

/** What is asked for anew each time, and must not be an error where there is no network. */
const changing = ['bundle/manifest.json', 'heartbeat.json']

/** How the worker answers; null leaves it to the browser. */
export type Answer = (event: AskedEvent) => Promise<Response> | null

/**
 * Answers for the site's own addresses: pages from the network first, what is named by its contents from the cache first.
 * Of an address neither the fragment, which may hold a key, nor the query is looked at or kept.
 */
export function answering(root: string, site: SiteFiles): Answer {
  const names = cacheNames(root)
  const shell = names.shell(site.version)
  /** Without opening the cache: one that was deleted would come to be again. */
  const keptIn = (name: string, path: string) => caches.match(new URL(path, root).href, { cacheName: name })

  /** The page as the host has it now; as it was kept, where the host is silent or has trouble of its own. */
  async function page(event: AskedEvent, path: string): Promise<Response> {
    const asked = fetch(event.request)
    event.waitUntil(asked.catch(() => null))
    const inTime = await Promise.race([asked.catch(() => null), late()])
    if (inTime && inTime.status < 500) return inTime
    return (await keptIn(shell, path)) ?? asked
  }

  async function file(request: Request, path: string): Promise<Response> {
    return (await keptIn(shell, path)) ?? fetch(request)
  }

  async function engine(request: Request, path: string): Promise<Response> {
    return (await keptIn(names.engine, path)) ?? orNothing(request)
  }

  /** A pack of any kept bundle: its name is its contents' hash, and the page compares them with the manifest. */
  async function pack(request: Request, path: string): Promise<Response> {
    const answer = await orNothing(request)
    if (answer.status !== 204) return answer
    for (const name of await caches.keys()) {
      if (names.sequenceOf(name) === null) continue
      const kept = await keptIn(name, path)
      if (kept) return kept
    }
    return answer
  }

  return (event) => {
    const { request } = event
    const path = request.method === 'GET' ? pathBelow(root, request.url) : null
    if (path === null) return null
    if (request.mode === 'navigate') {
      const asked = path.replace(/(^|\/)index\.html$/, '$1')
      return Object.hasOwn(site.pages, asked) ? page(event, asked) : null
    }
    if (Object.hasOwn(site.files, path)) return file(request, path)
    if (site.engine.includes(path)) return engine(request, path)
    if (changing.includes(path)) return orNothing(request)
    return path.startsWith('bundle/data/') ? pack(request, path) : null
  }
}

/** Where no host can be asked, an answer without content: the page knows it for that, and it is no error of the site. */
async function orNothing(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return new Response(null, { status: 204 })
  }
}

/** The address below the site's root, without query and fragment; null for one elsewhere. */
function pathBelow(root: string, address: string): string | null {
  const { origin, pathname } = new URL(address)
  const place = origin + pathname
  return place.startsWith(root) ? place.slice(root.length) : null
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), patienceMs))
}
