import type { KeyObject } from 'node:crypto'
import type { Audience } from '../../src/cubes/audience.ts'
import type { RecordPlace } from './editionRecord.ts'

/** What a sync needs to publish a real practice's bundle: public recipients, and the key that signs. */
export interface Sealing {
  /** Recipients that open an audience's edition, sorted and without repeats; nobody is in both lists. */
  readonly recipients: Readonly<Record<Audience, readonly string[]>>
  /** Private Ed25519 key. */
  readonly signingKey: KeyObject
  /** Two-part links' sealed identities by the link's id, published as `keys/<id>.age`. */
  readonly keys: ReadonlyMap<string, Uint8Array>
  /** Where the viewers' edition is kept from one run to the next; null only where there is no viewer to keep one for. */
  readonly editionRecord: RecordPlace | null
  /**
   * Throws `SyncError` if it has changed since who can open what is published, or what is: a run that began before
   * somebody was removed must not let them in again, nor put older rows in the place of newer ones. Asked under
   * the bundle's lock. Null only in tests, where nobody else is there.
   */
  readonly recheck: (() => Promise<void>) | null
}
