import { cacheNames } from './cacheNames.ts'
import type { SiteFiles } from './siteFiles.ts'

/**
 * Keeps a build's pages, scripts and styles, each compared with what was built: a host that is being brought up to date
 * may send files of two builds. Rejects if any is missing or another, and then none of them is kept: the browser tries
 * again with one of the next pages. Only addresses of the build's own list are asked for and written down, never those
 * of a reader.
 */
export async function keepShell(root: string, { version, pages, files }: SiteFiles): Promise<void> {
  const wanted = [
    ...Object.entries(pages).map(([path, hash]) => ({ path, hash, cache: 'no-store' as const })),
    ...Object.entries(files).map(([path, hash]) => ({ path, hash, cache: 'default' as const })),
  ]
  // All of them before the first is kept: there is never a part of a build.
  const answers = await Promise.all(
    wanted.map(async ({ path, hash, cache }) => {
      const { href } = new URL(path, root)
      return { href, answer: await built(await fetch(href, { cache }), hash) }
    }),
  )
  const shell = await caches.open(cacheNames(root).shell(version))
  await Promise.all(answers.map(({ href, answer }) => shell.put(href, answer)))
}

/** A file of this build as it is to be kept. Rejects for any other. */
async function built(response: Response, hash: string): Promise<Response> {
  const bytes = await response.arrayBuffer()
  if (!response.ok || (await hexOf(bytes)) !== hash) throw new Error('not the file of this build')
  return new Response(bytes, { headers: plainHeaders(response.headers) })
}

/** The host's headers, with its policy; but for those that tell how the bytes were packed on their way. */
function plainHeaders(sent: Headers): Headers {
  const headers = new Headers(sent)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  return headers
}

async function hexOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
