import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach } from 'vitest'
import { heartbeatPath } from '../../scripts/schedule/writeHeartbeat.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import type { Manifest } from '../../src/bundle/bundle.ts'
import type { LoggedRequest } from '../google/StandInServer.ts'
import { googlePractice, type GooglePractice } from './googlePractice.ts'

/** The practice of the running test, a new one for each. */
export let practice: GooglePractice

beforeEach(async () => {
  practice = await googlePractice()
})
afterEach(() => practice.close())

/** In milliseconds. */
export const hour = 3_600_000

/** The calls to Sheets and Drive since the log was cleared. */
export function calls(): LoggedRequest['operation'][] {
  return practice.standIn.log
    .filter(({ kind }) => kind === 'drive' || kind.startsWith('sheets'))
    .map(({ operation }) => operation)
}

/** What a run left for whoever watches over it. */
export async function heartbeat(): Promise<unknown> {
  return JSON.parse(await readFile(heartbeatPath(practice.out), 'utf8'))
}

/** The manifest as this practice has signed it. */
export async function manifest(): Promise<Manifest> {
  const found = await readManifest(practice.out, { trust: practice.keys.sealing.signingKey })
  if (!found) throw new Error('no manifest of this practice')
  return found
}

/** A tab of invented expenses. */
export function expenses(seed: string): (string | number)[][] {
  const amounts = [100, 250, 75.5].map((amount, index) => [46_266 + index, `Vendor ${seed}`, amount, 'Rent'])
  return [['Date', 'Vendor', 'Amount', 'Category'], ...amounts]
}
