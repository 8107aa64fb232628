import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Access } from '../../src/bundle/access.ts'
import type { Ask } from '../../src/bundle/fetchBytes.ts'
import { openBundle, type Bundle, type OpenOptions } from '../../src/bundle/openBundle.ts'

const base = new URL('https://clinic.example/bundle/')

/** A host that serves a bundle's folder and nothing else, for `openBundle` in Node. */
export function folderHost(folder: string): Ask {
  return async (url) => {
    if (!url.href.startsWith(base.href)) throw new Error('another place was asked')
    const path = decodeURIComponent(url.pathname.slice(base.pathname.length))
    const bytes = await readFile(join(folder, path)).catch(() => null)
    return bytes ? new Response(new Uint8Array(bytes)) : new Response(null, { status: 404 })
  }
}

/**
 * Opens the bundle of a folder as the site would, at the moment at which it was made unless `options` say
 * otherwise, and with no memory of what was opened before. Null is nobody: it opens the open demo.
 */
export async function openFolder(
  folder: string,
  access: Access | null,
  options: Partial<OpenOptions> = {},
): Promise<Bundle> {
  return openBundle(base, {
    page: 'overview',
    access,
    fetch: folderHost(folder),
    now: () => 0,
    seen: { highest: () => 0, note: () => undefined },
    ...options,
  })
}
