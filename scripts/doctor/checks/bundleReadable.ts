import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readManifest } from '../../publish/readManifest.ts'
import { fail, note, pass, type Check } from '../check.ts'
import { shownPath } from '../../files/shownPath.ts'

/** Whether the bundle of the last publication is whole, by its manifest. */
export const bundleReadable: Check = {
  id: 'bundle',
  title: 'the bundle',
  needs: [],
  run: async ({ bundle: folder, project }) => {
    const shown = shownPath(folder, project)
    const isThere = (await stat(join(folder, 'manifest.json')).catch(() => null)) !== null
    if (!isThere) return [note(`No bundle has been published yet in ${shown}.`)]
    const again = 'Run the sync again: it writes the bundle anew. Until then the site shows what it has.'
    const manifest = await readManifest(folder).catch(() => null)
    if (manifest === null) return [fail(`The manifest of ${shown} is damaged.`, again)]
    const missing = await missingFiles(folder, manifest.files)
    if (missing > 0) {
      return [fail(`${String(missing)} of the bundle's files are missing or cut short.`, again)]
    }
    const count = String(manifest.files.length)
    return [pass(`The bundle is whole (${count} files, synced ${manifest.syncedAt})`)]
  },
}

async function missingFiles(
  folder: string,
  files: readonly { readonly path: string; readonly bytes: number }[],
): Promise<number> {
  const sizes = await Promise.all(
    files.map(({ path }) =>
      stat(join(folder, path)).then(
        ({ size }) => size,
        () => -1,
      ),
    ),
  )
  return files.filter(({ bytes }, index) => sizes[index] !== bytes).length
}
