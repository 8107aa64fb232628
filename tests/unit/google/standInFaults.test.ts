import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Fault, Trouble } from '../../google/fault.ts'
import { bareRequest, realClients, refusalOf } from '../../google/realClients.ts'
import type { NewSpreadsheet } from '../../google/StandInSpreadsheet.ts'
import type { StandIn } from '../../google/startStandIn.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const rows = Array.from({ length: 10 }, (_, index) => [`C${index}`, index])

const clinic: NewSpreadsheet = {
  id: 'clinic',
  title: 'Two Rivers Clinic',
  access: 'writer',
  tabs: [
    { title: 'Charges', rows },
    { title: 'Staff', rows: [['Ada Birch']] },
  ],
}

const ranges = ["'Charges'", "'Staff'"]

async function troubled(...faults: Fault[]) {
  const standIn = await testStandIn([clinic, { ...clinic, id: 'other' }])
  standIn.fault(...faults)
  const clients = realClients(standIn)
  const read = (spreadsheetId = 'clinic') => clients.values.batchGet({ spreadsheetId, ranges })
  return { standIn, read, ...clients }
}

const readTrouble = (trouble: Trouble) => troubled({ on: 'values', do: trouble })

describe('a fault', () => {
  it('strikes the calls it is meant for, after those it skips, as often as it says', async () => {
    const { read, spreadsheets, standIn } = await troubled({
      on: 'values',
      spreadsheet: 'clinic',
      skip: 1,
      times: 2,
      do: { kind: 'status', status: 503 },
    })
    const status = async (id?: string) =>
      read(id).then(
        (answer) => answer.status,
        () => 'refused',
      )
    expect((await spreadsheets.get({ spreadsheetId: 'clinic' })).status).toBe(200)
    expect(await status('other')).toBe(200)
    expect([await status(), await status(), await status(), await status()]).toEqual([
      200,
      'refused',
      'refused',
      200,
    ])
    expect(standIn.log.map(({ status: one }) => one)).toEqual([200, 200, 200, 503, 503, 200])
  })

  it('on any strikes Sheets and Drive until it is taken back', async () => {
    const { read, files, standIn } = await troubled({
      on: 'any',
      times: Infinity,
      do: { kind: 'status', status: 500 },
    })
    expect(await refusalOf(read())).toEqual({ status: 500, message: 'Internal error encountered.' })
    expect(await refusalOf(files.get({ fileId: 'clinic' }))).toMatchObject({ status: 500 })
    standIn.clearFaults()
    expect((await read()).status).toBe(200)
  })

  it.each([
    [429, 'Quota exceeded for quota metric'],
    [500, 'Internal error encountered.'],
    [503, 'The service is currently unavailable.'],
    [401, 'Request had invalid authentication credentials.'],
    [403, 'The caller does not have permission'],
    [404, 'Requested entity was not found.'],
  ])('of status %d has the body that Google sends', async (status, words) => {
    const { read } = await readTrouble({ kind: 'status', status })
    const refusal = await refusalOf(read())
    expect(refusal.status).toBe(status)
    expect(refusal.message).toContain(words)
  })

  it('of status 429 says when to come again only if told to', async () => {
    const { standIn } = await troubled(
      { on: 'values', do: { kind: 'status', status: 429 } },
      { on: 'values', do: { kind: 'status', status: 429, retryAfter: '7' } },
    )
    const retryAfter = async () =>
      (await bareRequest(standIn, 'v4/spreadsheets/clinic/values/A1')).headers.get('retry-after')
    expect([await retryAfter(), await retryAfter()]).toEqual([null, '7'])
  })

  it('of a gateway is an HTML page', async () => {
    const { standIn } = await readTrouble({ kind: 'html' })
    const answer = await bareRequest(standIn, 'v4/spreadsheets/clinic/values/A1')
    expect(answer.status).toBe(502)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toContain('Error 502 (Server Error)!!1')
  })

  it.each<Trouble>([
    { kind: 'truncatedJson' },
    { kind: 'truncatedGzip' },
    { kind: 'emptyBody' },
    { kind: 'loginRedirect' },
    { kind: 'html', status: 200 },
  ])('of kind $kind is a 200 without data for the real client', async (trouble) => {
    const { read } = await readTrouble(trouble)
    const { status, data } = await read()
    expect(status).toBe(200)
    expect(typeof data).toBe('string')
  })

  it.each<Trouble>([
    { kind: 'cutBody', framing: 'length' },
    { kind: 'cutBody', framing: 'chunked' },
    { kind: 'reset' },
  ])('of kind $kind breaks the connection', async (trouble) => {
    const { read } = await readTrouble(trouble)
    expect((await refusalOf(read())).status).toBeUndefined()
  })

  it('of a truncated gzip is a whole transfer of half the bytes', async () => {
    const { standIn } = await readTrouble({ kind: 'truncatedGzip' })
    const { complete, bytes } = await rawAnswer(standIn, '/v4/spreadsheets/clinic/values/A1:B10')
    expect(complete).toBe(true)
    const whole = await rawAnswer(standIn, '/v4/spreadsheets/clinic/values/A1:B10')
    expect(whole.bytes.subarray(0, bytes.length)).toEqual(bytes)
    expect(bytes).toHaveLength(Math.floor(whole.bytes.length / 2))
  })

  it.each([false, true])('that hangs lets the client wait (headers sent: %s)', async (afterHeaders) => {
    const { values, standIn } = await readTrouble({ kind: 'hang', afterHeaders })
    const call = values.batchGet({ spreadsheetId: 'clinic', ranges }, { timeout: 50 })
    expect((await refusalOf(call)).status).toBeUndefined()
    expect(standIn.log).toHaveLength(1)
  })

  it.each([false, true])(
    'that is slow gives the right answer in the end (in pieces: %s)',
    async (inPieces) => {
      const { read } = await readTrouble({ kind: 'slow', milliseconds: 20, inPieces })
      expect((await read()).data.valueRanges).toHaveLength(2)
    },
  )

  it('on a write comes before it, or after it was carried out', async () => {
    const status = { kind: 'status', status: 503 } as const
    const { spreadsheets, standIn } = await troubled(
      { on: 'update', do: status },
      { on: 'update', do: { ...status, applied: true } },
    )
    const rename = (title: string) =>
      spreadsheets.batchUpdate({
        spreadsheetId: 'clinic',
        requestBody: {
          requests: [{ updateSpreadsheetProperties: { properties: { title }, fields: 'title' } }],
        },
      })
    await refusalOf(rename('First'))
    expect(standIn.spreadsheet('clinic').title).toBe('Two Rivers Clinic')
    await refusalOf(rename('Second'))
    expect(standIn.spreadsheet('clinic').title).toBe('Second')
  })
})

describe('someone at work', () => {
  it.each([
    ['before', [['renamed']]],
    ['after', [['Ada Birch']]],
  ] as const)('just %s an answer shows in it or not, and always in the version', async (when, expected) => {
    const { read, standIn, files } = await readTrouble({
      kind: 'change',
      when,
      change: (spreadsheet) => spreadsheet.edit('Staff', 1, 1, 'renamed'),
    })
    const before = standIn.spreadsheet('clinic').version
    expect((await read()).data.valueRanges?.[1]?.values).toEqual(expected)
    const { data } = await files.get({ fileId: 'clinic', fields: 'version' })
    expect(data.version).toBe(String(Number(before) + 1))
  })

  it('who renames a tab breaks the next read', async () => {
    const { read } = await readTrouble({
      kind: 'change',
      when: 'after',
      change: (spreadsheet) => spreadsheet.rename('Staff', 'People'),
    })
    expect((await read()).status).toBe(200)
    expect((await refusalOf(read())).message).toBe("Unable to parse range: 'Staff'")
  })
})

describe('an answer that is not whole', () => {
  it('has no values of a tab', async () => {
    const { read } = await readTrouble({ kind: 'emptyTab', tab: 'Charges' })
    const [charges, staff] = (await read()).data.valueRanges ?? []
    expect(charges).toEqual({ range: 'Charges!A1:Z1000', majorDimension: 'ROWS' })
    expect(staff?.values).toEqual([['Ada Birch']])
  })

  it.each([
    ['last', ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6']],
    ['spread', ['C0', 'C1', 'C2', 'C4', 'C5', 'C7', 'C8']],
  ] as const)('lacks three tenths of the rows: %s', async (which, expected) => {
    const { read } = await readTrouble({ kind: 'lostRows', share: 0.3, tab: 'Charges', which })
    const [charges, staff] = (await read()).data.valueRanges ?? []
    expect(charges?.values?.map(([id]: unknown[]) => id)).toEqual(expected)
    expect(staff?.values).toHaveLength(1)
  })

  it.each([
    ['fewerRanges', { spreadsheetId: 'clinic', valueRanges: [{ range: 'Charges!A1:Z1000' }] }],
    ['otherSpreadsheet', { spreadsheetId: '1SomeOtherSpreadsheet' }],
    ['otherRange', { valueRanges: [{ range: 'Elsewhere!A1:B2' }, { range: 'Elsewhere!A1:B2' }] }],
    ['array', [{ spreadsheetId: 'clinic' }]],
    ['badValues', { valueRanges: [{ values: 'none' }, { values: 'none' }] }],
  ] as const)('has another shape: %s', async (how, expected) => {
    const { read } = await readTrouble({ kind: 'wrongShape', how })
    const { data } = await read()
    expect(data).toMatchObject(expected)
    expect(data.valueRanges?.length ?? 0).toBeLessThanOrEqual(how === 'fewerRanges' ? 1 : 2)
  })

  it('has nothing in it', async () => {
    const { read } = await readTrouble({ kind: 'wrongShape', how: 'emptyObject' })
    expect((await read()).data).toEqual({})
  })
})

/** An answer's compressed bytes as they came, and whether the transfer ended as it should. */
function rawAnswer(standIn: StandIn, path: string): Promise<{ complete: boolean; bytes: Buffer }> {
  const authorization = `Bearer ${standIn.token('https://www.googleapis.com/auth/spreadsheets')}`
  const headers = { authorization, 'accept-encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, standIn.url), { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ complete: answer.complete, bytes: Buffer.concat(chunks) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}
