import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { sharedDemo } from '../helpers/sharedDemo.ts'
import { readDemoPractice, type DemoPractice } from './demoPractice.ts'

/** What the oracle needs of the demo practice. */
export type DemoRows = Pick<DemoPractice, 'rows' | 'options'>

/** The demo's rows: as another test of the same `npm test` read them, or else out of the workbook, which takes long. */
export async function readDemoRows(): Promise<DemoRows> {
  const kept = sharedDemo()?.rows
  if (kept !== undefined && existsSync(kept)) return deserialize(await readFile(kept)) as DemoRows
  return readDemoPractice()
}

/** Leaves them for tests that come later, where they are run by `npm test`. */
export async function keepDemoRows({ rows, options }: DemoRows): Promise<void> {
  const kept = sharedDemo()?.rows
  if (kept === undefined) return
  // Whole or not there: another test may look for it at any moment.
  await writeFile(`${kept}.partial`, serialize({ rows, options }))
  await rename(`${kept}.partial`, kept)
}
