import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { unpack } from '../../src/bundle/unpack.ts'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { bundleLock } from './bundleLock.ts'
import type { BundlePart } from './bundlePart.ts'
import { contentHash } from './contentHash.ts'
import type { DeclaredHashes } from './declaredHashes.ts'
import { encodePack } from './encodePack.ts'

/** The viewers' edition of a month end: taken once, published as it is until the next. */
export interface Edition extends DeclaredHashes {
  /** Civil date, a month's last, up to which its rows count. */
  readonly day: string
  /** The privacy audit's page on it. */
  readonly audit: string
  /** As `viewersParts` gives them, by name. */
  readonly parts: readonly BundlePart[]
}

/** What stands in the record beside the parts: what it is, and a hash of all else, so that only a whole one counts. */
const headName = 'edition'
const hashName = 'sha256'
const headSchema = z.strictObject({
  day: z.iso.date(),
  made: z.string(),
  answered: z.string(),
  audit: z.string(),
})

/** Where a practice's edition is kept, wherever its bundles go: beside its readers file, for its owner alone. */
export function editionPath(readers: string): string {
  return `${readers.replace(/\.ya?ml$/, '')}-edition.pack`
}

/**
 * The edition that was taken last; null if none was. Throws `SyncError` if the record is there and cannot be read:
 * without it nobody can say what viewers have been shown.
 */
export async function readEdition(path: string): Promise<Edition | null> {
  try {
    return decoded(new Uint8Array(await readFile(path)))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new SyncError(
      `The record of what viewers are shown, ${path}, cannot be read.`,
      'Put it back from a backup. Without one, wait until the next month end is a week past, then remove it: removed earlier, two publications of one month could tell single people apart. Owners alone need no record: npm run share -- list, then remove.',
      { cause },
    )
  }
}

/**
 * Notes an edition in the place of `known`, the one that this run found, in one rename, for its owner alone. Throws
 * `SyncError` if another run has noted one meanwhile, or the disk refuses.
 */
export async function writeEdition(path: string, edition: Edition, known: Edition | null): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const unlock = await bundleLock(dirname(path))
    try {
      refuseOther(await readEdition(path), known)
      await replaceFile(path, encoded(edition))
    } finally {
      await unlock()
    }
  } catch (cause) {
    if (cause instanceof SyncError) throw cause
    throw new SyncError(
      `The record of what viewers are shown, ${path}, cannot be written, so nothing was published.`,
      'Check that its folder can be written to and the disk is not full, then run the sync again.',
      { cause },
    )
  }
}

function refuseOther(now: Edition | null, known: Edition | null): void {
  if (now === known || (now && known && hashOf(entriesOf(now)) === hashOf(entriesOf(known)))) return
  throw new SyncError(
    'Another sync has just taken what viewers are shown, so this one published nothing.',
    'Run the sync again: it publishes what the other one took.',
  )
}

type Entry = Pick<BundlePart, 'name' | 'bytes'>

function entriesOf({ parts, ...head }: Edition): Entry[] {
  return [{ name: headName, bytes: Buffer.from(JSON.stringify(head)) }, ...parts]
}

function encoded(edition: Edition): Uint8Array {
  const entries = entriesOf(edition)
  return encodePack([...entries, { name: hashName, bytes: Buffer.from(hashOf(entries)) }])
}

function decoded(bytes: Uint8Array<ArrayBuffer>): Edition {
  const all = [...unpack(bytes)].map(([name, content]): Entry => ({ name, bytes: content }))
  const entries = all.filter(({ name }) => name !== hashName)
  const text = (wanted: string) =>
    Buffer.from(all.find(({ name }) => name === wanted)?.bytes ?? []).toString()
  if (hashOf(entries) !== text(hashName)) throw new Error('the record is not whole')
  const parts = entries
    .filter(({ name }) => name !== headName)
    .map((part): BundlePart => ({ ...part, audience: 'viewer' }))
  return { ...headSchema.parse(JSON.parse(text(headName))), parts }
}

function hashOf(entries: readonly Entry[]): string {
  return contentHash(encodePack(entries))
}
