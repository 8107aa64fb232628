import { SyncError } from '../errors/SyncError.ts'
import { nearestName } from '../private/config/nearestName.ts'
import { labelKey } from './readReaders.ts'
import type { Reader } from './reader.ts'

/** The reader of an id or a label, in any case and spacing. Throws `SyncError` with the nearest label. */
export function findReader(wanted: string, readers: readonly Reader[]): Reader {
  const found = readers.find(({ id, label }) => id === wanted.trim() || labelKey(label) === labelKey(wanted))
  if (found !== undefined) return found
  const labels = readers.map(({ label }) => label)
  const near = nearestName(wanted, labels)
  throw new SyncError(
    `There is nobody with the id or label "${wanted}".`,
    near === null
      ? 'See who there is: npm run share -- list'
      : `Did you mean "${near}"? See all: npm run share -- list`,
  )
}
