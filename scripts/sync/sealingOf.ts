import { SyncError } from '../errors/SyncError.ts'
import { publicationFence } from '../publish/publicationFence.ts'
import type { Sealing } from '../publish/sealing.ts'
import { heartbeatPath, writeHeartbeat } from '../schedule/writeHeartbeat.ts'
import { readSealing, type SharedSealing } from '../share/readSealing.ts'
import type { SharingPlace } from '../share/sharingPlace.ts'
import { dayOf } from './dayOf.ts'

/** The run that wants to publish. */
export interface SealedRun {
  /** UTC. */
  readonly now: string
  /** The bundle's folder. */
  readonly out: string
  /** Whether nobody watches it. */
  readonly unattended: boolean
}

/**
 * For whom a real practice's numbers are sealed at an instant; to be asked before anything is read, because what
 * another run publishes from now on is newer. Throws `SyncError` if nobody could open them; a run that is not
 * watched leaves a heartbeat that says so: links end by themselves, and this may be the first that anybody hears
 * of it.
 */
export async function sealingOf(
  place: SharingPlace,
  { now, out, unattended }: SealedRun,
): Promise<SharedSealing & Sealing> {
  try {
    const sealing = await readSealing(place, dayOf(now, place.timeZone))
    const refuseOlder = await publicationFence(out, sealing.signingKey)
    const recheck = async () => {
      await refuseChange(place, sealing)
      await refuseOlder()
    }
    return { ...sealing, recheck }
  } catch (error) {
    if (unattended) await writeHeartbeat(heartbeatPath(out), { time: now, ok: false }).catch(() => undefined)
    throw error
  }
}

async function refuseChange(place: SharingPlace, { recipients, today }: SharedSealing): Promise<void> {
  const again = await readSealing(place, today)
  if (JSON.stringify(again.recipients) === JSON.stringify(recipients)) return
  throw new SyncError(
    'Who can open what is published was changed while this sync ran, so it published nothing.',
    'Run the sync again: it seals for the people that are in the readers file now.',
  )
}
