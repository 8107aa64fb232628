import { join, resolve } from 'node:path'
import { writeBundle } from '../../scripts/publish/writeBundle.ts'
import type { BundlePart } from '../../scripts/publish/bundlePart.ts'
import { shownParts, viewersParts } from '../../scripts/publish/viewersParts.ts'
import type { Health, Practice } from '../../src/bundle/bundle.ts'
import { openParts } from './openParts.ts'
import { readCubeTables, readPart } from './syncFolder.ts'
import { testSealing, type TestSealing } from './testSealing.ts'

const built = resolve(import.meta.dirname, '../../dist/bundle')

export interface SealedDemo extends TestSealing {
  /** The sealed bundle's folder, to be served beside the built site: `serveSite({ site, bundle: folder, port: 0 })`. */
  readonly folder: string
  /** Publishes again, at another moment (UTC), for others than before, to another folder, or not all of its parts. */
  publish(change?: {
    readonly syncedAt?: string
    readonly sealing?: TestSealing['sealing']
    readonly folder?: string
    readonly parts?: (all: readonly BundlePart[]) => readonly BundlePart[]
  }): Promise<void>
}

/**
 * Seals the demo bundle of the built site, with fresh keys, into `bundle` under a folder of the test's own, as a
 * practice's is sealed; viewers get what they may see of the same day. It is as fresh as can be unless `syncedAt` (UTC) says otherwise. Whoever asks removes
 * the folder. Needs `npm run demo` and `npm run build` before.
 */
export async function sealedDemo(
  place: string,
  { from = built, syncedAt }: { readonly from?: string; readonly syncedAt?: string } = {},
): Promise<SealedDemo> {
  const keys = await testSealing()
  const owners = await openParts(from, null)
  if (owners.length === 0) throw new Error('no demo bundle: run npm run demo, then npm run build')
  const parts = [...owners, ...(await viewersOf(from))]
  const folder = join(place, 'bundle')
  const publish: SealedDemo['publish'] = async (change = {}) => {
    const moment = change.syncedAt ?? new Date().toISOString()
    await writeBundle(change.folder ?? folder, change.parts?.(parts) ?? parts, {
      demo: false,
      syncedAt: moment,
      sealing: change.sealing ?? keys.sealing,
      before: null,
    })
  }
  await publish(syncedAt === undefined ? {} : { syncedAt })
  return { ...keys, folder, publish }
}

async function viewersOf(folder: string): Promise<BundlePart[]> {
  const contents = {
    tables: await readCubeTables(folder),
    practice: await readPart<Practice>(folder, null, 'practice'),
    health: await readPart<Health>(folder, null, 'health'),
  }
  return shownParts(await viewersParts(contents), 'owners')
}
