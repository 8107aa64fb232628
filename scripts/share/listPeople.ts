import type { Output } from './addPerson.ts'
import type { Sharing } from './openSharing.ts'
import { isLetIn, readerState } from './readerState.ts'
import { linkKind, readersTable } from './readersTable.ts'
import { readReaders } from './readReaders.ts'

/** `npm run share -- list`: everybody who was added, expired people included. Throws `SyncError`. */
export async function listPeople({ place, today }: Sharing, output: Output): Promise<void> {
  const readers = await readReaders(place.readers)
  if (!output.json) {
    output.print(readersTable(readers, today))
    return
  }
  const people = readers.map((reader) => ({
    id: reader.id,
    label: reader.label,
    audience: reader.audience,
    added: reader.added,
    expires: reader.expires,
    link: linkKind(reader),
    opens: isLetIn(reader, today),
    state: readerState(reader, today),
  }))
  output.print(JSON.stringify({ ok: true, readers: people }, null, 1))
}
