import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Document, isMap, isSeq, parseDocument } from 'yaml'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { bundleLock } from '../publish/bundleLock.ts'
import { parseReaders, readersText } from './readReaders.ts'
import type { Reader } from './reader.ts'

const head = ` Who can open what is published. Written by npm run share, which adds and removes people. The keys are
 public ones, and a sealed_link opens nothing without its six words; but whoever can change this file can let
 themselves in.`

/** What becomes of the readers: one more, or one fewer by their id. */
export type Change = { readonly add: Reader } | { readonly remove: string }

/**
 * Changes the readers file in one step, comments kept, for its owner alone. `decide` gets who is there now and
 * throws if the change must not be; nobody else changes the file meanwhile. Throws `SyncError`.
 */
export async function changeReaders<Decided extends Change>(
  path: string,
  decide: (readers: readonly Reader[]) => Promise<Decided>,
): Promise<Decided> {
  const unlock = await lock(dirname(path))
  try {
    const text = (await readersText(path)) ?? ''
    const change = await decide(parseReaders(text, basename(path)))
    const changed = changedText(text, change)
    parseReaders(changed, basename(path))
    await replaceFile(path, changed)
    return change
  } finally {
    await unlock()
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

function changedText(text: string, change: Change): string {
  const document: Document = parseDocument(text)
  if (!isSeq(document.contents)) {
    const fresh = new Document('add' in change ? [change.add] : [])
    fresh.commentBefore = head
    return fresh.toString({ lineWidth: 0 })
  }
  const list = document.contents
  if ('add' in change) {
    list.flow = false
    list.add(document.createNode(change.add))
  } else {
    list.items = list.items.filter((item) => !isMap(item) || item.get('id') !== change.remove)
  }
  return document.toString({ lineWidth: 0 })
}
