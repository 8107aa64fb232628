import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../../../scripts/google/googleApi.ts'
import { caughtSyncError } from '../../../../helpers/caughtSyncError.ts'
import { trouble } from '../../../../helpers/FakeGoogle.ts'
import { keptRun, rowsOf, sheetsRun, workspaceFolder } from '../../../../helpers/sheetsRun.ts'
import { header, later, charges, practice, calls } from './chargesPractice.ts'

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
