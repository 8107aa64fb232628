import { stat } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { shownPath } from '../../../files/shownPath.ts'
import { declaredHashes } from '../../../publish/declaredHashes.ts'
import { editionDay, nextEdition } from '../../../publish/editionDay.ts'
import {
  readEdition,
  recordPlace,
  withdrawing,
  type Edition,
  type RecordPlace,
} from '../../../publish/editionRecord.ts'
import { unknownTo, type ShownEdition } from '../../../publish/shownEdition.ts'
import { readShownNote } from '../../../publish/shownNote.ts'
import { shownToViewers } from '../../../publish/shownToViewers.ts'
import { readSigningKey } from '../../../share/readSigningKey.ts'
import { isLetIn } from '../../../share/readerState.ts'
import { counted } from '../../../words/counted.ts'
import type { DoctorContext } from '../../context.ts'
import { fail, note, pass, warn, type Check, type Finding } from '../../check.ts'

/** Whether the record of what viewers are shown is there, whole, this practice's, and closed to everybody else. */
export const viewersRecord: Check = {
  id: 'viewers-record',
  title: 'the record of what viewers are shown',
  needs: ['signing-key'],
  run: async (context) => {
    const place = recordPlace(await context.sharing())
    const today = await context.today()
    const edition = await readEdition(place)
    const unknown = await unknownOf(context, place, edition)
    if (edition === null) return [await withoutRecord(context, place.path, unknown !== null)]
    const now = unknown ? [older(shownPath(place.path, context.project), unknown)] : shownNow(edition, today)
    return [...(await closed(place.path)), ...now]
  },
}

/** What viewers have been shown, by the bundle or the note beside the record, and the record does not know. */
async function unknownOf(
  context: DoctorContext,
  place: RecordPlace,
  edition: Edition | null,
): Promise<ShownEdition | null> {
  const key = await readSigningKey(await context.sharing())
  const published = key === null ? null : await shownToViewers(context.bundle, key)
  return unknownTo(edition, [published, await readShownNote(place)], editionDay(await context.today()))
}

function older(path: string, { day }: ShownEdition): Finding {
  return fail(
    `The record of what viewers are shown, ${path}, is not the latest: it does not know what they were shown last, the numbers up to ${day}. Syncs publish nothing with it.`,
    `Put the latest in its place. Where it is not to be had, ${withdrawing}`,
  )
}

/** Nothing is wrong where viewers have been shown nothing yet of the month end that is due. */
async function withoutRecord(context: DoctorContext, path: string, isMissed: boolean): Promise<Finding> {
  const today = await context.today()
  if (isMissed) {
    return fail(
      `The record of what viewers are shown is gone: ${shownPath(path, context.project)}. Syncs publish nothing without it.`,
      `Put it back from a backup. Without one, ${withdrawing}`,
    )
  }
  const viewers = (await context.readers()).filter(
    (reader) => reader.audience === 'viewer' && isLetIn(reader, today),
  )
  if (viewers.length === 0) return pass('Nobody but owners has a link, so no record for viewers is kept')
  return note(
    `Viewers have been shown nothing yet: the next sync takes the numbers up to ${editionDay(today)}.`,
  )
}

/** It holds what viewers see, and who the providers are behind their aliases. */
async function closed(path: string): Promise<Finding[]> {
  if (process.platform === 'win32' || ((await stat(path)).mode & 0o077) === 0) return []
  return [
    fail('Others on this computer can read the record of what viewers are shown.', `chmod 600 '${path}'`),
  ]
}

function shownNow(edition: Edition, today: string): Finding[] {
  const { day, state } = edition
  const next = nextEdition(day)
  const later = `from ${next.from} on the numbers up to ${next.day}`
  const age = Temporal.PlainDate.from(day).until(today, { largestUnit: 'days' }).days
  if (editionDay(today) > day) {
    return [note(`Viewers are shown nothing newer than ${day}: the next sync takes ${editionDay(today)}.`)]
  }
  if (state === 'withdrawn') return [note(`Viewers are shown nothing for now; ${later}.`)]
  if (state === 'empty') return [note(`Viewers are shown nothing yet, no row counts that early; ${later}.`)]
  if (edition.made !== declaredHashes().made) {
    return [
      warn(
        `Viewers are shown numbers that this release would make otherwise: the next sync withdraws them; ${later}.`,
        'To leave them until then, do not sync with this release before that day.',
      ),
    ]
  }
  return [pass(`Viewers are shown the numbers up to ${day} (${counted(age, 'day')} ago); ${later}`)]
}
