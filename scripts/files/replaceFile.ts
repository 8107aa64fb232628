import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes a whole file, flushed to the disk, in one rename: a reader, or a run that breaks off, leaves the old
 * one or the new one. Only its owner can open it unless `mode` says otherwise. Throws what the disk throws.
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const aside = `${path}.${String(process.pid)}.partial`
  try {
    // A killed run's rest, or a link that somebody laid there, must not be written through.
    await rm(aside, { force: true })
    const file = await open(aside, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
