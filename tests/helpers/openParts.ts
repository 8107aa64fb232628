import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundlePart } from '../../scripts/publish/bundlePart.ts'
import { packParts } from '../../scripts/publish/packParts.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import type { Access } from '../../src/bundle/access.ts'
import { unsealWith } from '../../src/bundle/unseal.ts'

/**
 * Every part of the edition of a bundle's folder that an access opens (null: the open demo's), each once, in the order
 * of their names: what two bundles are compared by, whose bytes differ because they are sealed.
 */
export async function openParts(folder: string, access: Access | null): Promise<BundlePart[]> {
  const manifest = await readManifest(folder)
  const parts = new Map<string, BundlePart>()
  const audience = access?.audience ?? 'owner'
  for (const file of manifest?.files.filter((one) => one.audience === audience) ?? []) {
    const published = await readFile(join(folder, file.path))
    const bytes = access ? await unsealWith(access.identity)(published) : published
    for (const part of packParts(file, bytes)) parts.set(part.name, part)
  }
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
}

/** The parts as texts by name (base64), for comparing whole bundles. */
export async function partTexts(
  folder: string,
  access: Access | null,
): Promise<Readonly<Record<string, string>>> {
  const parts = await openParts(folder, access)
  return Object.fromEntries(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]))
}
