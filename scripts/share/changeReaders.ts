import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isSeq, parseDocument, type Document } from 'yaml'
import { SyncError } from '../errors/SyncError.ts'
import { refuseServed } from '../publish/refuseServed.ts'
import { stageFile, type StagedFile } from '../files/stageFile.ts'
import { bundleLock } from '../publish/bundleLock.ts'
import { parseReaders, readersText } from './readReaders.ts'
import type { Reader } from './reader.ts'
import type { SharingPlace } from './sharingPlace.ts'

const head = ` Who can open what is published. Written by npm run share, which adds and removes people. The keys are
 public ones, and a sealed_link opens nothing without its six words; but whoever can change this file can let
 themselves in.`

/** What becomes of the readers: one more, or one fewer by their id. */
export type Change = { readonly add: Reader } | { readonly remove: string }

/**
 * Changes the readers file in one step, comments kept, for its owner alone. `decide` gets who is there now and
 * throws if the change must not be; nobody else changes the file meanwhile. The new file lies ready on the disk
 * when `tell` is called, and counts once that is done: if it throws, nothing is changed. Throws `SyncError`, also
 * where the file cannot be changed without changing more than was asked for.
 */
export async function changeReaders<Decided extends Change>(
  { readers: path, project }: Pick<SharingPlace, 'readers' | 'project'>,
  decide: (readers: readonly Reader[]) => Promise<Decided>,
  tell: (decided: Decided) => Promise<void> = () => Promise.resolve(),
): Promise<Decided> {
  await refuseServedReaders({ readers: path, project })
  const unlock = await lock(dirname(path))
  try {
    const text = (await readersText(path)) ?? ''
    const readers = parseReaders(text, basename(path))
    const change = await decide(readers)
    const staged = await onDisk(path, () => stageFile(path, changedText(text, readers, change)))
    await replaceOnce(path, staged, () => tell(change))
    return change
  } finally {
    await unlock()
  }
}

/** Where the readers file must not lie: it names people. Throws `SyncError`. */
export async function refuseServedReaders({
  readers: path,
  project,
}: Pick<SharingPlace, 'readers' | 'project'>): Promise<void> {
  await refuseServed({
    path,
    project,
    what: 'The readers file, which names people,',
    remedy: 'Move it to data/private, and let "sharing: readers:" in the config name its new place.',
  })
}

async function replaceOnce(path: string, staged: StagedFile, tell: () => Promise<void>): Promise<void> {
  try {
    await tell()
    await onDisk(path, () => staged.commit())
  } catch (error) {
    await staged.discard()
    throw error
  }
}

async function onDisk<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof SyncError || !(cause instanceof Error && 'syscall' in cause)) throw cause
    throw new SyncError(
      `The readers file cannot be written: ${path}. Nobody was added or removed.`,
      'Check that it can be written to and that the disk is not full, then say it again.',
      { cause },
    )
  }
}

async function lock(folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await bundleLock(folder)
  } catch (cause) {
    if (cause instanceof SyncError) {
      const hint = `Try again in a moment. If nobody is, remove the file .lock in ${folder}.`
      throw new SyncError('Somebody is changing the readers at this moment.', hint, { cause })
    }
    throw new SyncError(
      `The readers file cannot be written to ${folder}.`,
      'The folder must be yours to write to; "sharing: readers:" in the config names another.',
      { cause },
    )
  }
}

/** The file's text with the change in it, and nothing else changed. Throws `SyncError` if that cannot be. */
function changedText(text: string, readers: readonly Reader[], change: Change): string {
  const wanted = 'add' in change ? [...readers, change.add] : readers.filter(({ id }) => id !== change.remove)
  const changed = editedText(text, readers, change)
  if (changed !== null && isDeepStrictEqual(readersOf(changed), wanted)) return changed
  throw new SyncError(
    'The readers file cannot be changed by this command: it is written in a way (anchors &, aliases *) in which one person’s lines belong to another’s.',
    'Write every value out, without & and *, or change the file by hand. Nobody was added or removed.',
  )
}

function readersOf(text: string): Reader[] | null {
  try {
    return parseReaders(text, 'the readers file')
  } catch {
    return null
  }
}

/** Null where the edited document cannot be written, as where an alias lost its anchor. */
function editedText(text: string, readers: readonly Reader[], change: Change): string | null {
  const document: Document = parseDocument(text)
  if (isSeq(document.contents)) {
    const list = document.contents
    // By what the file means, not by how it is written: an id may be an alias.
    if ('remove' in change) list.items = list.items.filter((_, index) => readers[index]?.id !== change.remove)
    else {
      list.flow = false
      list.add(document.createNode(change.add))
    }
  } else {
    document.contents = document.createNode('add' in change ? [change.add] : [])
    document.commentBefore ??= head
  }
  try {
    return document.toString({ lineWidth: 0 })
  } catch {
    return null
  }
}
