import { freezeTables, type FrozenTables } from '../publish/freezeTables.ts'
import type { Sealing } from '../publish/sealing.ts'
import { readFrozen } from './frozenRecord.ts'
import { refuseUndeclared } from './refuseUndeclared.ts'

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
 * Throws `SyncError` as `freezeTables`, `readFrozen` and `refuseUndeclared` do.
 */
export async function heldTables(
  next: FrozenTables,
  { out, sealing }: { readonly out: string | null; readonly sealing: Sealing | null },
): Promise<HeldTables> {
  if (out === null || sealing === null || !hasOthers(sealing))
    return { ...next, isHeld: false, isNoted: false }
  const held = freezeTables(next, await readFrozen(out))
  if (held.isHeld) refuseUndeclared(held.tables)
  return { ...held, isNoted: true }
}

function hasOthers({ recipients }: Sealing): boolean {
  return recipients.viewer.some((recipient) => !recipients.owner.includes(recipient))
}
