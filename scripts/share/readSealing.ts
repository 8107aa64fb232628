import { stat } from 'node:fs/promises'
import { armor } from 'age-encryption'
import type { Audience } from '../../src/cubes/audience.ts'
import { SyncError } from '../errors/SyncError.ts'
import { recordPlace } from '../publish/editionRecord.ts'
import type { Sealing } from '../publish/sealing.ts'
import { refuseServedReaders } from './changeReaders.ts'
import { missingKey } from './invite.ts'
import { isLetIn } from './readerState.ts'
import { readReaders } from './readReaders.ts'
import type { Reader } from './reader.ts'
import { readSigningKey } from './readSigningKey.ts'
import type { SharingPlace } from './sharingPlace.ts'

/** What a sync publishes with, and the people behind it; whoever publishes adds how to ask again (`recheck`). */
export interface SharedSealing extends Omit<Sealing, 'recheck'> {
  /** Who can open what is published, in the order of the file; nobody whose time is over. */
  readonly readers: readonly Reader[]
  /** The civil date that decided it. */
  readonly today: string
}

/**
 * What is needed to publish a real practice's numbers: who can open them on this day (a civil date), and the key
 * that signs. Throws `SyncError` where nobody, or no owner, could open what would be published.
 */
export async function readSealing(place: SharingPlace, today: string): Promise<SharedSealing> {
  await guardReaders(place)
  const all = await readReaders(place.readers)
  const readers = all.filter((reader) => isLetIn(reader, today))
  refuseNobody(readers, all.length)
  const signingKey = await readSigningKey(place)
  if (signingKey === null) throw missingKey(place.signingKey)
  const recipientsIn = (audience: Audience) =>
    recipientsOf(readers.filter((one) => one.audience === audience))
  return {
    recipients: { viewer: recipientsIn('viewer'), owner: recipientsIn('owner') },
    editionRecord: recordPlace(place),
    signingKey,
    keys: new Map(
      readers.flatMap(({ id, sealed_link }) =>
        sealed_link === undefined ? [] : [[id, armor.decode(sealed_link)] as const],
      ),
    ),
    readers,
    today,
  }
}

/**
 * Refuses a readers file that others can change: they could let themselves in. And one that is served. Throws
 * `SyncError`.
 */
export async function guardReaders(place: Pick<SharingPlace, 'readers' | 'project'>): Promise<void> {
  await refuseServedReaders(place)
  const path = place.readers
  const about = await stat(path).catch(() => null)
  if (about === null || process.platform === 'win32' || (about.mode & 0o022) === 0) return
  throw new SyncError(
    `Others on this computer can change the readers file, and let themselves in: ${path}.`,
    `Look through it (npm run share -- list), then run: chmod 600 '${path}'`,
  )
}

function refuseNobody(readers: readonly Reader[], known: number): void {
  const add = 'npm run share -- add --label "Dr. Quill" --audience owner'
  if (readers.length === 0) {
    const why = known === 0 ? 'nobody has been added' : 'everybody who was added has expired'
    throw new SyncError(
      `Nobody can open what this sync would publish: ${why}.`,
      `Add yourself first: ${add}. (A dry run needs nobody: --dry-run.)`,
    )
  }
  if (readers.some(({ audience }) => audience === 'owner')) return
  throw new SyncError(
    'No owner can open what this sync would publish: payroll, expenses and money by provider are for owners only.',
    `Add one first: ${add}`,
  )
}

function recipientsOf(readers: readonly Reader[]): string[] {
  return [...new Set(readers.map(({ recipient }) => recipient))].sort()
}
