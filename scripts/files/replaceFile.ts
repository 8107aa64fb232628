import { stageFile } from './stageFile.ts'

/**
 * Writes a whole file, flushed to the disk, in one rename: a reader, or a run that breaks off, leaves the old
 * one or the new one. Only its owner can open it unless `mode` says otherwise. Throws what the disk throws.
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const staged = await stageFile(path, content, mode)
  try {
    await staged.commit()
  } catch (error) {
    await staged.discard()
    throw error
  }
}
