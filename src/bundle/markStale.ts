import { formatAge } from '../format/formatAge.ts'
import { fetchHeartbeat } from './fetchHeartbeat.ts'
import { runState, staleAfter } from './heartbeat.ts'
import type { OpenedPage } from './openPage.ts'

/**
 * Marks the freshness line of a page whose numbers are old, unless the schedule says that it ran and found
 * nothing new. `now` is milliseconds since 1970. The demo's numbers are old by design and are not marked.
 */
export async function markStale(opened: Pick<OpenedPage, 'bundle' | 'root'>, now: number): Promise<void> {
  const { demo, syncedAt } = opened.bundle.manifest
  const age = now - Date.parse(syncedAt)
  const lines = document.querySelectorAll('[data-freshness]')
  if (demo || age <= staleAfter || lines.length === 0) return
  const heartbeat = await fetchHeartbeat(opened)
  if (heartbeat && runState(heartbeat, now) === 'fine') return
  for (const line of lines) {
    const mark = document.createElement('a')
    mark.className = 'stale'
    mark.href = `${opened.root}data-health/`
    mark.textContent = `${formatAge(age)} old`
    // The dot goes to the next line with the mark.
    line.append(' ·\u00a0', mark)
  }
}
