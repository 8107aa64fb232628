import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Where a path really leads, links followed, even if its last folders do not exist yet. */
export async function truePath(path: string): Promise<string> {
  const full = resolve(path)
  const found = await realpath(full).catch(() => null)
  if (found !== null || dirname(full) === full) return found ?? full
  return join(await truePath(dirname(full)), basename(full))
}
