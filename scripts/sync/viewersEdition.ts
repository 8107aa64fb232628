import { SyncError } from '../errors/SyncError.ts'
import { answeredAgain } from '../publish/answeredAgain.ts'
import { declaredHashes, type DeclaredHashes } from '../publish/declaredHashes.ts'
import { editionDay, nextEdition } from '../publish/editionDay.ts'
import { readEdition, writeEdition, type Edition } from '../publish/editionRecord.ts'
import type { Sealing } from '../publish/sealing.ts'

/** What viewers are shown after a run. */
export interface ViewersEdition {
  /** Null where no row counts up to its day. */
  readonly edition: Edition | null
  /** Whether this run took it. */
  readonly isNew: boolean
  /** The edition after it: the month end that it counts up to, and from when on a sync takes it. */
  readonly next: { readonly day: string; readonly from: string }
  /** Notes what is new, to be done before anything is published. Throws `SyncError`. */
  note(): Promise<void>
}

/** What an edition is made of, by the run that takes it. */
export type TakenEdition = Pick<Edition, 'audit' | 'parts'>

/**
 * The edition that viewers are shown on a civil date: the one on record, or, once for each month end, what `take`
 * makes of the rows up to that day. Null where nobody but owners has a link. Throws `SyncError` if the as-of date
 * goes back behind what viewers have been shown already, or the record cannot be read.
 */
export async function viewersEdition(
  { today, sealing }: { readonly today: string; readonly sealing: Sealing | null },
  take: (day: string) => Promise<TakenEdition | null>,
): Promise<ViewersEdition | null> {
  if (sealing === null || sealing.recipients.viewer.length === 0) return null
  const path = sealing.editionRecord
  if (path === undefined) throw new Error('no place for the record of the viewers’ edition')
  const day = editionDay(today)
  const next = nextEdition(day)
  const known = await readEdition(path)
  if (known && known.day > day) throw goesBack(known.day, day)
  const declared = declaredHashes()
  const isKept = known?.day === day && known.made === declared.made
  const edition = isKept ? await answered(known, declared) : await taken(day, { declared, take })
  const isNoted = edition === null || edition === known
  const note = () => (isNoted ? Promise.resolve() : writeEdition(path, edition, known))
  return { edition, isNew: edition !== null && !isKept, next, note }
}

/** The kept edition; where this release asks other things of its tables, with answers to those. */
async function answered(known: Edition, declared: DeclaredHashes): Promise<Edition> {
  if (known.answered === declared.answered) return known
  return { ...known, ...declared, parts: await answeredAgain(known.parts) }
}

async function taken(
  day: string,
  { declared, take }: { declared: DeclaredHashes; take: (day: string) => Promise<TakenEdition | null> },
): Promise<Edition | null> {
  const made = await take(day)
  return made && { day, ...declared, ...made }
}

function goesBack(shown: string, day: string): SyncError {
  return new SyncError(
    `Viewers are shown the numbers up to ${shown} already; this run would show them those up to ${day}.`,
    'Take "as_of" out of the config, or set it to a later date. The last good bundle is untouched.',
  )
}
