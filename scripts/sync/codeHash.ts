import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What decides, besides the rows, what a bundle says. */
const folders = ['scripts/a1', 'scripts/private', 'scripts/publish', 'scripts/sync', 'src']

/** A hash of the code that makes a bundle: after an update, an unchanged spreadsheet is published anew. */
export async function codeHash(project: string): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = await readdir(join(project, folder), { recursive: true })
    for (const name of names.filter((file) => /\.(ts|sql)$/.test(file)).sort()) {
      hash.update(`${folder}/${name}\0`).update(await readFile(join(project, folder, name)))
    }
  }
  return hash.digest('hex')
}
