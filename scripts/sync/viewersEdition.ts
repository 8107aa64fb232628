import { randomUUID } from 'node:crypto'
import { SyncError } from '../errors/SyncError.ts'
import { answeredAgain } from '../publish/answeredAgain.ts'
import { declaredHashes, type DeclaredHashes } from '../publish/declaredHashes.ts'
import { editionDay, nextEdition } from '../publish/editionDay.ts'
import { readEdition, withdrawing, writeEdition, type Edition } from '../publish/editionRecord.ts'
import type { Sealing } from '../publish/sealing.ts'
import { notedOf, unknownTo, type NotedEdition, type ShownEdition } from '../publish/shownEdition.ts'
import { readShownNote, writeShownNote } from '../publish/shownNote.ts'

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
  /** Notes what is new, to be done before anything is published, and gives what the manifest says of it. Throws `SyncError`. */
  note(): Promise<NotedEdition>
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
  /** What viewers were shown last from the folder that this run publishes to; null where nothing. */
  readonly shown: () => Promise<ShownEdition | null>
  /** Whether viewers shall be shown nothing until the next edition: the operator cannot say what they have seen. */
  readonly isWithdrawn: boolean
}

/**
 * The edition that viewers are shown on a civil date: the one on record, or, once for each month end, what `take`
 * makes of the rows up to that day. Of one month end there is one edition or none: where the one on record is not what
 * this release would make, it is withdrawn until the next; where the operator withdraws it, so is every one that can have
 * been shown by then, whatever the as-of date of that run. Null where nobody but owners has a link. Throws `SyncError`
 * if the as-of date goes back behind what viewers have been shown already, or the record cannot be read, is another
 * practice's, or is gone, or knows nothing of what viewers have been shown of that month end, by the bundle or by the note
 * beside the record.
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
  if (known && known.day > day && known.state !== 'withdrawn') throw goesBack(place.path, known.day, day)
  const shown = [await run.shown(), await readShownNote(place)]
  const unknown = unknownTo(known, shown, day)
  if (unknown && !run.isWithdrawn) throw known ? isOlder(place.path, unknown) : isGone(place.path)
  const declared = declaredHashes()
  const noted = run.isWithdrawn
    ? withdrawn(run, known, shown)
    : await editionOf(day, { known, declared, take })
  const isTaken = noted.state === 'taken'
  return {
    edition: isTaken ? noted : null,
    isNew: isTaken && !(known?.day === day && known.state === 'taken'),
    isWithdrawn: noted.state === 'withdrawn',
    next: nextEdition(noted.day),
    note: async () => {
      if (noted !== known) await writeEdition(place, noted, known)
      const told = notedOf(noted)
      await writeShownNote(place, told)
      return told
    },
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
  const ids = nextIds(day, [known])
  if (made) return { day, ...declared, state: 'taken', ids, ...made }
  return known?.day === day ? known : { ...nothing, day, ...declared, state: 'empty', ids }
}

/**
 * The kept edition; where this release asks other things of its tables, with answers to those. One that this release
 * would make otherwise is withdrawn: taken anew, it could be subtracted from what viewers have seen.
 */
async function kept(known: Edition, declared: DeclaredHashes): Promise<Edition> {
  if (known.state === 'withdrawn') return known
  if (known.made !== declared.made) {
    return { ...nothing, day: known.day, ...declared, state: 'withdrawn', ids: nextIds(known.day, [known]) }
  }
  if (known.answered === declared.answered) return known
  return { ...known, ...declared, parts: await answeredAgain(known.parts) }
}

const nothing = { audit: '', parts: [] } as const

/** Of the latest month end of which viewers can have been shown an edition, as far as anything tells. */
function withdrawn(
  { today, clock }: ViewersRun,
  known: Edition | null,
  shown: readonly (ShownEdition | null)[],
): Edition {
  const days = [editionDay(today), editionDay(clock), known?.day ?? '', ...shown.map((one) => one?.day ?? '')]
  const day = days.reduce((last, one) => (one > last ? one : last))
  const ids = shown.map((one) => one && { day: one.day, ids: one.id === null ? [] : [one.id] })
  return { ...nothing, day, ...declaredHashes(), state: 'withdrawn', ids: nextIds(day, [...ids, known]) }
}

/** The ids that are known of a day, and a new one. */
function nextIds(day: string, known: readonly (Pick<Edition, 'day' | 'ids'> | null)[]): string[] {
  const ids = known.flatMap((one) => (one?.day === day ? one.ids : []))
  return [...new Set(ids), randomUUID()]
}

function goesBack(path: string, shown: string, day: string): SyncError {
  return new SyncError(
    `Viewers are shown the numbers up to ${shown} already; this run would show them those up to ${day}.`,
    `Take "as_of" out of the config, or set it to a later date. If a computer's clock was ahead once, remove ${path}, and ${withdrawing}`,
  )
}

function isGone(path: string): SyncError {
  return new SyncError(
    `The record of what viewers are shown is gone: ${path}. Viewers have been shown numbers of that month end already.`,
    `Put it back from a backup. Without one, ${withdrawing}`,
  )
}

function isOlder(path: string, { day }: ShownEdition): SyncError {
  return new SyncError(
    `The record of what viewers are shown, ${path}, is not the latest: it does not know what they were shown last, the numbers up to ${day}. It is from an older backup, or from another computer.`,
    `Put the latest in its place. Where it is not to be had, ${withdrawing}`,
  )
}
