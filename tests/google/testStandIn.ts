import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NewSpreadsheet } from './StandInSpreadsheet.ts'
import { startStandIn, type StandIn, type StandInOptions } from './startStandIn.ts'

/** A stand-in for one test, which is closed and whose credentials are removed when the test is over. */
export async function testStandIn(
  spreadsheets: readonly NewSpreadsheet[],
  options: Omit<StandInOptions, 'folder' | 'spreadsheets'> = {},
): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
  const standIn = await startStandIn({ ...options, folder, spreadsheets })
  onTestFinished(async () => {
    await standIn.close()
    await rm(folder, { recursive: true, force: true })
  })
  return standIn
}
