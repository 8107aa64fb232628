import { describe, expect, it } from 'vitest'
import { bareRequest, realClients, refusalOf, scopes } from '../../google/realClients.ts'
import type { NewSpreadsheet } from '../../google/StandInSpreadsheet.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const files: readonly NewSpreadsheet[] = [
  { id: 'clinic', title: 'Two Rivers Clinic', tabs: [{ title: 'Charges' }] },
  { id: 'private', title: 'Payroll', tabs: [{ title: 'Pay' }], access: 'none' },
  { id: 'file', title: 'Budget.xlsx', tabs: [{ title: 'Budget' }], mimeType: xlsx },
  { id: 'binned', title: 'Old', tabs: [{ title: 'Old' }], trashed: true },
]

const get = 'v4/spreadsheets/clinic?fields=spreadsheetId'
const file = 'drive/v3/files/clinic?fields=id'

/** Status and body of a bare request. */
async function answerTo(path: string, headers?: Readonly<Record<string, string>>) {
  const answer = await bareRequest(await testStandIn(files), path, headers)
  return { status: answer.status, body: (await answer.json()) as unknown, headers: answer.headers }
}

describe('a refusal', () => {
  it('without an Authorization header speaks of an API key', async () => {
    expect(await answerTo(get, {})).toMatchObject({
      status: 403,
      body: {
        error: { code: 403, message: 'The request is missing a valid API key.', status: 'PERMISSION_DENIED' },
      },
    })
  })

  it('of an unknown token is 401, with the header that says why', async () => {
    const sheets = await answerTo(get, { authorization: 'Bearer nobody' })
    expect(sheets).toMatchObject({ status: 401, body: { error: { status: 'UNAUTHENTICATED' } } })
    expect(sheets.body).not.toHaveProperty('error.errors')
    expect(sheets.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(await answerTo(file, { authorization: 'Bearer nobody' })).toMatchObject({
      status: 401,
      body: { error: { errors: [{ reason: 'authError', location: 'Authorization' }] } },
    })
  })

  it('of a token that is over is 401, and a new one is good', async () => {
    const standIn = await testStandIn(files)
    const { spreadsheets } = realClients(standIn)
    standIn.expireTokens()
    expect(await refusalOf(spreadsheets.get({ spreadsheetId: 'clinic' }))).toMatchObject({ status: 401 })
    expect((await realClients(standIn).spreadsheets.get({ spreadsheetId: 'clinic' })).status).toBe(200)
  })

  it.each([
    ['writing with a reading scope', [scopes.read], 'write'],
    ['reading with the scope of Drive’s metadata', [scopes.metadata], 'read'],
    [
      'reading with the scope of the cloud platform',
      ['https://www.googleapis.com/auth/cloud-platform'],
      'read',
    ],
    ['asking Drive with the scope of Sheets', [scopes.write], 'file'],
  ] as const)('of %s is 403', async (_, asked, kind) => {
    const { spreadsheets, files: drive } = realClients(await testStandIn(files), asked)
    const calls = {
      write: () => spreadsheets.batchUpdate({ spreadsheetId: 'clinic', requestBody: { requests: [] } }),
      read: () => spreadsheets.get({ spreadsheetId: 'clinic' }),
      file: () => drive.get({ fileId: 'clinic' }),
    }
    expect(await refusalOf(calls[kind]())).toEqual({
      status: 403,
      message: 'Request had insufficient authentication scopes.',
    })
  })

  it('of an API that is off names the API and where to switch it on', async () => {
    const standIn = await testStandIn(files)
    standIn.disable('sheets')
    standIn.disable('drive')
    const { spreadsheets, files: drive } = realClients(standIn)
    const { status, message } = await refusalOf(spreadsheets.get({ spreadsheetId: 'clinic' }))
    expect(status).toBe(403)
    expect(message).toMatch(/^Google Sheets API has not been used in project \d+ before or it is disabled\./)
    expect((await refusalOf(drive.get({ fileId: 'clinic' }))).message).toMatch(/^Google Drive API has not/)
    standIn.enable('drive')
    expect((await drive.get({ fileId: 'clinic' })).status).toBe(200)
  })

  it('of a private spreadsheet is 403, of an unknown one 404', async () => {
    const { spreadsheets } = realClients(await testStandIn(files))
    expect(await refusalOf(spreadsheets.get({ spreadsheetId: 'private' }))).toEqual({
      status: 403,
      message: 'The caller does not have permission',
    })
    expect(await refusalOf(spreadsheets.get({ spreadsheetId: 'nowhere' }))).toEqual({
      status: 404,
      message: 'Requested entity was not found.',
    })
  })

  it.each(['private', 'nowhere'])(
    'of Drive is 404 for %s: it does not tell that there is a file',
    async (id) => {
      const { files: drive } = realClients(await testStandIn(files))
      expect(await refusalOf(drive.get({ fileId: id }))).toEqual({
        status: 404,
        message: `File not found: ${id}.`,
      })
    },
  )

  it('of writing where the account may only read is 403', async () => {
    const { values } = realClients(await testStandIn(files))
    const write = values.update({
      spreadsheetId: 'clinic',
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    })
    expect(await refusalOf(write)).toEqual({ status: 403, message: 'The caller does not have permission' })
  })

  it('of an XLSX in Drive is 400 in Sheets; Drive tells its type', async () => {
    const { spreadsheets, files: drive } = realClients(await testStandIn(files))
    expect(await refusalOf(spreadsheets.get({ spreadsheetId: 'file' }))).toEqual({
      status: 400,
      message: 'This operation is not supported for this document',
    })
    expect((await drive.get({ fileId: 'file', fields: 'mimeType' })).data).toEqual({ mimeType: xlsx })
  })

  it('does not meet a spreadsheet in the bin: only Drive tells', async () => {
    const { spreadsheets, files: drive } = realClients(await testStandIn(files))
    expect((await spreadsheets.get({ spreadsheetId: 'binned' })).status).toBe(200)
    expect((await drive.get({ fileId: 'binned', fields: 'trashed' })).data).toEqual({ trashed: true })
  })
})
