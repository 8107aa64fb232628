import type { KeyObject } from 'node:crypto'
import { editionDay } from './editionDay.ts'
import { readManifest } from './readManifest.ts'
import type { ShownEdition } from './shownEdition.ts'

/**
 * The edition that viewers were last shown from a bundle's folder, by its manifest; null if it holds no bundle that this
 * key has signed, or one that was always for owners alone. A bundle of before such notes tells the day by its time. Throws
 * what the disk throws.
 */
export async function shownToViewers(folder: string, signingKey: KeyObject): Promise<ShownEdition | null> {
  const manifest = await readManifest(folder, { trust: signingKey })
  if (manifest?.viewers) return manifest.viewers
  if (!manifest?.files.some(({ audience }) => audience === 'viewer')) return null
  return { day: editionDay(manifest.syncedAt.slice(0, 10)), id: null }
}
