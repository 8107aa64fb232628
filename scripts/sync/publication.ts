import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../files/replaceFile.ts'
import { datasets } from '../private/contracts/dataset.ts'

const publication = z.strictObject({
  /** Hash of config and code. */
  made: z.string(),
  asOf: z.iso.date(),
  timeZone: z.string(),
  /** The list of the bundle's files, hashed: a bundle that somebody put there instead is not ours. */
  files: z.string(),
  data: z.array(z.strictObject({ spreadsheetId: z.string(), sheetId: z.int(), dataset: z.enum(datasets) })),
  /** Whether the run after it, if there was one, ended well and said so to the manager. */
  settled: z.boolean(),
})

/** What the last publication was made from besides rows: if all of it is as it was, nothing needs doing. */
export type Publication = z.output<typeof publication>

const fileName = 'publication.json'

/** The last publication from this workspace; null where there is none, or its note cannot be read. */
export async function readPublication(workspace: string): Promise<Publication | null> {
  const text = await readFile(join(workspace, fileName), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return publication.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Notes a publication, in one rename. */
export async function writePublication(workspace: string, note: Publication): Promise<void> {
  await mkdir(workspace, { recursive: true, mode: 0o700 })
  await chmod(workspace, 0o700)
  await replaceFile(join(workspace, fileName), JSON.stringify(note, null, 1))
}
