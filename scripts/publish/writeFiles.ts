import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundleFile } from '../../src/bundle/bundle.ts'
import { contentHash } from './contentHash.ts'
import type { NamedPack } from './gatherPacks.ts'
import type { NewFiles } from './NewFiles.ts'
import { seal } from './seal.ts'
import { readSealedNote, type SealedNote } from './sealedNote.ts'
import type { Sealing } from './sealing.ts'

/** Packs in the open, each under its contents' hash: the demo's. */
export async function writeOpenFiles(to: NewFiles, packs: readonly NamedPack[]): Promise<BundleFile[]> {
  const files: BundleFile[] = []
  for (const { name, audience, bytes } of packs) {
    const file = fileOf({ name, audience }, { sha256: contentHash(bytes), bytes: bytes.length }, 'pack')
    // A file of that name may be half of an earlier, killed run's: only equal bytes are kept.
    if (!(await holds(join(to.folder, file.path), file))) await to.write(file.path, bytes)
    files.push(file)
  }
  return files
}

/**
 * Packs sealed for their audience, each under its ciphertext's hash. A pack whose plain bytes and recipients
 * are what they were keeps its file. `isShut` says that somebody who could
 * open the last publication cannot open this one, or that nobody knows. Throws `SyncError`, see `seal`.
 */
export async function writeSealedFiles(
  to: NewFiles,
  packs: readonly NamedPack[],
  { recipients }: Sealing,
): Promise<{ readonly files: BundleFile[]; readonly note: SealedNote; readonly isShut: boolean }> {
  const before = await readSealedNote(to.folder)
  const note: SealedNote = { recipients: hashesOf(recipients), packs: {} }
  const files: BundleFile[] = []
  for (const pack of packs) {
    const made = madeOf(pack, recipients[pack.audience])
    const known = before?.packs[pack.name]
    const kept = known?.made === made ? fileOf(pack, known, 'age') : null
    const file =
      kept && (await holds(join(to.folder, kept.path), kept))
        ? kept
        : await writeSealed(to, pack, recipients[pack.audience])
    files.push(file)
    note.packs[pack.name] = { made, sha256: file.sha256, bytes: file.bytes }
  }
  const isShut = !before?.recipients.every((each) => note.recipients.includes(each))
  return { files, note, isShut }
}

/** By audience: an owner who becomes a viewer loses something too. */
function hashesOf(recipients: Sealing['recipients']): string[] {
  const named = Object.entries(recipients).flatMap(([audience, all]) =>
    all.map((one) => `${audience} ${one}`),
  )
  return named.map((each) => contentHash(Buffer.from(each))).sort()
}

async function writeSealed(
  to: NewFiles,
  pack: NamedPack,
  recipients: readonly string[],
): Promise<BundleFile> {
  const sealed = await seal(pack.bytes, recipients)
  const file = fileOf(pack, { sha256: contentHash(sealed), bytes: sealed.length }, 'age')
  await to.write(file.path, sealed)
  return file
}

function madeOf({ bytes }: NamedPack, recipients: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(recipients)).update('\0').update(bytes).digest('hex')
}

function fileOf(
  { name, audience }: Pick<NamedPack, 'name' | 'audience'>,
  { sha256, bytes }: Pick<BundleFile, 'sha256' | 'bytes'>,
  ending: 'age' | 'pack',
): BundleFile {
  return { name, audience, path: `data/${sha256.slice(0, 32)}.${ending}`, bytes, sha256 }
}

async function holds(
  path: string,
  { bytes, sha256 }: Pick<BundleFile, 'bytes' | 'sha256'>,
): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found?.isFile() === true && found.size === bytes && contentHash(await readFile(path)) === sha256
}
