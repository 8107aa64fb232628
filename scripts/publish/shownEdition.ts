import type { Manifest } from '../../src/bundle/bundle.ts'
import type { Edition } from './editionRecord.ts'

/** What viewers were shown by a publication, as it was noted where the record of it cannot take it along. */
export interface ShownEdition {
  /** Civil date, a month's last. */
  readonly day: string
  /** The last of its edition's `ids`; null where only the time of the publication tells the day. */
  readonly id: string | null
}

/** One that is noted now, whose id is known. */
export type NotedEdition = NonNullable<Manifest['viewers']>

/** What is to be noted of an edition. */
export function notedOf({ day, ids }: Pick<Edition, 'day' | 'ids'>): NotedEdition {
  const id = ids.at(-1)
  if (id === undefined) throw new Error('an edition without an id')
  return { day, id }
}

/**
 * The first of these that a record knows nothing of, though it is of the month end that is due (`day`, a civil date) or
 * a later one: taken by this record, that month end could be shown a second time. Null where there is none. A record that
 * is gone (null) knows nothing; of what was shown of an earlier month end nothing needs to be known any more.
 */
export function unknownTo(
  record: Pick<Edition, 'day' | 'ids'> | null,
  shown: readonly (ShownEdition | null)[],
  day: string,
): ShownEdition | null {
  return shown.find((one) => one !== null && one.day >= day && !(record && isKnown(one, record))) ?? null
}

function isKnown({ day, id }: ShownEdition, record: Pick<Edition, 'day' | 'ids'>): boolean {
  return id === null || record.day > day || (record.day === day && record.ids.includes(id))
}
