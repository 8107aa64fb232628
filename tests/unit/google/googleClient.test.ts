import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectGoogle, type ConnectOptions } from '../../../scripts/google/connectGoogle.ts'
import type { GoogleApi } from '../../../scripts/google/googleApi.ts'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import { ReadQuota } from '../../../scripts/google/ReadQuota.ts'
import { errorReply, ScriptedServer, type Reply } from './ScriptedServer.ts'
import { TestClock } from './TestClock.ts'

let server: ScriptedServer
let folder = ''
let clock = new TestClock()

beforeEach(async () => {
  server = await ScriptedServer.start()
  folder = await mkdtemp(join(tmpdir(), 'vitals-client-'))
  clock = new TestClock()
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function connect(
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

const read = 'https://www.googleapis.com/auth/spreadsheets.readonly'
const metadata = 'https://www.googleapis.com/auth/drive.metadata.readonly'
const write = 'https://www.googleapis.com/auth/spreadsheets'

const tabs = {
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
const values = { spreadsheetId: 'abc', valueRanges: [{ range: 'Visits!A1:B2', values: [['Ada Birch', 1]] }] }
const range = "'Visits'!A1:B2"
const file = {
  id: 'abc',
  name: 'Two Rivers Clinic',
  mimeType: 'application/vnd.google-apps.spreadsheet',
  modifiedTime: '2026-10-31T15:39:03.767Z',
  version: '12345678901234567890',
  trashed: false,
  capabilities: { canEdit: false },
}

function askValues(api: GoogleApi): Promise<unknown> {
  return api.values('abc', [range])
}

async function errorOf(promise: Promise<unknown>): Promise<GoogleError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof GoogleError)) throw new Error('no GoogleError', { cause: error })
  return error
}

describe('a good answer', () => {
  test('a file: one request to Drive with a lean mask, shared drives included', async () => {
    server.script('/files/abc', { json: file })
    const api = await connect()
    const { name, mimeType, modifiedTime, version, trashed } = file
    expect(await api.file('abc')).toEqual({ name, mimeType, modifiedTime, version, trashed, canEdit: false })
    const url = new URL(server.to('/files/abc')[0]?.url ?? '', server.url)
    expect(url.pathname).toBe('/drive/v3/files/abc')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      fields: 'id,name,mimeType,modifiedTime,version,trashed,capabilities(canEdit)',
      supportsAllDrives: 'true',
    })
    expect(api.requests).toEqual({ sheetsReads: 0, sheetsWrites: 0, driveReads: 1 })
  })

  test('tabs: zeros left out are zeros, open merges reach the edge of the grid, a chart has no cells', async () => {
    server.script('/spreadsheets/abc', { json: tabs })
    const spreadsheet = await (await connect()).spreadsheet('abc', { hiddenRows: true })
    expect(spreadsheet).toMatchObject({ id: 'abc', title: 'Two Rivers Clinic', timeZone: 'America/Chicago' })
    expect(spreadsheet.tabs).toEqual([
      {
        sheetId: 0,
        title: 'Visits',
        index: 0,
        type: 'GRID',
        hidden: false,
        rowCount: 1000,
        columnCount: 26,
        frozenRowCount: 1,
        merges: [
          { startRow: 0, endRow: 1, startColumn: 1, endColumn: 3 },
          { startRow: 0, endRow: 1000, startColumn: 0, endColumn: 26 },
        ],
        hiddenRows: 2,
      },
      {
        sheetId: 7,
        title: 'Chart',
        index: 1,
        type: 'OBJECT',
        hidden: true,
        rowCount: 0,
        columnCount: 0,
        frozenRowCount: 0,
        merges: [],
        hiddenRows: 0,
      },
    ])
  })

  test('hidden rows are asked for and counted only if wanted', async () => {
    server.script('/spreadsheets/abc', { json: tabs })
    const spreadsheet = await (await connect()).spreadsheet('abc')
    expect(spreadsheet.tabs[0]?.hiddenRows).toBeNull()
    expect(server.to('/spreadsheets/abc')[0]?.url).not.toContain('rowMetadata')
  })

  test('a tab without its number is number 0, as proto3 leaves zeros out', async () => {
    const [first, ...others] = tabs.sheets
    const { sheetId, ...properties } = first?.properties ?? {}
    server.script('/spreadsheets/abc', { json: { ...tabs, sheets: [{ ...first, properties }, ...others] } })
    expect((await (await connect()).spreadsheet('abc')).tabs[0]?.sheetId).toBe(sheetId)
    expect(sheetId).toBe(0)
  })

  test('an answer clipped to a smaller grid is refused where the whole range was asked for: the tab has shrunk', async () => {
    server.script(':batchGet', {
      json: { ...values, valueRanges: [{ range: 'Visits!A1:B1', values: [['Ada Birch', 1]] }] },
    })
    const api = await connect()
    expect(await api.values('abc', [range])).toEqual([[['Ada Birch', 1]]])
    const error = await errorOf(api.values('abc', [range], { whole: true }))
    expect(error.trouble).toBe('bad_request')
    expect(error.message).toContain('A tab became smaller')
    expect(server.to(':batchGet')).toHaveLength(2)
  })

  test('values: unformatted, dates as serial numbers, all ranges in one request', async () => {
    const two = { ...values, valueRanges: [...values.valueRanges, { range: 'Fees!A1:B2' }] }
    server.script(':batchGet', { json: two })
    const api = await connect()
    expect(await api.values('abc', [range, "'Fees'!A1:B2"])).toEqual([[['Ada Birch', 1]], []])
    const { searchParams } = new URL(server.to(':batchGet')[0]?.url ?? '', server.url)
    expect(searchParams.getAll('ranges')).toEqual([range, "'Fees'!A1:B2"])
    expect(searchParams.get('valueRenderOption')).toBe('UNFORMATTED_VALUE')
    expect(searchParams.get('dateTimeRenderOption')).toBe('SERIAL_NUMBER')
    expect(api.requests.sheetsReads).toBe(1)
  })

  test('so many ranges that no address could hold them are asked for in several requests', async () => {
    const ranges = Array.from({ length: 300 }, (_, at) => `'A long title of tab number ${at}'!A1:B2`)
    const echo: Reply = {
      by: (response, request) => {
        const asked = new URL(request.url ?? '', server.url).searchParams.getAll('ranges')
        response.setHeader('content-type', 'application/json')
        response.end(
          JSON.stringify({
            spreadsheetId: 'abc',
            valueRanges: asked.map((one) => ({ range: one, values: [[one]] })),
          }),
        )
      },
    }
    server.script(':batchGet', echo)
    const answers = await (await connect()).values('abc', ranges)
    expect(answers).toEqual(ranges.map((one) => [[one]]))
    expect(server.to(':batchGet').every(({ url }) => url.length < 8000)).toBe(true)
    expect(server.to(':batchGet').length).toBeGreaterThan(1)
  })

  test('formulas if asked for', async () => {
    server.script(':batchGet', { json: values })
    await (await connect()).values('abc', [range], { render: 'formula' })
    expect(server.to(':batchGet')[0]?.url).toContain('valueRenderOption=FORMULA')
  })

  test('a batch of changes is one POST, a new spreadsheet another', async () => {
    server.script(':batchUpdate', { json: { spreadsheetId: 'abc' } })
    const spreadsheetUrl = 'https://docs.google.com/spreadsheets/d/new/edit?ouid=1'
    server.script('/v4/spreadsheets', { json: { spreadsheetId: 'new', spreadsheetUrl } })
    const api = await connect({ access: 'write' })
    await api.update('abc', [{ deleteSheet: { sheetId: 1 } }])
    expect(await api.create({ properties: { title: 'New' } })).toEqual({ id: 'new', url: spreadsheetUrl })
    expect(JSON.parse(server.to(':batchUpdate')[0]?.body ?? '')).toEqual({
      requests: [{ deleteSheet: { sheetId: 1 } }],
    })
    expect(api.requests).toEqual({ sheetsReads: 0, sheetsWrites: 2, driveReads: 0 })
  })
})

describe('tokens', () => {
  test.each([
    ['reading with change detection', { access: 'read', changeDetection: true }, [read, metadata]],
    ['reading', { access: 'read', changeDetection: false }, [read]],
    ['writing', { access: 'write', changeDetection: true }, [write]],
  ] as const)('%s asks the account for exactly its scopes, for ten minutes', async (_, wanted, scopes) => {
    server.script(':batchGet', { json: values })
    await askValues(await connect(wanted))
    const [impersonated] = server.to(':generateAccessToken')
    expect(JSON.parse(impersonated?.body ?? '')).toEqual({ scope: scopes, lifetime: '600s' })
    expect(impersonated?.authorization).toBe('Bearer exchange-secret')
    expect(server.to(':batchGet')[0]?.authorization).toBe('Bearer access-secret-1')
  })

  test('one token serves many requests, also at the same time', async () => {
    server.script(':batchGet', { json: values })
    const api = await connect()
    await Promise.all([askValues(api), askValues(api), askValues(api)])
    await askValues(api)
    expect(server.to('/oidc')).toHaveLength(1)
    expect(server.to('/sts/v1/token')).toHaveLength(1)
    expect(server.to(':generateAccessToken')).toHaveLength(1)
  })

  test.each(['/oidc', '/sts/v1/token', ':generateAccessToken'])(
    'a %s that is down is asked again by our clock, not by that of the library',
    async (step) => {
      server.script(':batchGet', { json: values })
      const down = errorReply(503, 'The service is currently unavailable.')
      const good = { '/oidc': { value: 'v' }, '/sts/v1/token': { access_token: 't', expires_in: 60 } }[step]
      server.script(step, down, errorReply(429, 'quota'), { json: good ?? server.token() })
      await askValues(await connect())
      expect(server.to(step)).toHaveLength(3)
      expect(clock.slept).toEqual([500, 60_000 - 10_500 + 1000])
    },
  )

  test.each(['/sts/v1/token', ':generateAccessToken'])('no JSON from %s is asked again', async (step) => {
    server.script(':batchGet', { json: values })
    const page: Reply = { by: (response) => response.end('<html>busy</html>') }
    const good = step.endsWith('token') ? { access_token: 't', expires_in: 60 } : server.token()
    server.script(step, page, { json: good })
    await askValues(await connect())
    expect(server.to(step)).toHaveLength(2)
  })

  test.each([
    ['/oidc', errorReply(403, 'secret'), 'unauthenticated', 'id-token: write'],
    [
      '/sts/v1/token',
      { status: 400, json: { error: 'invalid_target', error_description: 'secret' } },
      'unauthenticated',
      'Workload Identity Federation',
    ],
    [
      '/sts/v1/token',
      {
        status: 403,
        json: {
          error: 'unauthorized_client',
          error_description: 'The given credential is rejected by the attribute condition.',
        },
      },
      'unauthenticated',
      'Attribute conditions',
    ],
    [
      '/sts/v1/token',
      { status: 400, json: { error: 'invalid_grant', error_description: 'The token has expired.' } },
      'unauthenticated',
      'same job',
    ],
    [
      ':generateAccessToken',
      errorReply(403, "Permission 'iam.serviceAccounts.getAccessToken' denied on resource", {
        status: 'PERMISSION_DENIED',
      }),
      'forbidden',
      'roles/iam.workloadIdentityUser',
    ],
    [
      ':generateAccessToken',
      errorReply(
        403,
        'IAM Service Account Credentials API has not been used in project 42 before or it is disabled.',
      ),
      'forbidden',
      'IAM Service Account Credentials API > Enable',
    ],
    [
      ':generateAccessToken',
      errorReply(404, 'Not found; Gaia id not found'),
      'unauthenticated',
      'Service Accounts',
    ],
  ] as const)('a refusal of %s is explained at once', async (step, refusal, trouble, words) => {
    server.script(step, refusal)
    const error = await errorOf(askValues(await connect()))
    expect(error.trouble).toBe(trouble)
    expect(`${error.message} ${error.hint}`).toContain(words)
    expect(`${error.message} ${error.hint}`).not.toContain('secret')
    expect(server.to(step)).toHaveLength(1)
  })

  test('a token that ends while a run goes on is replaced once', async () => {
    server.script(':batchGet', { json: values }, errorReply(401, 'expired'), { json: values })
    const api = await connect()
    await askValues(api)
    await askValues(api)
    expect(server.to(':batchGet').map(({ authorization }) => authorization)).toEqual([
      'Bearer access-secret-1',
      'Bearer access-secret-1',
      'Bearer access-secret-2',
    ])
  })

  test('all requests under way when it ends get the same fresh one', async () => {
    const ended: Reply = errorReply(401, 'expired')
    server.script(':batchGet', { json: values }, ended, ended, ended, { json: values })
    const api = await connect()
    await askValues(api)
    await Promise.all([askValues(api), askValues(api), askValues(api)])
    await askValues(api)
    expect(server.to(':generateAccessToken')).toHaveLength(2)
  })

  test('a fresh token that is refused is not replaced, nor a second one', async () => {
    server.script(':batchGet', errorReply(401, 'secret'))
    const api = await connect()
    expect((await errorOf(askValues(api))).trouble).toBe('unauthenticated')
    expect(server.to(':batchGet')).toHaveLength(1)
    server.script('/files/abc', { json: file })
    await api.file('abc')
    expect((await errorOf(askValues(api))).trouble).toBe('unauthenticated')
    expect(server.to(':batchGet')).toHaveLength(3)
  })

  test('who is refused with a token that serves others gets one fresh one, not one after the other', async () => {
    server.script('/files/abc', { json: file })
    const api = await connect()
    const refused: Reply = {
      by: (response) =>
        void api.file('abc').then(() => {
          response.writeHead(401, { 'content-type': 'application/json' }).end('{}')
        }),
    }
    server.script(':batchGet', refused)
    expect((await errorOf(askValues(api))).trouble).toBe('unauthenticated')
    expect(server.to(':batchGet')).toHaveLength(2)
  })

  test('those who wait for a token wait together', async () => {
    server.script(':batchGet', { json: values })
    const down = errorReply(503, 'busy')
    server.script('/sts/v1/token', down, down, { json: { access_token: 't', expires_in: 60 } })
    const api = await connect()
    await Promise.all([askValues(api), askValues(api), askValues(api)])
    expect(server.to('/sts/v1/token')).toHaveLength(3)
    expect(clock.slept).toEqual([500, 1000])
  })

  test('impersonation by a login on this computer goes to the account, with our scopes', async () => {
    const source = server.federation()
    const json = {
      type: 'impersonated_service_account',
      service_account_impersonation_url: source.service_account_impersonation_url,
      delegates: ['projects/-/serviceAccounts/other@two-rivers.iam.gserviceaccount.com'],
      source_credentials: source,
      quota_project_id: 'two-rivers',
    }
    const path = join(folder, 'impersonated.json')
    await writeFile(path, JSON.stringify(json))
    server.script(':batchGet', { json: values })
    const api = await connect({}, { GOOGLE_APPLICATION_CREDENTIALS: path })
    await askValues(api)
    await askValues(api)
    expect(api.account).toBe(ScriptedServer.account)
    const bodies = server.to(':generateAccessToken').map(({ body }): unknown => JSON.parse(body))
    expect(bodies.at(-1)).toEqual({ delegates: json.delegates, scope: [read, metadata], lifetime: '600s' })
    expect(bodies).toHaveLength(2)
  })
})

/** What a server can do to an answer of status 200, and the like. */
const harms: Readonly<Record<string, Reply>> = {
  'an HTML page': { by: (response) => response.setHeader('content-type', 'text/html').end('<html>secret') },
  nothing: { by: (response) => response.end() },
  'half the JSON': { by: (response) => response.end(JSON.stringify(values).slice(0, 40)) },
  'half the compressed bytes': {
    by: (response) => {
      const bytes = gzipSync(JSON.stringify({ ...values, more: Array.from({ length: 500 }, Math.random) }))
      response.setHeader('content-encoding', 'gzip').end(bytes.subarray(0, bytes.length / 2))
    },
  },
  'bytes that are not compressed': {
    by: (response) => response.setHeader('content-encoding', 'gzip').end('plain'),
  },
  'fewer bytes than announced': {
    by: (response) => {
      response.setHeader('content-length', 5000).write('{"spreadsheetId":')
      setTimeout(() => response.destroy(), 10)
    },
  },
  'a chunked body that ends early': {
    by: (response) => {
      response.write('{"spreadsheetId":')
      setTimeout(() => response.destroy(), 10)
    },
  },
  'no answer but a reset': { by: (response) => response.destroy() },
  'a list': { json: [] },
  'another spreadsheet': { json: { ...values, spreadsheetId: 'other' } },
  'an error of the server': errorReply(500, 'Internal error encountered.'),
  'an HTML page of status 502': {
    by: (response) =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Error 502 (Server Error)!!1'),
  },
  'a redirect': { by: (response) => response.writeHead(302, { location: '/login' }).end() },
}

/** The like of it that only an answer with values can suffer. */
const harmsOfValues: typeof harms = {
  ...harms,
  'fewer ranges': { json: { spreadsheetId: 'abc', valueRanges: [] } },
  'another range': { json: { ...values, valueRanges: [{ range: 'Visits!A2:B2', values: [['secret']] }] } },
}

describe('a harmed answer', () => {
  test.each(Object.entries(harmsOfValues))('%s: asked again, three requests in all', async (_, harm) => {
    server.script(':batchGet', harm, harm, { json: values })
    const api = await connect()
    expect(await askValues(api)).toEqual([[['Ada Birch', 1]]])
    expect(api.requests.sheetsReads).toBe(3)
    expect(clock.slept).toEqual([500, 1000])
  })

  test.each(Object.entries(harmsOfValues))(
    '%s until the deadline: nothing of it is given or told',
    async (_, harm) => {
      server.script(':batchGet', harm)
      const error = await errorOf(askValues(await connect({ deadline: clock.now() + 4000 })))
      expect(error.trouble).toBe('deadline')
      expect(JSON.stringify([error.message, error.hint])).not.toContain('secret')
    },
  )

  test.each(Object.entries(harms))('%s after a write: not sent again, and said so', async (_, harm) => {
    server.script(':batchUpdate', harm)
    server.script('/v4/spreadsheets', harm)
    const api = await connect({ access: 'write' })
    for (const writing of [() => api.update('abc', []), () => api.create({})]) {
      const error = await errorOf(writing())
      expect(error.message).toContain('may have been written')
      expect(`${error.message} ${error.hint}`).not.toContain('secret')
    }
    expect(api.requests.sheetsWrites).toBe(2)
    expect(clock.slept).toEqual([])
  })

  test('a write that gets no answer in time is not sent again', async () => {
    server.script(':batchUpdate', { by: () => undefined })
    const api = await connect({ access: 'write', requestTimeout: 60 })
    const error = await errorOf(api.update('abc', []))
    expect(error).toMatchObject({ trouble: 'timeout' })
    expect(error.message).toContain('may have been written')
    expect(server.to(':batchUpdate')).toHaveLength(1)
  })

  test('an idempotent write is sent again like a read', async () => {
    server.script(':batchUpdate', errorReply(503, 'busy'), { json: { spreadsheetId: 'abc' } })
    const api = await connect({ access: 'write' })
    await api.update('abc', [], { idempotent: true })
    expect(api.requests.sheetsWrites).toBe(2)
  })

  test('no answer in time, and half an answer in time, are asked again', async () => {
    const hang: Reply = { by: () => undefined }
    const half: Reply = { by: (response) => void response.write('{') }
    server.script(':batchGet', hang, half, { json: values })
    expect(await askValues(await connect({ requestTimeout: 60 }))).toEqual([[['Ada Birch', 1]]])
    expect(server.to(':batchGet').length).toBeGreaterThanOrEqual(3)
  })

  test('a tab list whose grid has no size is not believed', async () => {
    const [grid] = tabs.sheets
    const noSize = {
      ...tabs,
      sheets: [{ ...grid, properties: { ...grid?.properties, gridProperties: undefined } }],
    }
    server.script('/spreadsheets/abc', { json: noSize }, { json: { ...tabs, sheets: [] } }, { json: tabs })
    expect((await (await connect()).spreadsheet('abc')).tabs).toHaveLength(2)
    expect(server.to('/spreadsheets/abc')).toHaveLength(3)
  })

  test.each([
    ['in the bin', { trashed: true }, 'in the bin'],
    [
      'an XLSX',
      { mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
      'Save as Google Sheets',
    ],
    ['a folder', { mimeType: 'application/vnd.google-apps.folder' }, 'not a Google spreadsheet'],
  ])('a file that is %s is the wrong file', async (_, change, words) => {
    server.script('/files/abc', { json: { ...file, ...change } })
    const error = await errorOf((await connect()).file('abc'))
    expect(error.trouble).toBe('wrong_file')
    expect(`${error.message} ${error.hint}`).toContain(words)
  })
})

describe('the quota and the account', () => {
  test('twenty spreadsheets of three reads send no more than fifty in any minute', async () => {
    server.script(':batchGet', { json: values })
    const api = await connect({ quota: new ReadQuota(clock) })
    const sentAt: number[] = []
    for (let read_ = 0; read_ < 60; read_++) {
      await askValues(api)
      sentAt.push(clock.now())
    }
    expect(sentAt.filter((at) => at < (sentAt[0] ?? 0) + 60_000)).toHaveLength(50)
    expect(clock.slept).toEqual([60_000])
  })

  test('two connections of a run share one quota', async () => {
    server.script(':batchGet', { json: values })
    const quota = new ReadQuota(clock, 3)
    const [one, other] = [await connect({ quota }), await connect({ quota, access: 'write' })]
    for (const api of [one, other, one]) await askValues(api)
    expect(clock.slept).toEqual([])
    await askValues(other)
    expect(clock.slept).toEqual([60_000])
  })

  test('Drive is not counted', async () => {
    server.script('/files/abc', { json: file })
    const api = await connect({ quota: new ReadQuota(clock, 1) })
    for (let call = 0; call < 3; call++) await api.file('abc')
    expect(clock.slept).toEqual([])
  })

  test('Drive is not asked by a connection that may not', async () => {
    for (const wanted of [{ access: 'write' }, { changeDetection: false }] as const) {
      await expect((await connect(wanted)).file('abc')).rejects.toThrow('no access to Drive')
    }
    expect(server.seen).toEqual([])
  })

  test('connecting sends nothing', async () => {
    expect((await connect()).account).toBe(ScriptedServer.account)
    expect(server.seen).toEqual([])
  })
})

describe('where a token goes', () => {
  test('a redirect is followed to no host, neither with the token nor without', async () => {
    const other = await ScriptedServer.start()
    try {
      const away: Reply = {
        by: (response) => response.writeHead(307, { location: `${other.url}catch` }).end(),
      }
      const sameName: Reply = {
        by: (response) =>
          response.writeHead(302, { location: `${other.url.replace('127.0.0.1', 'localhost')}catch` }).end(),
      }
      for (const path of [':batchGet', '/oidc', '/sts/v1/token', ':generateAccessToken']) {
        server.script(path, away, sameName)
        await errorOf(askValues(await connect({ deadline: clock.now() + 4000 })))
        server.script(path, { json: path === ':batchGet' ? values : server.token() })
        if (path === '/oidc') server.script(path, { json: { value: 'v' } })
        if (path === '/sts/v1/token') server.script(path, { json: { access_token: 't', expires_in: 60 } })
      }
      expect(other.seen).toEqual([])
      expect(server.to(':batchGet').length).toBeGreaterThan(1)
    } finally {
      await other.close()
    }
  })

  test('it goes to googleapis.com, whatever universe the environment names', async () => {
    const proxy = await ScriptedServer.start()
    const { GOOGLE_APPLICATION_CREDENTIALS } = await server.env(folder)
    const google = { GOOGLE_APPLICATION_CREDENTIALS, VITALS_SHEETS_ROOT_URL: '', VITALS_DRIVE_ROOT_URL: '' }
    process.env.GOOGLE_CLOUD_UNIVERSE_DOMAIN = 'universe.example'
    process.env.HTTPS_PROXY = proxy.url
    try {
      const api = await connect({ deadline: clock.now() + 1000 }, google)
      await errorOf(askValues(api))
      await errorOf(api.file('abc'))
      expect(new Set(proxy.tunnels)).toEqual(new Set(['sheets.googleapis.com:443', 'www.googleapis.com:443']))
    } finally {
      delete process.env.GOOGLE_CLOUD_UNIVERSE_DOMAIN
      delete process.env.HTTPS_PROXY
      await proxy.close()
    }
  })

  test('a proxy in the environment gets nothing of what stays on this computer', async () => {
    const proxy = await ScriptedServer.start()
    server.script(':batchGet', { json: values })
    process.env.HTTP_PROXY = proxy.url
    try {
      expect(await askValues(await connect())).toEqual([[['Ada Birch', 1]]])
      expect(proxy.seen).toEqual([])
    } finally {
      delete process.env.HTTP_PROXY
      await proxy.close()
    }
  })

  test('endpoints elsewhere are refused before anything is sent', async () => {
    await expect(connect({}, { VITALS_SHEETS_ROOT_URL: 'http://sheets.example/' })).rejects.toThrow(
      'not an address',
    )
    await expect(connect({}, { VITALS_DRIVE_ROOT_URL: '' })).rejects.toThrow('Only one of')
    expect(server.seen).toEqual([])
  })
})
