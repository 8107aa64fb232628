import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundleFile, Manifest } from '../../src/bundle/bundle.ts'

/** What a shared link opens first, for most of those who open one. */
const firstOfAll = 'owner/overview'

/**
 * The files of a bundle that its manifest brings along: what owners see first, as it lies in the folder, sealed where the
 * bundle is. Without it their first number would wait for a second answer of the host. Throws what the disk throws.
 */
export async function inlineFiles(
  folder: string,
  files: readonly BundleFile[],
): Promise<Pick<Manifest, 'inline'>> {
  const first = files.find(({ name }) => name === firstOfAll)
  if (!first) return {}
  const bytes = await readFile(join(folder, first.path))
  return { inline: { [first.path]: bytes.toString('base64') } }
}
