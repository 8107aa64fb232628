import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { describe } from 'vitest'

/** Where the real sets lie: beside the project, never in it. */
const shared = resolve(import.meta.dirname, '../../../shared/data')

/** A set of real data. */
export interface SharedSet {
  readonly folder: string
  /** The set's golden.json, to be checked by a schema. */
  golden(): Promise<unknown>
  /** A CSV file of the set by an independent way: papaparse, first row as header unless told otherwise. */
  records(file: string): Promise<readonly Readonly<Record<string, string>>[]>
  /** The same file as plain rows of text. */
  lines(file: string): Promise<readonly (readonly string[])[]>
}

/** Describes tests on a set of `../shared/data`; where it is absent they are skipped, and it is said why. */
export function describeShared(name: string, tests: (set: SharedSet) => void): void {
  const folder = join(shared, name)
  const present = existsSync(folder)
  if (!present)
    console.info(`Skipped: ../shared/data/${name} is absent, so its golden values are not checked.`)
  describe.skipIf(!present)(present ? name : `${name} (../shared/data is absent)`, () =>
    tests(sharedSet(folder)),
  )
}

function sharedSet(folder: string): SharedSet {
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  return {
    folder,
    golden: async () => JSON.parse(await text('golden.json')) as unknown,
    records: async (file) =>
      Papa.parse<Record<string, string>>(await text(file), { header: true, skipEmptyLines: true }).data,
    lines: async (file) => Papa.parse<string[]>(await text(file), { skipEmptyLines: true }).data,
  }
}
