import type { KeyRecords } from './keyRecords.ts'

/** What of a browser's storage is used. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the store stands on. */
export interface AccessStoreParts {
  readonly records: KeyRecords
  /** The tab's memory. */
  readonly tab: Memory
  /** The device's; holds no more than the mark that there is something to recall. */
  readonly device: Memory
  /** The site's root: two practices on one host do not share a key. */
  readonly place: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}
