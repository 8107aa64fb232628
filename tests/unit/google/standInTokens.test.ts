import { stat } from 'node:fs/promises'
import { auth, sheets } from '@googleapis/sheets'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Fault } from '../../google/fault.ts'
import { realClients, refusalOf, scopes } from '../../google/realClients.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const clinic = { id: 'clinic', title: 'Two Rivers Clinic', tabs: [{ title: 'Charges', rows: [['x']] }] }

/** A stand-in and a read of it as a scheduled run would do it: with nothing but the credentials file. */
async function federated(...faults: Fault[]) {
  // The library warns of every credentials file that it is given by path.
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  const standIn = await testStandIn([clinic])
  standIn.fault(...faults)
  const keyFilename = standIn.env.GOOGLE_APPLICATION_CREDENTIALS ?? ''
  const google = new auth.GoogleAuth({ keyFilename, scopes: [scopes.read] })
  const { spreadsheets } = sheets({ version: 'v4', auth: google, rootUrl: standIn.url, retry: false })
  return {
    standIn,
    keyFilename,
    read: () => spreadsheets.get({ spreadsheetId: 'clinic', fields: 'spreadsheetId' }),
  }
}

describe('the chain of credentials', () => {
  it('is walked once: outside token, federated token, token of the account, then Sheets', async () => {
    const { standIn, read } = await federated()
    expect((await read()).data).toEqual({ spreadsheetId: 'clinic' })
    expect((await read()).status).toBe(200)
    expect(standIn.log.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'oidc 200',
      'sts 200',
      'impersonation 200',
      'sheets-read 200',
      'sheets-read 200',
    ])
  })

  it('asks for the scopes and the lifetime that the client names', async () => {
    const { standIn, read } = await federated()
    await read()
    const impersonation = standIn.log.find(({ kind }) => kind === 'impersonation')
    expect(impersonation).toMatchObject({ scopes: [scopes.read], lifetime: '3600s', method: 'POST' })
    expect(standIn.log.at(-1)?.scopes).toEqual([scopes.read])
    expect(impersonation?.path).toContain(standIn.account)
  })

  it('begins at a file that only its owner may read', async () => {
    const { keyFilename } = await federated()
    expect((await stat(keyFilename)).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['oidc', 401],
    ['sts', 400],
    ['impersonation', 403],
  ] as const)('breaks at %s with %d, and nothing is read', async (on, status) => {
    const { standIn, read } = await federated({ on, times: Infinity, do: { kind: 'status', status } })
    await expect(read()).rejects.toThrow()
    expect(standIn.log.at(-1)).toMatchObject({ kind: on, status })
    expect(standIn.log.filter(({ kind }) => kind === 'sheets-read')).toEqual([])
  })

  it('does not take a federated token for one of the account', async () => {
    const { standIn, read } = await federated()
    await read()
    const subject = await fetch(`${standIn.url}oidc/token`, { headers: { authorization: 'Bearer runner' } })
    const { value } = (await subject.json()) as { value: string }
    const exchanged = await fetch(`${standIn.url}sts/v1/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: value,
      }),
    })
    const { access_token: token } = (await exchanged.json()) as { access_token: string }
    const answer = await fetch(`${standIn.url}v4/spreadsheets/clinic`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(401)
  })
})

describe('a file in Drive', () => {
  it('tells what it is asked for', async () => {
    const now = Date.UTC(2026, 10, 2, 5)
    const standIn = await testStandIn([clinic], { now: () => now })
    const { files } = realClients(standIn)
    const fields = 'id,name,mimeType,modifiedTime,version,trashed,capabilities(canEdit)'
    expect((await files.get({ fileId: 'clinic', fields, supportsAllDrives: true })).data).toEqual({
      id: 'clinic',
      name: 'Two Rivers Clinic',
      mimeType: 'application/vnd.google-apps.spreadsheet',
      modifiedTime: '2026-11-02T05:00:00.000Z',
      version: '100',
      trashed: false,
      capabilities: { canEdit: false },
    })
    expect((await files.get({ fileId: 'clinic' })).data).toEqual({
      kind: 'drive#file',
      id: 'clinic',
      name: 'Two Rivers Clinic',
      mimeType: 'application/vnd.google-apps.spreadsheet',
    })
  })

  it('has no checksum, and no field that Drive does not know', async () => {
    const { files } = realClients(await testStandIn([clinic]))
    expect((await files.get({ fileId: 'clinic', fields: 'id,md5Checksum' })).data).toEqual({ id: 'clinic' })
    expect(await refusalOf(files.get({ fileId: 'clinic', fields: 'versoin' }))).toEqual({
      status: 400,
      message: 'Invalid field selection versoin',
    })
  })

  it('moves version and time with every change, also with one that shows nowhere', async () => {
    const standIn = await testStandIn([clinic], { now: () => 0 })
    const spreadsheet = standIn.spreadsheet('clinic')
    const changes = [
      () => spreadsheet.edit('Charges', 1, 1, 'y'),
      () => spreadsheet.rename('Charges', 'Billing'),
      () => spreadsheet.hide(0),
      () => spreadsheet.hide(0, false),
      () => spreadsheet.insertRows(0, 1, [['a']]),
      () => spreadsheet.removeRows(0, 1, 1),
      () => spreadsheet.clear(0),
      () => spreadsheet.addTab({ title: 'Staff' }),
      () => spreadsheet.removeTab('Staff'),
      () => spreadsheet.touch(),
      () => (spreadsheet.title = 'Two Rivers'),
      () => (spreadsheet.timeZone = 'America/Denver'),
    ]
    const seen = changes.map((change) => {
      change()
      return [spreadsheet.version, spreadsheet.modifiedTime]
    })
    const expected = changes.map((_, index) => [String(101 + index), new Date(index + 1).toISOString()])
    expect(seen).toEqual(expected)
  })

  it('does not move with a recalculated formula', async () => {
    const standIn = await testStandIn([clinic])
    const spreadsheet = standIn.spreadsheet('clinic')
    const before = [spreadsheet.version, spreadsheet.modifiedTime]
    spreadsheet.recalculate('Charges', 1, 1, 'from elsewhere')
    const { values } = realClients(standIn)
    const { data } = await values.get({ spreadsheetId: 'clinic', range: 'A1' })
    expect(data.values).toEqual([['from elsewhere']])
    expect([spreadsheet.version, spreadsheet.modifiedTime]).toEqual(before)
  })
})
