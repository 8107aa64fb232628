import { mkdir, readFile } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import { z } from 'zod'
import { unpack } from '../../src/bundle/unpack.ts'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { bundleLock } from './bundleLock.ts'
import type { BundlePart } from './bundlePart.ts'
import { contentHash } from './contentHash.ts'
import type { DeclaredHashes } from './declaredHashes.ts'
import { encodePack } from './encodePack.ts'

/** What became of the viewers' edition of a month end. */
const states = [
  /** It was made, and is published as it is until the next. */
  'taken',
  /** No row counted up to its day: nothing was shown, and it is taken as soon as one does. */
  'empty',
  /** It must not be shown any more, nor another of the same day: viewers get nothing until the next. */
  'withdrawn',
] as const

/** The viewers' edition of a month end: taken once, published as it is until the next. */
export interface Edition extends DeclaredHashes {
  /** Civil date, a month's last, up to which its rows count. */
  readonly day: string
  readonly state: (typeof states)[number]
  /** Drawn at random, one for each thing that viewers were shown of that day, or not; its own is the last. */
  readonly ids: readonly string[]
  /** The privacy audit's page on it; empty where nothing is shown. */
  readonly audit: string
  /** As `viewersParts` gives them, by name; none where nothing is shown. */
  readonly parts: readonly BundlePart[]
}

/** Where a practice's edition is kept, and whose it is. */
export interface RecordPlace {
  /** Absolute. */
  readonly path: string
  /** Tells practices that share a readers file apart, and nothing else. */
  readonly practice: string
}

/** What stands in the record beside the parts: what it is, and a hash of all else, so that only a whole one counts. */
const headName = 'edition'
const hashName = 'sha256'
const headSchema = z.strictObject({
  practice: z.string(),
  day: z.iso.date(),
  state: z.enum(states),
  ids: z.array(z.string()).min(1),
  made: z.string(),
  answered: z.string(),
  audit: z.string(),
})

/** Where a practice's edition is kept, wherever its bundles go: beside its readers file, for its owner alone. */
export function editionPath(readers: string): string {
  return `${readers.replace(/\.ya?ml$/, '')}-edition.pack`
}

/**
 * That place, and the practice as its config's place from there tells it: two that share a readers file have two, and
 * one that is moved to another computer as it is keeps its own.
 */
export function recordPlace({
  readers,
  config,
}: {
  readonly readers: string
  readonly config: string
}): RecordPlace {
  const way = relative(dirname(readers), config).replaceAll(sep, '/')
  return { path: editionPath(readers), practice: contentHash(Buffer.from(way)) }
}

/**
 * The edition that was noted last; null if none was. Throws `SyncError` if the record is there and cannot be read
 * (without it nobody can say what viewers have been shown), or is another practice's.
 */
export async function readEdition({ path, practice }: RecordPlace): Promise<Edition | null> {
  const record = await readRecord(path)
  if (record === null) return null
  const { practice: whose, ...edition } = record
  if (whose === practice) return edition
  throw anotherPractice(path)
}

/** What is said of a record, or the note beside it, of another practice. */
export function anotherPractice(path: string): SyncError {
  return new SyncError(
    `The record of what viewers are shown, ${path}, is another practice's: it was made with another config.`,
    'Give each practice a readers file of its own: "sharing: readers:" in its config. If this is the practice, and its config was only renamed or moved, put it back where it was.',
  )
}

async function readRecord(path: string): Promise<(Edition & { readonly practice: string }) | null> {
  try {
    return decoded(new Uint8Array(await readFile(path)))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new SyncError(
      `The record of what viewers are shown, ${path}, cannot be read.`,
      `Put it back from a backup. Without one, remove it, then ${withdrawing}`,
      { cause },
    )
  }
}

/** What to do where nobody can say what viewers have been shown. */
export const withdrawing =
  'run the sync once with --withdraw-viewers: viewers are then shown nothing until the next month end is a week past, because two publications of one month could tell single people apart. Owners see theirs.'

/**
 * Notes an edition in the place of `known`, the one that this run found, in one rename, for its owner alone. Throws
 * `SyncError` if another run has noted one meanwhile, or the disk refuses.
 */
export async function writeEdition(
  place: RecordPlace,
  edition: Edition,
  known: Edition | null,
): Promise<void> {
  const { path, practice } = place
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const unlock = await bundleLock(dirname(path))
    try {
      refuseOther(await readEdition(place), known)
      await replaceFile(path, encoded({ ...edition, practice }))
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

function encoded(edition: Edition & { readonly practice: string }): Uint8Array {
  const entries = entriesOf(edition)
  return encodePack([...entries, { name: hashName, bytes: Buffer.from(hashOf(entries)) }])
}

function decoded(bytes: Uint8Array<ArrayBuffer>): Edition & { readonly practice: string } {
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
