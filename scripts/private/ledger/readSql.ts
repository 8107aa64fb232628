import { readFile } from 'node:fs/promises'

const texts = new Map<string, Promise<string>>()

/** The text of `sql/<name>.sql`, one concept per file; read once. */
export function readSql(name: string): Promise<string> {
  const text = texts.get(name) ?? readFile(new URL(`sql/${name}.sql`, import.meta.url), 'utf8')
  texts.set(name, text)
  return text
}
