import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile } from '../files/replaceFile.ts'
import { formatAudit } from '../private/audit/formatAudit.ts'
import type { SyncResult } from './sync.ts'

/** Writes the privacy audit as a page to print and keep, for its owner's eyes only. */
export async function writeAudit(
  path: string,
  { audit, isHeld, practice }: Pick<SyncResult, 'audit' | 'isHeld' | 'practice'>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await replaceFile(path, formatAudit(audit, { heldAt: isHeld ? practice.asOf : null }))
}
