import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectGoogle } from '../../../scripts/google/connectGoogle.ts'
import type { GoogleApi } from '../../../scripts/google/googleApi.ts'
import type { Trouble } from '../../google/fault.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import { TestClock } from './TestClock.ts'

const id = 'two-rivers'
const title = "Dr. O'Brien"
const range = "'Dr. O''Brien'!A1:C3"
const rows = [
  ['Provider', 'Visits'],
  ['Ada Birch', 12.5, true],
]

let folder = ''
let google: StandIn
let clock = new TestClock()

beforeEach(async () => {
  clock = new TestClock()
  folder = await mkdtemp(join(tmpdir(), 'vitals-stand-in-'))
  const spreadsheets = [{ id, title: 'Two Rivers Clinic', tabs: [{ title, rows }] }]
  google = await startStandIn({ folder, spreadsheets, now: () => clock.now() })
})

afterEach(async () => {
  await google.close()
  await rm(folder, { recursive: true })
})

function connect(access: 'read' | 'write' = 'read', requestTimeout = 10_000): Promise<GoogleApi> {
  return connectGoogle({
    access,
    changeDetection: true,
    requestTimeout,
    deadline: clock.now() + 600_000,
    project: process.cwd(),
    effects: { clock, random: () => 0.5, env: { ...google.env } },
  })
}

describe('against the stand-in', () => {
  test('file, tabs and values come through the whole federated chain in three requests', async () => {
    const api = await connect()
    expect(api.account).toBe(google.account)
    expect((await api.file(id)).name).toBe('Two Rivers Clinic')
    expect((await api.spreadsheet(id)).tabs.map((tab) => tab.title)).toEqual([title])
    expect(await api.values(id, [range])).toEqual([rows])
    const kinds = google.log.map(({ kind }) => kind)
    expect(kinds).toEqual(['oidc', 'sts', 'impersonation', 'drive', 'sheets-read', 'sheets-read'])
  })

  test.each<[string, Trouble]>([
    ['429', { kind: 'status', status: 429 }],
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: '70' }],
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['HTML 502', { kind: 'html' }],
    ['a login page', { kind: 'loginRedirect' }],
    ['a cut body', { kind: 'cutBody', framing: 'length' }],
    ['a cut chunked body', { kind: 'cutBody', framing: 'chunked' }],
    ['half the JSON', { kind: 'truncatedJson' }],
    ['half the gzip', { kind: 'truncatedGzip' }],
    ['an empty body', { kind: 'emptyBody' }],
    ['a reset', { kind: 'reset' }],
    ['fewer ranges', { kind: 'wrongShape', how: 'fewerRanges' }],
    ['another spreadsheet', { kind: 'wrongShape', how: 'otherSpreadsheet' }],
    ['another range', { kind: 'wrongShape', how: 'otherRange' }],
  ])('%s, twice, is recovered from', async (_, trouble) => {
    google.fault({ on: 'values', times: 2, do: trouble })
    const api = await connect()
    expect(await api.values(id, [range])).toEqual([rows])
    expect(api.requests.sheetsReads).toBe(3)
  })

  test.each(['oidc', 'sts', 'impersonation', 'file', 'values'] as const)(
    'no answer to %s in time is recovered from',
    async (on) => {
      google.fault({ on, do: { kind: 'hang' } }, { on, do: { kind: 'hang', afterHeaders: true } })
      const api = await connect('read', 100)
      expect((await api.file(id)).name).toBe('Two Rivers Clinic')
      expect(await api.values(id, [range])).toEqual([rows])
      expect(clock.slept.length).toBeGreaterThanOrEqual(2)
    },
  )

  test('sixty-one reads in a row never meet the quota of sixty a minute', async () => {
    const api = await connect()
    for (let read = 0; read < 61; read++) await api.values(id, [range])
    expect(google.log.filter(({ status }) => status === 429)).toEqual([])
    expect(api.requests.sheetsReads).toBe(61)
  })

  test('a token that is over is renewed once, and the read goes on', async () => {
    const api = await connect()
    await api.values(id, [range])
    google.expireTokens()
    expect(await api.values(id, [range])).toEqual([rows])
    expect(google.log.filter(({ kind }) => kind === 'impersonation')).toHaveLength(2)
  })

  test('a renamed tab is a bad request, explained', async () => {
    const api = await connect()
    await expect(api.values(id, ["'Elsewhere'!A1:B2"])).rejects.toMatchObject({ trouble: 'bad_request' })
    expect(api.requests.sheetsReads).toBe(1)
  })

  test('an unshared spreadsheet is forbidden to Sheets and unknown to Drive, both with the address', async () => {
    google.add({ id: 'other', title: 'Other', tabs: [{ title: 'A', rows: [] }], access: 'none' })
    const api = await connect()
    await expect(api.spreadsheet('other')).rejects.toMatchObject({ trouble: 'forbidden' })
    await expect(api.spreadsheet('other')).rejects.toThrow(google.account)
    await expect(api.file('other')).rejects.toMatchObject({ trouble: 'not_found' })
  })

  test('an API that is off is named', async () => {
    google.disable('sheets')
    await expect((await connect()).spreadsheet(id)).rejects.toThrow('Google Sheets API is not enabled')
  })

  test('a connection for reading cannot write', async () => {
    await expect((await connect()).update(id, [])).rejects.toMatchObject({ trouble: 'forbidden' })
  })

  test('a write that was carried out before an error is there once', async () => {
    google.add({ id: 'status', title: 'Status', tabs: [{ title: 'A', rows: [] }], access: 'writer' })
    google.fault({ on: 'update', do: { kind: 'status', status: 503, applied: true } })
    const api = await connect('write')
    const requests = [{ addSheet: { properties: { title: 'B' } } }]
    await expect(api.update('status', requests)).rejects.toThrow('may have been written')
    expect((await api.spreadsheet('status')).tabs.map((tab) => tab.title)).toEqual(['A', 'B'])
    expect(api.requests.sheetsWrites).toBe(1)
  })
})
