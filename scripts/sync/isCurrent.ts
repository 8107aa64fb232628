import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHash } from '../publish/contentHash.ts'
import { readManifest } from '../publish/readManifest.ts'
import { signerOf } from '../publish/signerOf.ts'
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
  return asOf === last.asOf && (await filesHash(options)) === last.files
}

/** A hash of what decides, besides the rows, what a run makes: its config, its code, and for whom. */
export async function madeOf({ config, project, sealing = null }: SheetsRunOptions): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify(config))
    .update(await codeHash(project))
  if (sealing) {
    const keys = [...sealing.keys].map(([id, bytes]) => [id, contentHash(bytes)])
    hash.update(JSON.stringify([sealing.recipients, signerOf(sealing.signingKey), keys.sort()]))
  }
  return hash.digest('hex')
}

/**
 * Of the files of the bundle that lies there now, which signing it anew leaves alone; null where there is none
 * that this run's key has signed, or not the whole of it.
 */
export async function filesHash({ out, sealing = null }: SheetsRunOptions): Promise<string | null> {
  if (!sealing) return null
  const manifest = await readManifest(out, { trust: sealing.signingKey })
  const keys = [...sealing.keys].map(([id, bytes]) => ({
    path: `keys/${id}.age`,
    sha256: contentHash(bytes),
  }))
  if (!manifest || !(await isWhole(out, [...manifest.files, ...keys]))) return null
  return contentHash(Buffer.from(JSON.stringify(manifest.files)))
}

/** Whether every one of these files is there as it was written. */
async function isWhole(
  out: string,
  files: readonly { readonly path: string; readonly sha256: string }[],
): Promise<boolean> {
  try {
    for (const { path, sha256 } of files) {
      if (contentHash(await readFile(join(out, path))) !== sha256) return false
    }
    return true
  } catch {
    return false
  }
}
