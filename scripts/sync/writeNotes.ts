import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile } from '../files/replaceFile.ts'
import { everyProblem } from './problemLines.ts'
import type { SyncResult } from './sync.ts'

/**
 * Writes everything that the run noticed, for its owner's eyes: the screen shows the gravest, and Data health no note that
 * names a file. Places and counts, never a value.
 */
export async function writeNotes(path: string, result: Pick<SyncResult, 'health' | 'intake'>): Promise<void> {
  const lines = everyProblem(result)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await replaceFile(path, `${(lines.length === 0 ? ['Nothing to note.'] : lines).join('\n')}\n`)
}
