import { parseHeartbeat, type Heartbeat } from './heartbeat.ts'
import type { OpenedPage } from './openPage.ts'

/**
 * The schedule's heartbeat, which lies in the site's root beside the bundle. Null where no schedule has run,
 * where it cannot be read, and for the demo, which has no schedule and is not asked for one. Never throws.
 */
export async function fetchHeartbeat({
  bundle,
  root,
}: Pick<OpenedPage, 'bundle' | 'root'>): Promise<Heartbeat | null> {
  if (bundle.manifest.demo) return null
  try {
    // Never an old one: the whole of it is how old it is.
    const response = await fetch(new URL(`${root}heartbeat.json`, location.href), { cache: 'no-store' })
    return response.ok ? parseHeartbeat(await response.text()) : null
  } catch {
    return null
  }
}
