import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { anotherPractice, withdrawing, type RecordPlace } from './editionRecord.ts'
import type { NotedEdition } from './shownEdition.ts'

const shownNote = z.strictObject({ practice: z.string(), day: z.iso.date(), id: z.string() })

/** Where it is noted, beside the record, which edition viewers are shown: the record alone may be lost or put back. */
export function shownNotePath({ path }: Pick<RecordPlace, 'path'>): string {
  return `${path.replace(/-edition\.pack$/, '')}-shown.json`
}

/**
 * The edition that viewers were shown last, by the note beside the record; null where there is none. Throws `SyncError`
 * if it is there and cannot be read, or is another practice's.
 */
export async function readShownNote(place: RecordPlace): Promise<NotedEdition | null> {
  const path = shownNotePath(place)
  const note = await noteAt(path)
  if (note === null) return null
  const { practice, ...shown } = note
  if (practice !== place.practice) throw anotherPractice(path)
  return shown
}

async function noteAt(path: string): Promise<z.output<typeof shownNote> | null> {
  try {
    return shownNote.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new SyncError(
      `The note of which numbers viewers were shown last, ${path}, cannot be read.`,
      `Put it back from a backup, as new as the record beside it. Without one, remove it, then ${withdrawing}`,
      { cause },
    )
  }
}

/**
 * Notes it, in one rename, for its owner alone; nothing is written where that stands there. Throws `SyncError`, also
 * where the disk refuses.
 */
export async function writeShownNote(place: RecordPlace, shown: NotedEdition): Promise<void> {
  const noted = await readShownNote(place)
  if (noted?.day === shown.day && noted.id === shown.id) return
  const path = shownNotePath(place)
  try {
    await replaceFile(path, JSON.stringify({ practice: place.practice, ...shown }))
  } catch (cause) {
    throw new SyncError(
      `The note of which numbers viewers were shown last, ${path}, cannot be written, so nothing was published.`,
      'Check that its folder can be written to and the disk is not full, then run the sync again.',
      { cause },
    )
  }
}
