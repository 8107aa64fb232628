import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import type { BundleHead } from '../../../scripts/publish/writeBundle.ts'

/** When a test's bundle is written. */
export const syncedAt = '2026-11-04T11:00:00Z'

/** Of a bundle in the open. */
export const open: BundleHead = { demo: true, syncedAt, sealing: null, before: null }

/** The practice in both editions, with a text in it, and a table for owners. */
export function parts(text: string): BundlePart[] {
  const bytes = Buffer.from(JSON.stringify({ name: text }))
  return [
    { name: 'practice', audience: 'viewer', bytes },
    { name: 'practice', audience: 'owner', bytes },
    { name: 'cubes/payroll', audience: 'owner', bytes: Buffer.from('the wages') },
  ]
}

/** Every file of a folder, by its path in it. */
export async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}

/** An empty folder for a bundle, in one of its own; whoever asks removes that. */
export async function bundleFolder(): Promise<{ readonly place: string; readonly folder: string }> {
  const place = await mkdtemp(join(tmpdir(), 'bundle-'))
  const folder = join(place, 'bundle')
  await mkdir(folder)
  return { place, folder }
}
