import { open, rename, rm } from 'node:fs/promises'

/** A whole file beside the one that it is to replace. */
export interface StagedFile {
  /** Puts it in the other's place, in one rename. Throws what the disk throws; the old file stays then. */
  commit(): Promise<void>
  /** Takes it away again. */
  discard(): Promise<void>
}

/**
 * Writes a file beside its place, flushed to the disk: what can fail for want of room has not failed by then. Only
 * its owner can open it unless `mode` says otherwise. Throws what the disk throws, and leaves nothing then.
 */
export async function stageFile(
  path: string,
  content: string | Uint8Array,
  mode = 0o600,
): Promise<StagedFile> {
  const aside = `${path}.${String(process.pid)}.partial`
  const discard = () => rm(aside, { force: true })
  try {
    // A killed run's rest, or a link that somebody laid there, must not be written through.
    await discard()
    const file = await open(aside, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await discard()
    throw error
  }
  return { commit: () => rename(aside, path), discard }
}
