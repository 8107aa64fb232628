import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHash } from '../publish/contentHash.ts'
import { readManifest } from '../publish/writeBundle.ts'
import { codeHash } from './codeHash.ts'
import { dayOf } from './dayOf.ts'
import type { Publication } from './publication.ts'
import type { SheetsRunOptions } from './sheetsRun.ts'

/** Whether the last publication is what this run would make, and everybody concerned knows of it. */
export async function isCurrent(
  last: Publication,
  { made, options, now }: { made: string; options: SheetsRunOptions; now: string },
): Promise<boolean> {
  if (!last.settled || last.made !== made) return false
  const asOf = options.config.as_of ?? dayOf(now, last.timeZone)
  return asOf === last.asOf && (await bundleHash(options.out)) === last.manifest
}

/** A hash of what decides, besides the rows, what a run makes: its config and its code. */
export async function madeOf({ config, project }: SheetsRunOptions): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify(config))
    .update(await codeHash(project))
  return hash.digest('hex')
}

/** Of the manifest of the bundle that lies there now; null where there is none, or not the whole of it. */
export async function bundleHash(out: string): Promise<string | null> {
  const bytes = await readFile(join(out, 'manifest.json')).catch(() => null)
  return bytes && (await isWhole(out)) ? contentHash(bytes) : null
}

/** Whether every file that the manifest names is there as it was written. */
async function isWhole(out: string): Promise<boolean> {
  try {
    for (const { path, sha256 } of (await readManifest(out))?.files ?? []) {
      if (contentHash(await readFile(join(out, path))) !== sha256) return false
    }
    return true
  } catch {
    return false
  }
}
