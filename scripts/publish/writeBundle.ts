import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BundleFile, Manifest } from '../../src/bundle/bundle.ts'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { bundleLock } from './bundleLock.ts'
import { contentHash } from './contentHash.ts'

/** A file of the bundle before it has an address: `cubes/charges`, its bytes and its ending. */
export interface BundlePart {
  readonly name: string
  readonly extension: 'json' | 'parquet'
  readonly bytes: Uint8Array
}

/** Mode of a bundle's files: who may read them is decided by their folder. */
const published = 0o666

/** What a bundle says of itself besides its files. */
export type BundleHead = Pick<Manifest, 'demo' | 'syncedAt'>

/**
 * Writes a bundle into a folder: every part under its content's hash, then the manifest in one rename,
 * last. A reader sees the old bundle or the new one, never a mixture; the generation before stays as
 * `manifest.previous.json` with its files, older ones are removed. The same parts give the same bytes.
 * Throws `SyncError` if another sync is writing there, or the disk refuses; the old bundle stays whole.
 */
export async function writeBundle(
  folder: string,
  parts: readonly BundlePart[],
  head: BundleHead,
): Promise<Manifest> {
  try {
    await mkdir(folder, { recursive: true })
    const unlock = await bundleLock(folder)
    try {
      return await replaceBundle(folder, parts, head)
    } finally {
      await unlock()
    }
  } catch (cause) {
    if (cause instanceof SyncError) throw cause
    throw new SyncError(
      `The bundle could not be written to ${folder}.`,
      'Check that the folder can be written to and the disk is not full. The last good bundle is untouched.',
      { cause },
    )
  }
}

/** Parts, then the manifest, then what nobody names any more. Needs the folder's lock. */
async function replaceBundle(
  folder: string,
  parts: readonly BundlePart[],
  head: BundleHead,
): Promise<Manifest> {
  const files: BundleFile[] = []
  for (const part of [...parts].sort((a, b) => (a.name < b.name ? -1 : 1)))
    files.push(await writePart(folder, part))
  const manifest: Manifest = { format: 1, demo: head.demo, syncedAt: head.syncedAt, files }
  const before = await readManifest(folder)
  if (before && !sameFiles(before, manifest))
    await replaceFile(join(folder, 'manifest.previous.json'), manifestBytes(before), published)
  await replaceFile(join(folder, 'manifest.json'), manifestBytes(manifest), published)
  // The new bundle is there: what could not be cleared away, the next run will.
  await removeOldFiles(folder, manifest).catch(() => undefined)
  return manifest
}

/** The manifest of a folder; null if there is none, or none that is JSON. Throws what the disk throws. */
export async function readManifest(folder: string, name = 'manifest.json'): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as Manifest
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function manifestBytes(manifest: Manifest): Uint8Array {
  return Buffer.from(`${JSON.stringify(manifest)}\n`)
}

function sameFiles(a: Manifest, b: Manifest): boolean {
  return JSON.stringify(a.files) === JSON.stringify(b.files)
}

async function writePart(folder: string, part: BundlePart): Promise<BundleFile> {
  const sha256 = contentHash(part.bytes)
  const path = `${part.name}.${sha256.slice(0, 16)}.${part.extension}`
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  // A file of that name may be half of an earlier, killed run's: only equal bytes are kept.
  if (!(await holds(target, part.bytes.length, sha256))) await replaceFile(target, part.bytes, published)
  return { name: part.name, path, bytes: part.bytes.length, sha256 }
}

async function holds(path: string, bytes: number, sha256: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.size === bytes && contentHash(await readFile(path)) === sha256
}

/** What this file names: parts, and what a killed run left of them or of a manifest or a lock. */
const ourNames =
  /^([\w-]+\.[0-9a-f]{16}\.(json|parquet)(\.\d+\.partial)?|manifest(\.previous)?\.json\.\d+\.partial|\.lock\.[0-9a-f-]{36})$/

/**
 * Removes bundle files that neither the current nor the previous manifest names. Looks only into the
 * folders that a bundle has: the output may be a folder in which a person keeps other things.
 */
async function removeOldFiles(folder: string, manifest: Manifest): Promise<void> {
  const previous = await readManifest(folder, 'manifest.previous.json')
  const kept = new Set([manifest, previous].flatMap((one) => one?.files.map((file) => file.path) ?? []))
  const folders = new Set(['.', ...[...kept].map((path) => dirname(path))])
  for (const part of folders) {
    for (const entry of await readdir(join(folder, part), { withFileTypes: true })) {
      const path = part === '.' ? entry.name : `${part}/${entry.name}`
      if (entry.isFile() && ourNames.test(entry.name) && !kept.has(path)) await rm(join(folder, path))
    }
  }
}
