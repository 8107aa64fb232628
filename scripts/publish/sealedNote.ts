import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../files/replaceFile.ts'

const sealedNote = z.strictObject({
  /** Hashes of everybody who could open it, each with their audience, sorted. */
  recipients: z.array(z.string()),
  /** By pack: what was sealed last and for whom, and the file that came of it. */
  packs: z.record(
    z.string(),
    z.strictObject({
      /** Hash of the plain pack and of its recipients. Private: it tells whether a guess at the pack is right. */
      made: z.string(),
      sha256: z.string(),
      bytes: z.int(),
    }),
  ),
})

/** What the last publication into a folder was sealed from. */
export type SealedNote = z.output<typeof sealedNote>

/** Beside the bundle, never in it. */
function notePath(folder: string): string {
  return `${resolve(folder)}-sealed.json`
}

/** The note of the last publication into a folder; null where there is none, or none that can be read. */
export async function readSealedNote(folder: string): Promise<SealedNote | null> {
  try {
    return sealedNote.parse(JSON.parse(await readFile(notePath(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Notes what was sealed, in one rename, for its owner alone. Throws what the disk throws. */
export async function writeSealedNote(folder: string, note: SealedNote): Promise<void> {
  await replaceFile(notePath(folder), JSON.stringify(note))
}

/** Forgets what was sealed last: the next run seals everything anew, and keeps no generation before it. */
export async function removeSealedNote(folder: string): Promise<void> {
  await rm(notePath(folder), { force: true })
}
