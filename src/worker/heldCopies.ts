import { cacheNames } from './cacheNames.ts'

/** A bundle in the browser's caches. */
export interface HeldCopy {
  /** The name of its cache. */
  readonly name: string
  readonly sequence: number
  /** Its manifest is there, which is written last: so is all else. */
  readonly isWhole: boolean
}

/** The bundles in the browser's caches for the site at `root`, the newest first. */
export async function heldCopies(root: URL): Promise<HeldCopy[]> {
  const { sequenceOf } = cacheNames(root.href)
  const copies: HeldCopy[] = []
  for (const name of await caches.keys()) {
    const sequence = sequenceOf(name)
    if (sequence === null) continue
    const manifest = await caches.match(manifestUrl(root), { cacheName: name })
    copies.push({ name, sequence, isWhole: manifest !== undefined })
  }
  return copies.toSorted((a, b) => b.sequence - a.sequence)
}

/** Where a site's manifest lies, as `openPage` asks for it. */
export function manifestUrl(root: URL): string {
  return new URL('bundle/manifest.json', root).href
}
