import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile } from '../files/replaceFile.ts'
import { formatAudit } from '../private/audit/formatAudit.ts'
import type { SyncResult } from './sync.ts'

/** Writes the privacy audit of both editions as a page to print and keep, for its owner's eyes only. */
export async function writeAudit(
  path: string,
  { audit, viewers }: Pick<SyncResult, 'audit' | 'viewers'>,
): Promise<void> {
  const pages = [formatAudit(audit, 'owners'), ...(viewers?.edition ? [viewers.edition.audit] : [])]
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await replaceFile(path, pages.join('\n\n'))
}
