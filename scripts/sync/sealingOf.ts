import { SyncError } from '../errors/SyncError.ts'
import { heartbeatPath, writeHeartbeat } from '../schedule/writeHeartbeat.ts'
import { readSealing, type SharedSealing } from '../share/readSealing.ts'
import type { SharingPlace } from '../share/sharingPlace.ts'
import { dayOf } from './dayOf.ts'

/**
 * For whom a real practice's numbers are sealed at an instant (UTC). Throws `SyncError` if nobody could open them;
 * a run that is not watched, by the folder of its bundle, leaves a heartbeat that says so: links end by
 * themselves, and this may be the first that anybody hears of it.
 */
export async function sealingOf(
  place: SharingPlace,
  { now, unattended }: { readonly now: string; readonly unattended: string | null },
): Promise<SharedSealing> {
  try {
    const sealing = await readSealing(place, dayOf(now, place.timeZone))
    return { ...sealing, recheck: () => refuseChange(place, sealing) }
  } catch (error) {
    if (unattended !== null) {
      await writeHeartbeat(heartbeatPath(unattended), { time: now, ok: false }).catch(() => undefined)
    }
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
