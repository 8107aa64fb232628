import { readFile } from 'node:fs/promises'

/** The text of `sql/<name>.sql`, one concept per file. */
export async function readSql(name: string): Promise<string> {
  return readFile(new URL(`sql/${name}.sql`, import.meta.url), 'utf8')
}
