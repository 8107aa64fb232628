import type { Access } from '../bundle/access.ts'
import type { SealedText } from './keyRecords.ts'
import { isAccess } from './parseLink.ts'
import { sealText, unsealText } from './sealText.ts'

/** An access, and the two-part link that it was opened from, so that its words are asked for once. */
export interface Kept {
  readonly access: Access
  /** Id of the two-part link; null for a link that held its key. */
  readonly words: string | null
}

/** Seals what is kept under a new key, for one place; see `sealText`. Rejects as that does. */
export function sealKept(
  kept: Kept,
  place: string,
): Promise<{ readonly key: CryptoKey; readonly sealed: SealedText }> {
  return sealText(JSON.stringify(kept), place)
}

/** What was sealed, if a link could have given it; null if not. Rejects for another key, place or bytes. */
export async function unsealKept(key: CryptoKey, sealed: SealedText, place: string): Promise<Kept | null> {
  const found = JSON.parse(await unsealText(key, sealed, place)) as Partial<Record<keyof Kept, unknown>>
  const { access, words } = found
  return isAccess(access) ? { access, words: typeof words === 'string' ? words : null } : null
}
