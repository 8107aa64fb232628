import { freezeTables, type FrozenTables } from '../publish/freezeTables.ts'
import type { Sealing } from '../publish/sealing.ts'
import { readFrozen } from './frozenRecord.ts'

/** What a run may publish, and what the next one will be held to. */
export interface HeldTables extends FrozenTables {
  /** Whether sums of closed months stay as they were published last. */
  readonly isHeld: boolean
  /** Whether what is published has to be noted for the next run. */
  readonly isNoted: boolean
}

/**
 * What may be published now, given what was published before from this folder. Only where somebody who is no owner
 * has a link: an owner holds the spreadsheets, and learns nothing from the difference of two publications.
 * Throws `SyncError` as `freezeTables` and `readFrozen` do.
 */
export async function heldTables(
  next: FrozenTables,
  { out, sealing }: { readonly out: string | null; readonly sealing: Sealing | null },
): Promise<HeldTables> {
  if (out === null || sealing === null || !hasOthers(sealing))
    return { ...next, isHeld: false, isNoted: false }
  return { ...freezeTables(next, await readFrozen(out)), isNoted: true }
}

function hasOthers({ recipients }: Sealing): boolean {
  return recipients.viewer.some((recipient) => !recipients.owner.includes(recipient))
}
