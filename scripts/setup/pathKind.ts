import { stat } from 'node:fs/promises'

/** What lies at a path, links followed; null where there is nothing, or nothing that may be seen. */
export async function pathKind(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  return found.isDirectory() ? 'folder' : 'file'
}
