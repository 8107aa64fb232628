import type { KeyObject } from 'node:crypto'
import { SyncError } from '../errors/SyncError.ts'
import { readManifest } from './readManifest.ts'

/**
 * Remembers what is published in a folder when a run begins to read. What is returned throws `SyncError` once
 * another run has published there: what this one read is older than that. Throws what the disk throws.
 */
export async function publicationFence(folder: string, signingKey: KeyObject): Promise<() => Promise<void>> {
  const sequence = async () => (await readManifest(folder, { trust: signingKey }))?.sequence ?? null
  const before = await sequence()
  return async () => {
    if ((await sequence()) === before) return
    throw new SyncError(
      `Another sync published to ${folder} while this one was reading, so this one published nothing.`,
      'What it read may be older than what is published now. Run the sync again.',
    )
  }
}
