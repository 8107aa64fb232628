import { SyncError } from '../errors/SyncError.ts'
import type { Output } from './addPerson.ts'
import { changeReaders } from './changeReaders.ts'
import { findReader } from './findReader.ts'
import type { Sharing } from './openSharing.ts'
import { readReaders } from './readReaders.ts'
import { removalText } from './removalText.ts'

/**
 * `npm run share -- remove`: takes a person out by id or label, once `confirm` agrees; without one (null: nobody is
 * at the terminal) it is refused. Says whether they were. Throws `SyncError`.
 */
export async function removePerson(
  wanted: string,
  sharing: Sharing,
  { output, confirm }: { readonly output: Output; readonly confirm: (() => Promise<boolean>) | null },
): Promise<boolean> {
  const readers = await readReaders(sharing.place.readers)
  const reader = findReader(wanted, readers)
  const text = removalText(
    reader,
    readers.filter((one) => one !== reader),
    sharing,
  )
  if (!output.json) output.print(`${text.before}\n`)
  if (confirm === null) {
    throw new SyncError(
      'Nobody is at this terminal to confirm.',
      'If it is meant, say --yes. Nobody was removed.',
    )
  }
  if (!(await confirm())) {
    output.print(output.json ? JSON.stringify({ ok: false, problems: [] }) : 'Nobody was removed.')
    return false
  }
  await changeReaders(sharing.place, (now) => Promise.resolve({ remove: findReader(reader.id, now).id }))
  const { id, label, audience } = reader
  output.print(
    output.json ? JSON.stringify({ ok: true, removed: { id, label, audience } }, null, 1) : text.after,
  )
  return true
}
