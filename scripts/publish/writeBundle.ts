import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundleFile, Manifest } from '../../src/bundle/bundle.ts'
import { audiences, type Audience } from '../../src/cubes/audience.ts'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { findUnsealed, removeOldFiles, wordsHeader } from './bundleFolder.ts'
import { bundleLock } from './bundleLock.ts'
import type { BundlePart } from './bundlePart.ts'
import { gatherPacks } from './gatherPacks.ts'
import { headOf } from './headOf.ts'
import { inlineFiles } from './inlineFiles.ts'
import { NewFiles, published } from './NewFiles.ts'
import { nobodyCanOpen } from './nobodyCanOpen.ts'
import { readManifest, type Trust } from './readManifest.ts'
import { removeSealedNote, writeSealedNote } from './sealedNote.ts'
import type { Sealing } from './sealing.ts'
import type { NotedEdition } from './shownEdition.ts'
import { signManifest } from './signManifest.ts'
import { writeOpenFiles, writeSealedFiles } from './writeFiles.ts'

/** What a bundle says of itself besides its files. */
export interface BundleHead {
  /** When the sync ran, UTC. */
  readonly syncedAt: string
  /** Whether it may lie in the open: the invented practice's, and no other. */
  readonly demo: boolean
  /** For whom it is sealed, and by whom signed; null only for the demo. A demo may be sealed like any other. */
  readonly sealing: Sealing | null
  /**
   * Work before the first file, once it is sure that no other run publishes there meanwhile: what must be noted of a
   * publication before it can be seen. If it throws, nothing is published. What it gives is what viewers are shown, for
   * the manifest. Null where there is nothing to note: a sealed manifest then says what the one before it said.
   */
  readonly before: (() => Promise<NotedEdition | null>) | null
}

/**
 * Writes a bundle into a folder: every pack under its content's hash, then the manifest in one rename, last.
 * A reader sees the old bundle or the new one, never a mixture; an edition that nobody can open is not written; the generation before stays as
 * `manifest.previous.json` with its files, older ones are removed. Anything but the demo is sealed and signed,
 * and lies beside nothing that is not. Throws `SyncError` if nobody could open it, another sync is writing
 * there or has published since this one began, or the disk refuses; the old bundle stays whole then, and nothing of
 * the new one stays beside it.
 */
export async function writeBundle(
  folder: string,
  parts: readonly BundlePart[],
  head: BundleHead,
): Promise<Manifest> {
  const { sealing } = head
  if (sealing ? readAudiences(sealing).length === 0 : !head.demo) throw nobodyCanOpen()
  return inFolder(folder, async () => {
    const files = new NewFiles(folder)
    try {
      return await (sealing
        ? replaceSealed(files, parts, { ...head, sealing })
        : replaceOpen(files, parts, head))
    } catch (error) {
      await files.takeBack()
      throw error
    }
  })
}

/**
 * Signs the bundle of a folder anew, with its files as they are: it is known to be current again. Null if
 * there is none that this key has signed. Throws `SyncError` as `writeBundle` does.
 */
export async function resignBundle(
  folder: string,
  { sealing, syncedAt }: { readonly sealing: Sealing; readonly syncedAt: string },
): Promise<Manifest | null> {
  return inFolder(folder, async () => {
    await sealing.recheck?.()
    const before = await readManifest(folder, { trust: sealing.signingKey })
    if (!before) return null
    await refuseUnsealed(folder, { ignoreOurs: false })
    const manifest: Manifest = { ...before, ...headOf({ syncedAt, demo: false }, before) }
    const text = signManifest(manifest, sealing.signingKey)
    await replaceFile(join(folder, 'manifest.json'), text, published)
    return manifest
  })
}

/** Work under the folder's lock; what the disk says against it becomes a `SyncError`. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    await mkdir(folder, { recursive: true })
    const unlock = await bundleLock(folder)
    try {
      return await work()
    } finally {
      await unlock()
    }
  } catch (cause) {
    if (cause instanceof SyncError || !(cause instanceof Error && 'code' in cause)) throw cause
    throw new SyncError(
      `The bundle could not be written to ${folder}.`,
      'Check that the folder can be written to and the disk is not full. The last good bundle is untouched.',
      { cause },
    )
  }
}

/** The owners' packs of the demo, then the manifest, then what nobody names any more. */
async function replaceOpen(
  to: NewFiles,
  parts: readonly BundlePart[],
  { syncedAt, before }: BundleHead,
): Promise<Manifest> {
  const { folder } = to
  await before?.()
  const files = inOrder(await writeOpenFiles(to, gatherPacks(parts, 'owner')))
  const manifest: Manifest = {
    ...headOf({ syncedAt, demo: true }, null),
    files,
    ...(await inlineFiles(folder, files)),
  }
  await keepPrevious(folder, manifest, 'open')
  await replaceFile(join(folder, 'manifest.json'), JSON.stringify(manifest), published)
  to.keep()
  // The new bundle is there: what could not be cleared away, the next run will.
  await removeOldFiles(folder, manifest, { keys: [], trust: 'open' }).catch(() => undefined)
  return manifest
}

/** The same, sealed and signed; then a look at everything that is left. */
async function replaceSealed(
  to: NewFiles,
  parts: readonly BundlePart[],
  head: BundleHead & { readonly sealing: Sealing },
): Promise<Manifest> {
  const { folder } = to
  const { signingKey, keys } = head.sealing
  await head.sealing.recheck?.()
  await refuseUnsealed(folder, { ignoreOurs: true })
  refuseOpenKeys(keys)
  const shown = await head.before?.()
  const packs = readAudiences(head.sealing).flatMap((audience) => gatherPacks(parts, audience))
  const { files, note, isShut } = await writeSealedFiles(to, packs, head.sealing)
  const keyFiles = await writeKeys(to, keys)
  const last = await readManifest(folder, { trust: signingKey })
  const manifest: Manifest = {
    ...headOf({ syncedAt: head.syncedAt, demo: false }, last),
    ...viewersOf(shown ?? null, last),
    files: inOrder(files),
    ...(await inlineFiles(folder, files)),
  }
  // Whoever was removed must not find a generation that still opens for them.
  if (isShut) await rm(join(folder, 'manifest.previous.json'), { force: true })
  else await keepPrevious(folder, manifest, signingKey)
  // A run that breaks off here leaves no note: what lies there then counts as sealed for nobody knows whom.
  await removeSealedNote(folder)
  await replaceFile(join(folder, 'manifest.json'), signManifest(manifest, signingKey), published)
  to.keep()
  // Without it the next run seals everything anew, which does no harm.
  await writeSealedNote(folder, note).catch(() => undefined)
  // Not merely tidying here: what an unsealed bundle left behind must not be published with a sealed one.
  await removeOldFiles(folder, manifest, { keys: keyFiles, trust: signingKey }).catch((cause: unknown) => {
    throw new SyncError(
      `The new bundle is in ${folder}, but older files could not be removed from it.`,
      'Do not upload the folder as it is: somebody who was removed could open them. Check that it can be written to, and run the sync again.',
      { cause },
    )
  })
  await refuseUnsealed(folder, { ignoreOurs: false })
  return manifest
}

/** What viewers were shown last is not forgotten where they are shown nothing for a while. */
function viewersOf(shown: NotedEdition | null, last: Manifest | null): Pick<Manifest, 'viewers'> {
  const viewers = shown ?? last?.viewers
  return viewers ? { viewers } : {}
}

/** The audiences of somebody: whether there are viewers is told by the sizes of the files anyway. */
function readAudiences({ recipients }: Sealing): Audience[] {
  return audiences.filter((audience) => recipients[audience].length > 0)
}

/** A key that nothing protects would open the bundle to everybody. */
function refuseOpenKeys(keys: Sealing['keys']): void {
  for (const [id, bytes] of keys) {
    if (!/^[\w-]+$/.test(id)) throw new Error('invalid id of a link')
    if (Buffer.from(bytes).toString('latin1', 0, wordsHeader.length) === wordsHeader) continue
    throw new SyncError(
      "A reader's link in two parts is not sealed with words, so nothing was published.",
      'Remove that reader and add them again: npm run share -- remove, then npm run share -- add --two-part.',
    )
  }
}

/** Two-part links' keys, beside the packs. Returns their paths. */
async function writeKeys(to: NewFiles, keys: Sealing['keys']): Promise<string[]> {
  const paths: string[] = []
  for (const [id, bytes] of keys) {
    paths.push(`keys/${id}.age`)
    await to.write(`keys/${id}.age`, bytes)
  }
  return paths
}

async function refuseUnsealed(folder: string, options: { readonly ignoreOurs: boolean }): Promise<void> {
  const path = await findUnsealed(folder, options)
  if (path === null) return
  throw new SyncError(
    `The folder ${folder} holds a file that is not sealed: ${path}. Whatever lies there is published.`,
    'Move it elsewhere, or name a folder of its own with --out. Then run the sync again.',
  )
}

/** Puts the manifest that lies there aside, unless it names the same files or is not `trust`ed. */
async function keepPrevious(folder: string, manifest: Manifest, trust: Trust): Promise<void> {
  const before = await readManifest(folder, { trust })
  if (!before || JSON.stringify(before.files) === JSON.stringify(manifest.files)) return
  const bytes = await readFile(join(folder, 'manifest.json'))
  await replaceFile(join(folder, 'manifest.previous.json'), bytes, published)
}

function inOrder(files: readonly BundleFile[]): BundleFile[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
