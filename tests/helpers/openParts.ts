import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BundlePart } from '../../scripts/publish/bundlePart.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import type { Access } from '../../src/bundle/access.ts'
import { isCompressed } from '../../src/bundle/packNames.ts'
import { unpack } from '../../src/bundle/unpack.ts'
import { unseal } from '../../src/bundle/unseal.ts'

/**
 * Every part of the bundle in a folder, opened with an owner's access (null for an open one), each once, in the
 * order of audience and name: what two bundles are compared by, whose bytes differ because they are sealed.
 */
export async function openParts(folder: string, access: Access | null): Promise<BundlePart[]> {
  const manifest = await readManifest(folder)
  const parts = new Map<string, BundlePart>()
  for (const { name: pack, audience, path } of manifest?.files ?? []) {
    const published = await readFile(join(folder, path))
    const bytes = access ? await unseal(published, access.identity) : published
    const content = new Uint8Array(isCompressed(pack) ? gunzipSync(bytes) : bytes)
    for (const [name, part] of unpack(content)) {
      parts.set(`${audience} ${name}`, { name, audience, bytes: part })
    }
  }
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
}

/** The parts as texts by audience and name (base64), for comparing whole bundles. */
export async function partTexts(
  folder: string,
  access: Access | null,
): Promise<Readonly<Record<string, string>>> {
  const parts = await openParts(folder, access)
  return Object.fromEntries(
    parts.map(({ audience, name, bytes }) => [`${audience} ${name}`, Buffer.from(bytes).toString('base64')]),
  )
}
