import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ReadQuota } from '../../../scripts/google/ReadQuota.ts'
import { errorReply, ScriptedServer, type Reply } from './ScriptedServer.ts'
import { server, clock, connect, tabs, values, file, askValues, errorOf } from './scriptedClient.ts'

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
