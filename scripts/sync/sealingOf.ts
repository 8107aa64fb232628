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
    return await readSealing(place, dayOf(now, place.timeZone))
  } catch (error) {
    if (unattended !== null) {
      await writeHeartbeat(heartbeatPath(unattended), { time: now, ok: false }).catch(() => undefined)
    }
    throw error
  }
}
