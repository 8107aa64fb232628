import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../../../scripts/google/googleApi.ts'
import { caughtSyncError } from '../../../../helpers/caughtSyncError.ts'
import { FakeGoogle, trouble } from '../../../../helpers/FakeGoogle.ts'
import { keptRun, rowsOf, sheetsRun, workspaceFolder } from '../../../../helpers/sheetsRun.ts'

const header = ['DOS', 'Post Date', 'Amount']
const later = '2026-11-01T12:00:00.000Z'

function charges(count: number): RawCell[][] {
  return [header, ...Array.from({ length: count }, (_, index) => [45000 + index, 45001 + index, 100 + index])]
}

function practice(count = 30) {
  const api = new FakeGoogle()
  const books = api.add('books', {
    title: 'Two Rivers Clinic',
    tabs: [
      { sheetId: 0, title: 'Charges', cells: charges(count) },
      { sheetId: 7, title: 'Notes', cells: [['Ada Birch']] },
    ],
  })
  return { api, books }
}

function calls({ calls: list }: FakeGoogle): string[] {
  return list.splice(0).map(({ call }) => call)
}

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

describe('a spreadsheet that is edited while it is read', () => {
  it('is read again, up to three times in all', async () => {
    const { api, books } = practice()
    let edits = 0
    api.before = (call) => {
      if (call === 'values' && edits++ < 2) books.version += 1
    }
    const reading = await sheetsRun(api, await workspaceFolder())
    expect(reading.spreadsheets[0]?.state).toBe('read')
    expect(api.count('values')).toBe(3)
  })

  it('is unavailable if it is edited each time; the last good data is used', async () => {
    const { api, books } = practice()
    api.add('other', { tabs: [] })
    const workspace = await workspaceFolder()
    const ids = ['books', 'other']
    await keptRun(api, workspace, { ids })
    books.version += 1
    books.tabs[0] = { sheetId: 0, title: 'Charges', cells: charges(40) }
    api.before = (call) => {
      if (call === 'values') books.version += 1
    }
    const reading = await sheetsRun(api, workspace, { ids, now: later })
    expect(reading.spreadsheets.map(({ state }) => state)).toEqual(['unavailable', 'unchanged'])
    expect(reading.source.warnings).toEqual([
      'Spreadsheet "Two Rivers Clinic" could not be read (Spreadsheet "Two Rivers Clinic" was being edited each time it was read); its data of 2026-11-01 09:00 UTC is used.',
    ])
    expect((await rowsOf(reading)).Charges).toEqual(charges(30))
    expect(reading.unchanged).toBe(true)
  })

  it('is read again if a tab is renamed between the list and the values', async () => {
    const { api, books } = practice()
    let isFirst = true
    api.before = (call) => {
      const tab = books.tabs[0]
      if (call !== 'values' || !isFirst || !tab) return
      isFirst = false
      books.tabs[0] = { ...tab, title: 'Fees' }
      books.version += 1
    }
    expect(Object.keys(await rowsOf(await sheetsRun(api, await workspaceFolder())))).toEqual([
      'Fees',
      'Notes',
    ])
  })
})

describe('a spreadsheet that cannot be had', () => {
  it.each(['quota', 'unavailable', 'timeout', 'malformed', 'deadline'] as const)(
    'for %s is replaced by its last good copy, as long as others can be had',
    async (kind) => {
      const { api } = practice()
      api.add('other', { title: 'Payroll', tabs: [] })
      const workspace = await workspaceFolder()
      const ids = ['books', 'other']
      await keptRun(api, workspace, { ids })
      api.before = (_, id) => {
        if (id === 'books') throw trouble(kind)
      }
      const reading = await sheetsRun(api, workspace, { ids, now: later })
      expect(reading.spreadsheets[0]).toMatchObject({ state: 'unavailable', problem: { trouble: kind } })
      expect((await rowsOf(reading)).Charges).toEqual(charges(30))
    },
  )

  it('refuses the run if nothing at all can be had, or there is no copy', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    api.before = () => {
      throw trouble('unavailable')
    }
    const nothing = await caughtSyncError(() => sheetsRun(api, workspace, { now: later }))
    expect(nothing.message).toBe('Google says unavailable.')
    const fresh = await caughtSyncError(async () => sheetsRun(api, await workspaceFolder()))
    expect(fresh.message).toBe(
      'Spreadsheet books could not be read (Google says unavailable), and there is no earlier copy of it.',
    )
  })

  it('for a reason that somebody must mend refuses the run, with all reasons at once', async () => {
    const { api } = practice()
    api.add('closed', { tabs: [] })
    api.add('busy', { tabs: [] })
    api.before = (_, id) => {
      if (id === 'closed') throw trouble('forbidden')
      if (id === 'busy') throw trouble('timeout')
    }
    const { message, others } = await caughtSyncError(async () =>
      sheetsRun(api, await workspaceFolder(), { ids: ['gone', 'books', 'closed', 'busy'] }),
    )
    expect([message, ...others.map((one) => one.message)]).toEqual([
      'Google says not_found.',
      'Google says forbidden.',
      'Spreadsheet busy could not be read (Google says timeout), and there is no earlier copy of it.',
    ])
  })
})

describe('the guard against lost rows', () => {
  it('asks again for an answer that lost rows, and uses the next whole one', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    books.version += 1
    let isFirst = true
    api.spoil = (rows, range) => {
      if (!range.startsWith("'Charges'") || !isFirst) return rows
      isFirst = false
      return rows.slice(0, 20)
    }
    const reading = await sheetsRun(api, workspace, { now: later })
    expect((await rowsOf(reading)).Charges).toEqual(charges(30))
  })

  it.each([
    ['no rows', 0, 'Tab "Charges" of Two Rivers Clinic holds no rows any more; last time it held 31.'],
    ['fewer than four fifths', 24, 'Tab "Charges" of Two Rivers Clinic holds 24 rows; last time it held 31.'],
  ])('refuses a data tab with %s after three tries, unless told once', async (_, rows, message) => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    books.version += 1
    books.tabs[0] = { sheetId: 0, title: 'Charges', cells: charges(30).slice(0, rows) }
    calls(api)
    const refusal = await caughtSyncError(() => sheetsRun(api, workspace, { now: later }))
    expect(refusal.message).toBe(message)
    expect(refusal.hint).toContain('--accept-fewer-rows')
    expect(api.count('values')).toBe(3)
    const accepted = await sheetsRun(api, workspace, { now: later, acceptFewerRows: true })
    expect((await rowsOf(accepted)).Charges).toHaveLength(rows)
  })

  it('refuses a data tab that is gone, unless the config leaves it alone', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace)
    books.version += 1
    books.tabs = books.tabs.slice(1)
    const refusal = await caughtSyncError(() => sheetsRun(api, workspace, { now: later }))
    expect(refusal.message).toBe('Tab "Charges" of Two Rivers Clinic is gone; it held 31 rows of charges.')
    const tabs = [{ spreadsheet: 'books', sheet_id: 0, ignore: true }]
    expect((await sheetsRun(api, workspace, { now: later, tabs })).spreadsheets[0]?.state).toBe('read')
  })

  it('lets a tab lose a fifth, a small tab most, and one that is no data all', async () => {
    const { api, books } = practice(29)
    const workspace = await workspaceFolder()
    const data = [
      { spreadsheetId: 'books', sheetId: 0, dataset: 'charges' },
      { spreadsheetId: 'books', sheetId: 8, dataset: 'payers' },
    ] as const
    books.tabs.push({ sheetId: 8, title: 'Payers', cells: charges(18) })
    await keptRun(api, workspace, { data })
    books.version += 1
    books.tabs = [
      { sheetId: 0, title: 'Charges', cells: charges(23) },
      { sheetId: 8, title: 'Payers', cells: charges(0) },
    ]
    const reading = await sheetsRun(api, workspace, { now: later })
    expect(await rowsOf(reading)).toEqual({ Charges: charges(23), Payers: [header] })
  })
})

describe('the control tab', () => {
  const control = (cells: RawCell, sum: RawCell): RawCell[][] => [
    ['Tab', 'Column', 'Cells', 'Sum'],
    ['charges', 'amount', cells, sum],
  ]
  const total = Array.from({ length: 30 }, (_, index) => 100 + index).reduce((sum, one) => sum + one)

  function controlled(cells: RawCell[][]) {
    const made = practice()
    made.books.tabs.push({ sheetId: 9, title: '_Control', cells })
    return made
  }

  it('lets through what it confirms, and itself, so that the status can say what ties', async () => {
    const { api } = controlled(control(30, total))
    const reading = await sheetsRun(api, await workspaceFolder())
    expect(Object.keys(await rowsOf(reading))).toEqual(['Charges', 'Notes', '_Control'])
    expect(reading.source.warnings).toEqual([])
  })

  it('refuses what it contradicts, after three tries', async () => {
    const { api } = controlled(control(31, total + 0.01))
    const refusal = await caughtSyncError(async () => sheetsRun(api, await workspaceFolder()))
    expect(refusal.message).toBe(
      'Tab "Charges" of Two Rivers Clinic, column C: 30 cells with a value were read, not 31; its numbers add up to 3,435.00, not 3,435.01, as the control tab says.',
    )
    expect(api.count('values')).toBe(3)
  })

  it('is believed when it agrees at the second look', async () => {
    const { api, books } = controlled(control(30, 0))
    api.before = (call) => {
      if (call === 'values' && api.count('values') === 2) {
        books.tabs[2] = { sheetId: 9, title: '_Control', cells: control(30, total) }
      }
    }
    expect((await sheetsRun(api, await workspaceFolder())).spreadsheets[0]?.state).toBe('read')
  })

  it('keeps telling what it could not check, also while nothing changes', async () => {
    const { api } = controlled([
      ['Tab', 'Column', 'Cells', 'Sum'],
      ['Chargs', 'Amount', 30, ''],
    ])
    const workspace = await workspaceFolder()
    const warning =
      'Tab "_Control" of Two Rivers Clinic, row 2: there is no tab of that name; the line was not checked.'
    expect((await keptRun(api, workspace)).source.warnings).toEqual([warning])
    expect((await sheetsRun(api, workspace, { now: later })).source.warnings).toEqual([warning])
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
