import { lstat, open, readdir, rm, rmdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Manifest } from '../../src/bundle/bundle.ts'
import { readManifest, type Trust } from './readManifest.ts'

/** Names that this project has given to files by folder of a bundle; `partial` is a killed run's rest. */
const ours: Readonly<Record<string, RegExp>> = {
  '.': /^([\w-]+\.[0-9a-f]{16}\.(json|parquet)|manifest(\.previous)?\.json)(\.\d+\.partial)?$|^\.lock\.[0-9a-f-]{36}$/,
  data: /^[0-9a-f]{32}\.(age|pack)(\.\d+\.partial)?$/,
  keys: /^[\w-]+\.age(\.\d+\.partial)?$/,
  // Bundles before they were packed.
  answers: /^[\w-]+\.[0-9a-f]{16}\.json(\.\d+\.partial)?$/,
  cubes: /^[\w-]+\.[0-9a-f]{16}\.parquet(\.\d+\.partial)?$/,
}

const ageHeader = 'age-encryption.org/v1\n-> '

/** How an age file begins that only words open. */
export const wordsHeader = `${ageHeader}scrypt `

/** Every file, link and the like in a folder, by its relative path, without the lock of the run that looks. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== '.lock')
}

function isOurs(path: string): boolean {
  const [name = '', folder = '.', ...deeper] = path.split(/[/\\]/).reverse()
  return deeper.length === 0 && (ours[folder]?.test(name) ?? false)
}

/**
 * Removes what this project wrote and neither the current nor the previous manifest names, nor the keys that
 * are published beside them. Another's files stay: the folder may be one in which a person keeps other things.
 */
export async function removeOldFiles(
  folder: string,
  manifest: Manifest,
  { keys, trust }: { readonly keys: Iterable<string>; readonly trust: Trust },
): Promise<void> {
  const previous = await previousOf(folder, trust)
  const paths = [manifest, previous].flatMap((one) => one?.files.map((file) => file.path) ?? [])
  const kept = new Set([...paths, ...keys, 'manifest.json', ...(previous ? ['manifest.previous.json'] : [])])
  for (const path of await filesOf(folder)) {
    if (isOurs(path) && !kept.has(path)) await rm(join(folder, path))
  }
  for (const empty of ['keys', 'answers', 'cubes']) await rmdir(join(folder, empty)).catch(() => undefined)
}

/** The generation before; null where a sealed one has a file that is not as it was sealed any more. */
async function previousOf(folder: string, trust: Trust): Promise<Manifest | null> {
  const previous = await readManifest(folder, { name: 'manifest.previous.json', trust })
  if (!previous || trust === 'open') return previous
  for (const { path } of previous.files) if (!(await isSealed(folder, path))) return null
  return previous
}

/**
 * A file of the folder that is not sealed, or null: not age for hybrid recipients (keys: for words), and no
 * signed manifest. With `ignoreOurs`, only among files that this project has not written.
 */
export async function findUnsealed(
  folder: string,
  { ignoreOurs }: { readonly ignoreOurs: boolean },
): Promise<string | null> {
  for (const path of await filesOf(folder)) {
    if (ignoreOurs && isOurs(path)) continue
    if (!(await isSealed(folder, path))) return path
  }
  return null
}

async function isSealed(folder: string, path: string): Promise<boolean> {
  // A link is not what it leads to: a host may follow it, or publish something else in its place.
  const found = await lstat(join(folder, path)).catch(() => null)
  if (found?.isFile() !== true) return false
  if (path === 'manifest.json' || path === 'manifest.previous.json') {
    return (await readManifest(folder, { name: path, trust: 'sealed' })) !== null
  }
  const wanted = path.startsWith('keys') ? wordsHeader : `${ageHeader}mlkem768x25519 `
  const file = await open(join(folder, path)).catch(() => null)
  if (!file) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted.length), 0, wanted.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === wanted
  } finally {
    await file.close()
  }
}
