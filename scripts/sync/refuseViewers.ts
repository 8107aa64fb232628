import { SyncError } from '../errors/SyncError.ts'
import type { SharedSealing } from '../share/readSealing.ts'

/**
 * Throws `SyncError` if anybody but owners could open what is published: on a computer that keeps nothing between
 * runs. Without the record of what was published before, two publications of one month could be subtracted.
 */
export function refuseViewers({ readers }: SharedSealing): void {
  if (readers.every(({ audience }) => audience === 'owner')) return
  throw new SyncError(
    'Somebody who is no owner has a link, and this computer keeps nothing between runs (--owners-only).',
    'Sync on a machine that keeps its disk, as scripts/schedule/README.md says for a machine of your own; or let only owners in: npm run share -- list, then remove.',
  )
}
