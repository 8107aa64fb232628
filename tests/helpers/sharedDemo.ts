import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CommandRun } from '../sync/runSync.ts'

const project = resolve(import.meta.dirname, '../..')

/** The demo as `npm test` has it synced, once for unit and browser tests. */
export interface SharedDemo {
  /** The folder of its workbook, which is there already. */
  readonly workbooks: string
  /** The folder of its bundle: whole once `run` is over. */
  readonly bundle: string
  /** A file for its rows, as the first test that reads them leaves them; it need not be there. */
  readonly rows: string
  /** What the command said, when it has ended. */
  run(): Promise<CommandRun>
}

/** Null where tests are run otherwise than by `npm test`: whoever needs the demo then syncs it. */
export function sharedDemo(): SharedDemo | null {
  const said = process.env.TEST_DEMO
  if (said === undefined) return null
  return {
    workbooks: resolve(project, 'data/demo'),
    bundle: resolve(project, 'public/bundle'),
    rows: `${said}.rows`,
    run: async () => {
      while (!existsSync(said)) await setTimeout(100)
      return JSON.parse(await readFile(said, 'utf8')) as CommandRun
    },
  }
}
