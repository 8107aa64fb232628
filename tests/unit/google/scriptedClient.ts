import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { connectGoogle, type ConnectOptions } from '../../../scripts/google/connectGoogle.ts'
import type { GoogleApi } from '../../../scripts/google/googleApi.ts'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import { ScriptedServer } from './ScriptedServer.ts'
import { TestClock } from './TestClock.ts'

/** The server of the running test, its folder for credentials and its clock; new for each. */
export let server: ScriptedServer
export let folder = ''
export let clock = new TestClock()

beforeEach(async () => {
  server = await ScriptedServer.start()
  folder = await mkdtemp(join(tmpdir(), 'vitals-client-'))
  clock = new TestClock()
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** A client of the running test against its server. */
export async function connect(
  options: Partial<ConnectOptions> = {},
  env: NodeJS.ProcessEnv = {},
): Promise<GoogleApi> {
  return connectGoogle({
    access: 'read',
    changeDetection: true,
    requestTimeout: 5000,
    deadline: clock.now() + 900_000,
    project: join(process.cwd()),
    effects: { clock, random: () => 0.5, env: { ...(await server.env(folder)), ...env } },
    ...options,
  })
}

/** Scopes that a client may ask for. */
export const read = 'https://www.googleapis.com/auth/spreadsheets.readonly'
export const metadata = 'https://www.googleapis.com/auth/drive.metadata.readonly'
export const write = 'https://www.googleapis.com/auth/spreadsheets'

/** Answers as Google gives them. */
export const tabs = {
  spreadsheetId: 'abc',
  properties: { title: 'Two Rivers Clinic', locale: 'en_US', timeZone: 'America/Chicago' },
  sheets: [
    {
      properties: {
        sheetId: 0,
        title: 'Visits',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 },
      },
      merges: [{ endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 3 }, {}],
      data: [{ rowMetadata: [{}, { hiddenByUser: true }, { hiddenByFilter: true }, {}] }],
    },
    { properties: { sheetId: 7, title: 'Chart', index: 1, sheetType: 'OBJECT', hidden: true } },
  ],
}
export const values = {
  spreadsheetId: 'abc',
  valueRanges: [{ range: 'Visits!A1:B2', values: [['Ada Birch', 1]] }],
}
export const range = "'Visits'!A1:B2"
export const file = {
  id: 'abc',
  name: 'Two Rivers Clinic',
  mimeType: 'application/vnd.google-apps.spreadsheet',
  modifiedTime: '2026-10-31T15:39:03.767Z',
  version: '12345678901234567890',
  trashed: false,
  capabilities: { canEdit: false },
}

/** A request for values. */
export function askValues(api: GoogleApi): Promise<unknown> {
  return api.values('abc', [range])
}

/** The error that a promise ends in; throws if there is none. */
export async function errorOf(promise: Promise<unknown>): Promise<GoogleError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof GoogleError)) throw new Error('no GoogleError', { cause: error })
  return error
}
