import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { measure, type Usage } from './measure.ts'
import { writeSharing } from './writeSharing.ts'

export interface SheetsFigures {
  readonly cells: number
  /** The whole sync: read over HTTP, checked, published. */
  readonly first: Usage
  /** The same again when nothing has changed. */
  readonly unchanged: Usage
}

const project = resolve(import.meta.dirname, '../..')

/**
 * One whole sync of an invented spreadsheet of so many cells, served by the tests' stand-in for Google in
 * a process of its own, and one more of the unchanged spreadsheet. Google's own time is not in it.
 */
export async function benchSheets(cells: number): Promise<SheetsFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sheets-'))
  chmodSync(folder, 0o700)
  const standIn = spawn(
    process.execPath,
    [
      resolve(project, 'tests/google/main.ts'),
      '--large',
      String(cells),
      '--folder',
      folder,
      '--reads',
      '600',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const { env, ids } = await announcement(standIn)
    const source = ['--source', 'sheets', '--spreadsheet', ids[0] ?? '']
    const options = [...source, '--config', await writeSharing(folder), '--out', join(folder, 'bundle')]
    const run = () => measure(resolve(project, 'scripts/sync/main.ts'), [...options, '--json'], env)
    return { cells, first: run(), unchanged: run() }
  } finally {
    standIn.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Announcement {
  readonly env: Readonly<Record<string, string>>
  readonly ids: readonly string[]
}

/** What the stand-in says once it listens. */
async function announcement({ stdout }: ChildProcess): Promise<Announcement> {
  if (stdout === null) throw new Error('missing output of the stand-in')
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as Announcement
  throw new Error('the stand-in ended before it listened')
}
