import { basename, dirname, join, resolve } from 'node:path'
import { readManifest } from './readManifest.ts'
import { isBelow } from '../files/isBelow.ts'
import { truePath } from '../files/truePath.ts'

/** Folders of the project that a host may serve to everyone. */
const siteFolders = ['public', 'dist', 'src']

/** Where a bundle usually lies, which is uploaded with everything in it. */
const usualBundle = 'data/private/bundle'

/**
 * The folder, as people write it, by which a path would be served to everyone: one of the site's, or another one
 * in which a bundle lies. Null if there is none. Every link on the way counts, where it lies and where it leads.
 * A bundle's own folder may hold that bundle, so it counts for what is below it.
 */
export async function servedFolderOf(path: string, project: string): Promise<string | null> {
  const places = await placesOf(path)
  for (const folder of siteFolders) {
    const roots = await rootsOf(join(project, folder))
    if (places.some((place) => roots.some((root) => place === root || isBelow(place, root)))) return folder
  }
  const bundle = await rootsOf(join(project, usualBundle))
  if (places.some((place) => bundle.some((root) => isBelow(place, root)))) return usualBundle
  return bundleAbove(places)
}

/** Where a path lies and leads, and where each folder of its name lies: a host may follow any of them. */
async function placesOf(path: string): Promise<string[]> {
  const places = [await truePath(path)]
  for (let name = resolve(path); dirname(name) !== name; name = dirname(name)) {
    places.push(join(await truePath(dirname(name)), basename(name)))
  }
  return places
}

/** Where a folder lies, and where it leads. */
async function rootsOf(folder: string): Promise<string[]> {
  return [join(await truePath(dirname(folder)), basename(folder)), await truePath(folder)]
}

/** A folder above one of these places that holds a bundle's manifest; null if there is none. */
async function bundleAbove(places: readonly string[]): Promise<string | null> {
  const above = new Set(places.flatMap(foldersAbove))
  for (const folder of above) {
    if (await holdsBundle(folder)) return folder
  }
  return null
}

/** Folders that this account cannot look into are not where it publishes; any other trouble is not passed over. */
async function holdsBundle(folder: string): Promise<boolean> {
  try {
    return (await readManifest(folder)) !== null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') return false
    throw error
  }
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path)
  return folder === path ? [] : [folder, ...foldersAbove(folder)]
}
