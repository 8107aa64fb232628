import { SyncError } from '../errors/SyncError.ts'
import { answeredAgain } from '../publish/answeredAgain.ts'
import { declaredHashes, type DeclaredHashes } from '../publish/declaredHashes.ts'
import { editionDay, nextEdition } from '../publish/editionDay.ts'
import { readEdition, withdrawing, writeEdition, type Edition } from '../publish/editionRecord.ts'
import type { Sealing } from '../publish/sealing.ts'

/** What viewers are shown after a run. */
export interface ViewersEdition {
  /** Null where they are shown nothing: no row counts up to its day, or it is withdrawn. */
  readonly edition: Edition | null
  /** Whether this run took it. */
  readonly isNew: boolean
  /** Whether nothing is shown because what was must not be any more, or is not known. */
  readonly isWithdrawn: boolean
  /** The edition after it: the month end that it counts up to, and from when on a sync takes it. */
  readonly next: { readonly day: string; readonly from: string }
  /** Notes what is new, to be done before anything is published. Throws `SyncError`. */
  note(): Promise<void>
}

/** What an edition is made of, by the run that takes it. */
export type TakenEdition = Pick<Edition, 'audit' | 'parts'>

/** A run, as far as it decides what viewers are shown. */
export interface ViewersRun {
  /** Civil date up to which rows count. */
  readonly today: string
  /** Civil date of the run itself, which is later where the config says up to when rows count. */
  readonly clock: string
  /** Null where nothing is published, or in the open. */
  readonly sealing: Sealing | null
  /** Civil date of the last publication for viewers into the folder that this run publishes to; null without one. */
  readonly shownOn: () => Promise<string | null>
  /** Whether viewers shall be shown nothing until the next edition: the operator cannot say what they have seen. */
  readonly isWithdrawn: boolean
}

/**
 * The edition that viewers are shown on a civil date: the one on record, or, once for each month end, what `take`
 * makes of the rows up to that day. Of one month end there is one edition or none: where the one on record is not what
 * this release would make, it is withdrawn until the next; where the operator withdraws it, so is every one that can have
 * been shown by then, whatever the as-of date of that run. Null where nobody but owners has a link. Throws `SyncError`
 * if the as-of date goes back behind what viewers have been shown already, or the record cannot be read, is another
 * practice's, or is gone although viewers have been shown something of that month end.
 */
export async function viewersEdition(
  run: ViewersRun,
  take: (day: string) => Promise<TakenEdition | null>,
): Promise<ViewersEdition | null> {
  const { today, sealing } = run
  if (sealing === null || sealing.recipients.viewer.length === 0) return null
  const place = sealing.editionRecord
  if (place === null) throw new Error('no place for the record of the viewers’ edition')
  const day = editionDay(today)
  const known = await readEdition(place)
  if (known && known.day > day && known.state !== 'withdrawn') throw goesBack(known.day, day)
  if (known === null && !run.isWithdrawn) await refuseLost(run, { day, path: place.path })
  const declared = declaredHashes()
  const noted = run.isWithdrawn
    ? nothing(await lastShown(run, known), declared, 'withdrawn')
    : await editionOf(day, { known, declared, take })
  const isTaken = noted.state === 'taken'
  return {
    edition: isTaken ? noted : null,
    isNew: isTaken && !(known?.day === day && known.state === 'taken'),
    isWithdrawn: noted.state === 'withdrawn',
    next: nextEdition(noted.day),
    note: () => (noted === known ? Promise.resolve() : writeEdition(place, noted, known)),
  }
}

async function editionOf(
  day: string,
  {
    known,
    declared,
    take,
  }: {
    readonly known: Edition | null
    readonly declared: DeclaredHashes
    readonly take: (day: string) => Promise<TakenEdition | null>
  },
): Promise<Edition> {
  // Withdrawn, one of a later day stands in the way of earlier ones too.
  if (known && known.day >= day && known.state !== 'empty') return kept(known, declared)
  const made = await take(day)
  if (made) return { day, ...declared, state: 'taken', ...made }
  return known?.day === day ? known : nothing(day, declared, 'empty')
}

/**
 * The kept edition; where this release asks other things of its tables, with answers to those. One that this release
 * would make otherwise is withdrawn: taken anew, it could be subtracted from what viewers have seen.
 */
async function kept(known: Edition, declared: DeclaredHashes): Promise<Edition> {
  if (known.state === 'withdrawn') return known
  if (known.made !== declared.made) return nothing(known.day, declared, 'withdrawn')
  if (known.answered === declared.answered) return known
  return { ...known, ...declared, parts: await answeredAgain(known.parts) }
}

function nothing(day: string, declared: DeclaredHashes, state: 'empty' | 'withdrawn'): Edition {
  return { day, ...declared, state, audit: '', parts: [] }
}

function goesBack(shown: string, day: string): SyncError {
  return new SyncError(
    `Viewers are shown the numbers up to ${shown} already; this run would show them those up to ${day}.`,
    'Take "as_of" out of the config, or set it to a later date. The last good bundle is untouched.',
  )
}

/** The latest month end of which viewers can have been shown an edition, as far as anything tells. */
async function lastShown({ today, clock, shownOn }: ViewersRun, known: Edition | null): Promise<string> {
  const days = [today, clock, (await shownOn()) ?? today].map(editionDay)
  return days.reduce((last, day) => (day > last ? day : last), known?.day ?? '')
}

/** A first publication has no record yet; one where viewers have been shown that month end has lost it. */
async function refuseLost(
  { shownOn }: ViewersRun,
  { day, path }: { readonly day: string; readonly path: string },
): Promise<void> {
  const last = await shownOn()
  if (last === null || editionDay(last) < day) return
  throw new SyncError(
    `The record of what viewers are shown is gone: ${path}. Viewers have been shown numbers of that month end already.`,
    `Put it back from a backup. Without one, ${withdrawing}`,
  )
}
