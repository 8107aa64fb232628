import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caughtSyncError } from '../../../../helpers/caughtSyncError.ts'
import { FakeGoogle } from '../../../../helpers/FakeGoogle.ts'
import { keptRun, rowsOf, sheetsRun, workspaceFolder } from '../../../../helpers/sheetsRun.ts'
import { later, charges, practice, calls } from './chargesPractice.ts'

describe('the requests of a run', () => {
  it('are four for a spreadsheet that was never read', async () => {
    const { api } = practice()
    const reading = await sheetsRun(api, await workspaceFolder())
    expect(calls(api)).toEqual(['file', 'spreadsheet', 'values', 'file'])
    expect(await rowsOf(reading)).toEqual({ Charges: charges(30), Notes: [['Ada Birch']] })
    expect(reading).toMatchObject({ unchanged: false, spreadsheets: [{ state: 'read', problem: null }] })
  })

  it('are two for one that is as it was, and its rows come from the copy', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    calls(api)
    const reading = await sheetsRun(api, workspace, { now: later })
    expect(calls(api)).toEqual(['file', 'spreadsheet'])
    expect(reading.unchanged).toBe(true)
    expect(reading.spreadsheets[0]).toMatchObject({ state: 'unchanged', readAt: '2026-11-01T09:00:00.000Z' })
    expect(await rowsOf(reading)).toEqual({ Charges: charges(30), Notes: [['Ada Birch']] })
  })

  it('are four again after an edit', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    books.version = 2
    books.tabs[1] = { sheetId: 7, title: 'Notes', cells: [['Ben Alder']] }
    calls(api)
    const reading = await sheetsRun(api, workspace, { now: later })
    expect(calls(api)).toEqual(['file', 'spreadsheet', 'values', 'file'])
    expect(reading.unchanged).toBe(false)
    expect((await rowsOf(reading)).Notes).toEqual([['Ben Alder']])
  })

  it('are none to Drive without change detection', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    const options = { sheets: { spreadsheets: [{ link: 'books' }], change_detection: false } }
    await keptRun(api, workspace, options)
    const reading = await sheetsRun(api, workspace, { ...options, now: later })
    expect(calls(api).join()).toBe('spreadsheet,values,spreadsheet,spreadsheet,values,spreadsheet')
    expect(reading).toMatchObject({ unchanged: true, spreadsheets: [{ state: 'read' }] })
  })
})

describe('everything is read', () => {
  it.each([
    ['when asked to', { full: true }, later],
    [
      'when the config says that it is volatile',
      { sheets: { spreadsheets: [{ link: 'books', volatile: true }] } },
      later,
    ],
    ['a day after the last reading', {}, '2026-11-02T09:00:00.000Z'],
  ])('%s; equal values are no change', async (_, options, now) => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    const reading = await sheetsRun(api, workspace, { ...options, now })
    expect(reading).toMatchObject({ unchanged: true, spreadsheets: [{ state: 'read', readAt: now }] })
  })

  it('when the last reading began less than ten minutes after an edit', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { now: '2026-11-01T08:09:59.000Z' })
    const { spreadsheets } = await sheetsRun(api, workspace, { now: later })
    expect(spreadsheets[0]?.state).toBe('read')
  })

  it('when the list of tabs says that something moved, whatever Drive says', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    books.tabs[0] = { sheetId: 0, title: 'Charges', cells: charges(31) }
    const reading = await sheetsRun(api, workspace, { now: later })
    expect(reading).toMatchObject({ unchanged: false, spreadsheets: [{ state: 'read' }] })
  })

  it('when values were seen to move without a new version, from then on', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    books.tabs[1] = { sheetId: 7, title: 'Notes', cells: [['Ben Alder']] }
    const seen = await keptRun(api, workspace, { full: true, now: later })
    expect(seen.source.warnings?.join()).toMatch(/"Two Rivers Clinic" changes without Google telling so/)
    const next = await sheetsRun(api, workspace, { now: '2026-11-01T13:00:00.000Z' })
    expect(next.spreadsheets[0]?.state).toBe('read')
    expect(next.source.warnings).toEqual([])
  })

  it('when the last reading is one of the future, by a wrong clock', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { now: '2031-11-01T12:00:00.000Z' })
    const { spreadsheets } = await sheetsRun(api, workspace, { now: later })
    expect(spreadsheets[0]?.state).toBe('read')
  })

  it('in full, and then a copy that was damaged without a trace in its size is replaced', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    const [copy = ''] = await readdir(join(workspace, 'copies'))
    const path = join(workspace, 'copies', copy, '0.ndjson.zst')
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(0, Math.floor(bytes.length / 2)))
    await expect(rowsOf(await sheetsRun(api, workspace, { now: later }))).rejects.toThrow('damaged')
    await keptRun(api, workspace, { full: true, now: later })
    expect((await rowsOf(await sheetsRun(api, workspace, { now: later }))).Charges).toEqual(charges(30))
  })

  it('when the state or a copy is damaged', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    const text = await readFile(join(workspace, 'state.json'), 'utf8')
    await writeFile(join(workspace, 'state.json'), text.slice(0, -5))
    expect((await sheetsRun(api, workspace, { now: later })).unchanged).toBe(false)
    await writeFile(join(workspace, 'state.json'), text)
    const [copy = ''] = await readdir(join(workspace, 'copies'))
    await writeFile(join(workspace, 'copies', copy, '0.ndjson.zst'), '')
    const reading = await sheetsRun(api, workspace, { now: later })
    expect(reading.spreadsheets[0]?.state).toBe('read')
    expect((await rowsOf(reading)).Charges).toEqual(charges(30))
  })
})

describe('values that are still being computed', () => {
  it('are read again once, and taken as they are then', async () => {
    const { api, books } = practice()
    books.tabs[1] = { sheetId: 7, title: 'Notes', cells: [['Loading...']] }
    const reading = await sheetsRun(api, await workspaceFolder())
    expect(api.count('values')).toBe(2)
    expect((await rowsOf(reading)).Notes).toEqual([[{ error: 'Loading...' }]])
  })
})

describe('the private folder', () => {
  it('is closed to everybody else', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    const { readdir } = await import('node:fs/promises')
    const entries = await readdir(workspace, { recursive: true, withFileTypes: true })
    expect(entries.filter((entry) => entry.isFile())).toHaveLength(3)
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name))
      expect(mode & 0o777).toBe(entry.isDirectory() ? 0o700 : 0o600)
    }
    expect((await stat(workspace)).mode & 0o777).toBe(0o700)
  })
})

describe('a config without spreadsheets', () => {
  it('is told how to name them', async () => {
    const refusal = await caughtSyncError(async () =>
      sheetsRun(new FakeGoogle(), await workspaceFolder(), { ids: [] }),
    )
    expect(refusal.hint).toContain('npm run setup')
  })
})
