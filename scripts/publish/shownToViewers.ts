import type { KeyObject } from 'node:crypto'
import { readManifest } from './readManifest.ts'

/**
 * When a bundle's folder was last published to with packs for viewers, UTC; null if it holds no bundle that this key
 * has signed, or one for owners alone. Throws what the disk throws.
 */
export async function shownToViewers(folder: string, signingKey: KeyObject): Promise<string | null> {
  const manifest = await readManifest(folder, { trust: signingKey })
  const isShown = manifest?.files.some(({ audience }) => audience === 'viewer') ?? false
  return isShown && manifest ? manifest.syncedAt : null
}
