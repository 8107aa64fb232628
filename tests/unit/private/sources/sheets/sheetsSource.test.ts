import { describe, expect, it } from 'vitest'
import { FakeGoogle } from '../../../../helpers/FakeGoogle.ts'
import { keptRun, sheetsRun, workspaceFolder } from '../../../../helpers/sheetsRun.ts'

const later = '2026-11-01T12:00:00.000Z'

async function sourceOf(api: FakeGoogle, ids: readonly string[]) {
  const { source } = await sheetsRun(api, await workspaceFolder(), { ids })
  return source
}

describe('the tabs', () => {
  it('come by title of the spreadsheet and then as they stand in it; equal titles are told apart', async () => {
    const api = new FakeGoogle()
    const tabs = [
      { sheetId: 5, title: 'B' },
      { sheetId: 3, title: 'A', hidden: true },
    ]
    api.add('one', { title: 'books', tabs })
    api.add('two', { title: 'Zoo', tabs })
    api.add('three', { title: 'books', tabs })
    api.add('four', { title: 'books (2)', tabs: [] })
    const source = await sourceOf(api, ['one', 'two', 'three', 'four'])
    expect(source).toMatchObject({ kind: 'sheets', label: 'Zoo, books, books (3), books (2)' })
    expect((await source.tabs()).map(({ workbook, name, sheet }) => [workbook, name, sheet])).toEqual([
      ['Zoo', 'B', { spreadsheetId: 'two', sheetId: 5 }],
      ['Zoo', 'A', { spreadsheetId: 'two', sheetId: 3 }],
      ['books', 'B', { spreadsheetId: 'one', sheetId: 5 }],
      ['books', 'A', { spreadsheetId: 'one', sheetId: 3 }],
      ['books (3)', 'B', { spreadsheetId: 'three', sheetId: 5 }],
      ['books (3)', 'A', { spreadsheetId: 'three', sheetId: 3 }],
    ])
    expect((await source.tabs()).map(({ hidden }) => hidden)).toEqual([false, true, false, true, false, true])
  })

  it('that are no grids are passed over; a connected table is told', async () => {
    const api = new FakeGoogle()
    api.add('books', {
      title: 'Books',
      tabs: [
        { sheetId: 1, title: 'Chart', type: 'OBJECT', rowCount: 0, columnCount: 0 },
        { sheetId: 2, title: 'BigQuery', type: 'DATA_SOURCE', rowCount: 0, columnCount: 0 },
        { sheetId: 3, title: 'Charges', cells: [['x']] },
      ],
    })
    const reading = await sheetsRun(api, await workspaceFolder())
    expect((await reading.source.tabs()).map(({ name }) => name)).toEqual(['Charges'])
    expect(reading.source.warnings).toEqual([
      'Tab "BigQuery" of Books is a connected table, whose cells Google does not give out; it was left out. If it matters, extract it into an ordinary tab.',
    ])
    expect(reading.spreadsheets[0]?.tabs.map(({ skipped }) => skipped)).toEqual([
      'chart',
      'connected table',
      null,
    ])
    expect(api.calls.flatMap(({ ranges }) => ranges)).toEqual(["'Charges'!A1:A1"])
  })

  it('have their merged areas, and hidden rows are counted and told', async () => {
    const merge = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 2 }
    const api = new FakeGoogle()
    api.add('books', {
      title: 'Books',
      tabs: [
        { sheetId: 1, title: 'Charges', cells: [['x', ''], [1], [2]], merges: [merge], hiddenRows: 12 },
        { sheetId: 2, title: 'Payroll', cells: [['x']], hiddenRows: 1 },
      ],
    })
    const source = await sourceOf(api, ['books'])
    expect((await source.tabs()).map(({ merges }) => merges)).toEqual([[merge], undefined])
    expect(source.warnings).toEqual([
      'Tab "Charges" of Books: 12 rows are hidden or filtered away; they count all the same.',
      'Tab "Payroll" of Books: 1 row is hidden or filtered away; it counts all the same.',
    ])
  })

  it('have an address for every row and cell', async () => {
    const api = new FakeGoogle()
    api.add('1abC_d-E', { title: 'Books', tabs: [{ sheetId: 77, title: 'Charges' }] })
    const source = await sourceOf(api, ['1abC_d-E'])
    const place = { workbook: 'Books', tab: 'Charges', row: 17, column: 'F' }
    expect(source.link?.(place)).toBe('https://docs.google.com/spreadsheets/d/1abC_d-E/edit#gid=77&range=F17')
    expect(source.link?.({ ...place, column: null })).toMatch(/#gid=77&range=17:17$/)
    expect(source.link?.({ ...place, tab: 'Nope' })).toBeNull()
  })
})

describe('the time zone', () => {
  async function zones(...timeZones: string[]) {
    const api = new FakeGoogle()
    for (const [index, timeZone] of timeZones.entries()) api.add(`s${String(index)}`, { timeZone, tabs: [] })
    return sourceOf(
      api,
      timeZones.map((_, index) => `s${String(index)}`),
    )
  }

  it('is the one of all spreadsheets', async () => {
    expect(await zones('America/Denver', 'America/Denver')).toMatchObject({
      timeZone: 'America/Denver',
      warnings: [],
    })
  })

  it('is none where they differ, or where it is only a shift', async () => {
    const differing = await zones('America/Denver', 'America/Chicago')
    expect(differing.timeZone).toBeUndefined()
    expect(differing.warnings?.join()).toContain('("s0" America/Denver, "s1" America/Chicago)')
    const shift = await zones('GMT-07:00')
    expect(shift.timeZone).toBeUndefined()
    expect(shift.warnings?.join()).toContain('GMT-07:00')
  })
})

describe('a renamed tab', () => {
  async function renamed(title: string, options: { tabs?: object[] } = {}) {
    const api = new FakeGoogle()
    const workspace = await workspaceFolder()
    const books = api.add('books', { tabs: [{ sheetId: 0, title: 'Charges', cells: [['x'], [1]] }] })
    await keptRun(api, workspace, options)
    books.version += 1
    books.tabs = [{ sheetId: 0, title, cells: [['x'], [1]] }]
    const reading = await keptRun(api, workspace, { ...options, now: later })
    const next = await sheetsRun(api, workspace, { ...options, now: later })
    return { reading, next, workspace, api }
  }
  const nameOf = async ({ source }: { source: Awaited<ReturnType<typeof sourceOf>> }) => {
    const [tab] = await source.tabs()
    return tab && [tab.name, tab.boundName]
  }

  it('is followed by its number, with a warning, and is a change', async () => {
    const { reading, next } = await renamed('Fees')
    expect(reading.unchanged).toBe(false)
    expect(reading.source.warnings).toEqual(['Tab "Charges" is now called "Fees"; it was followed.'])
    expect(await nameOf(reading)).toEqual(['Fees', 'Charges'])
    // Also from then on: its new name alone would say nothing.
    expect(next.unchanged).toBe(true)
    expect(await nameOf(next)).toEqual(['Fees', 'Charges'])
  })

  it('goes by its new name once that is known to say the same', async () => {
    const { reading, next } = await renamed('Charges 2026')
    expect(await nameOf(reading)).toEqual(['Charges 2026', 'Charges'])
    expect(await nameOf(next)).toEqual(['Charges 2026', undefined])
    expect(next.source.warnings).toEqual([])
  })

  it('keeps the name by which a pin of the config knows it', async () => {
    const { next } = await renamed('Charges 2026', {
      tabs: [{ file: '*', tab: 'Charges', dataset: 'charges' }],
    })
    expect(await nameOf(next)).toEqual(['Charges 2026', 'Charges'])
  })

  it('is no matter where the config names its number alone, and told where it names a title too', async () => {
    const pin = { spreadsheet: 'books', sheet_id: 0, dataset: 'charges' }
    const byNumber = await renamed('Fees', { tabs: [pin] })
    expect(byNumber.reading.source.warnings).toEqual([])
    const titled = await renamed('Fees', { tabs: [{ ...pin, tab: 'Charges*' }] })
    expect(titled.next.source.warnings).toEqual(['Tab "Charges*" is now called "Fees"; it was followed.'])
    const fitting = await renamed('Charges B', { tabs: [{ ...pin, tab: 'charges*' }] })
    expect(fitting.next.source.warnings).toEqual([])
  })

  it('goes by what the config says now, also while nothing changes', async () => {
    const { api, workspace } = await renamed('Fees')
    const pin = { spreadsheet: 'books', sheet_id: 0, dataset: 'charges' }
    const reading = await sheetsRun(api, workspace, { now: later, tabs: [pin] })
    expect(reading.spreadsheets[0]?.state).toBe('unchanged')
    expect(await nameOf(reading)).toEqual(['Fees', undefined])
  })

  it('that held no data is simply another tab', async () => {
    const api = new FakeGoogle()
    const workspace = await workspaceFolder()
    const books = api.add('books', { tabs: [{ sheetId: 0, title: 'Notes' }] })
    await keptRun(api, workspace, { data: [] })
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Ideas' }]
    expect(await nameOf(await sheetsRun(api, workspace, { now: later }))).toEqual(['Ideas', undefined])
  })
})
