import { describe, expect, test } from 'vitest'
import { ScriptedServer, type Reply } from './ScriptedServer.ts'
import {
  server,
  folder,
  clock,
  connect,
  tabs,
  values,
  range,
  file,
  askValues,
  errorOf,
} from './scriptedClient.ts'

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
