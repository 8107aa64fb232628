import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectGoogle } from '../../../scripts/google/connectGoogle.ts'
import type { GoogleApi, RawRows } from '../../../scripts/google/googleApi.ts'
import { checkControl } from '../../../scripts/private/sources/checkControl.ts'
import { createSpreadsheet } from '../../../scripts/template/createSpreadsheet.ts'
import { fillSpreadsheet } from '../../../scripts/template/fillSpreadsheet.ts'
import { templateRequests } from '../../../scripts/template/templateRequests.ts'
import { templateTabs } from '../../../scripts/template/templateTabs.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import type { StandInSpreadsheet } from '../../google/StandInSpreadsheet.ts'
import type { StandInTab } from '../../google/workbook/StandInTab.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { memorySource } from '../../helpers/memorySource.ts'
import { temporaryFolder } from '../../helpers/syncFolder.ts'
import type { FilledRows } from './filledTemplate.ts'
import { smallPractice } from './smallPractice.ts'

const tabs = templateTabs({ timeZone: 'America/Chicago' })
const empty = { title: 'Two Rivers Clinic', timeZone: 'America/Chicago', access: 'writer' } as const

let folder = ''
let standIn: StandIn
let google: GoogleApi
/** Filled once; tests that only look share it. */
let filled: StandInSpreadsheet

beforeAll(async () => {
  folder = await temporaryFolder()
  standIn = await startStandIn({ folder, writesPerMinute: 1000, readsPerMinute: 1000 })
  google = await connect()
  filled = await fill('filled')
})
afterAll(async () => {
  await standIn.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => standIn.clearFaults())

function connect(): Promise<GoogleApi> {
  const effects = {
    clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
    random: () => 0,
    env: { ...standIn.env },
  }
  const deadline = Date.now() + 600_000
  return connectGoogle({
    access: 'write',
    changeDetection: false,
    requestTimeout: 30_000,
    deadline,
    project: import.meta.dirname,
    effects,
  })
}

async function fill(id: string): Promise<StandInSpreadsheet> {
  standIn.add({ ...empty, id, tabs: [{ title: 'Sheet1' }] })
  await fillSpreadsheet(google, id, { timeZone: null })
  return standIn.spreadsheet(id)
}

/** All that a tab holds, whatever its number. */
function contentsOf({ tabs: held, locale, timeZone }: StandInSpreadsheet) {
  return { locale, timeZone, tabs: held.map(tabContents) }
}

function tabContents(tab: StandInTab) {
  const rows = Math.min(tab.rowCount, 3)
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: tab.columnCount }, (__, column) => [
      tab.cell(row, column),
      tab.details(row, column),
    ]),
  )
  const { title, rowCount, columnCount, frozenRowCount, otherProperties } = tab
  const widths = [...tab.columnWidths]
  const locks = tab.protectedRanges.map(({ area, properties }) => [area, properties.warningOnly])
  return { title, rowCount, columnCount, frozenRowCount, otherProperties, cells, widths, locks }
}

describe('the template as a Google spreadsheet', () => {
  it('says tab by tab what the model says: headers, notes, rows, formats', () => {
    expect(filled.tabs.map(({ title }) => title)).toEqual(tabs.map(({ name }) => name))
    for (const { name, columns, rows } of tabs) {
      const tab = filled.tab(name)
      const found = columns.map((_, column) => [tab.cell(0, column), tab.details(0, column).note ?? null])
      expect({ name, found }).toEqual({ name, found: columns.map(({ header, note }) => [header, note]) })
      const shipped = rows.map((row) => row.map((_, column) => tab.cell(rows.indexOf(row) + 1, column)))
      expect({ name, shipped }).toEqual({ name, shipped: rows })
      expect({ name, frozen: tab.frozenRowCount, columns: tab.columnCount }).toEqual({
        name,
        frozen: 1,
        columns: columns.length,
      })
    }
  })

  it('lays format and rule over the whole column, down to the last row', () => {
    for (const { name, columns, kind } of tabs) {
      if (kind !== 'data') continue
      const tab = filled.tab(name)
      for (const [column, { format, rule }] of columns.entries()) {
        for (const row of [1, tab.rowCount - 1]) {
          const { userEnteredFormat, dataValidation } = tab.details(row, column)
          const type = userEnteredFormat?.numberFormat?.type
          expect({ name, column, isText: type === 'TEXT' }).toEqual({
            name,
            column,
            isText: format === 'text',
          })
          expect({ name, column, strict: dataValidation?.strict }).toEqual({
            name,
            column,
            strict: rule?.strict,
          })
          if (rule?.kind !== 'list') continue
          expect(dataValidation?.condition).toEqual({
            type: 'ONE_OF_LIST',
            values: rule.words.map((word) => ({ userEnteredValue: word })),
          })
        }
      }
    }
  })

  it('warns before map headers and the control tab are changed, and locks nobody out', () => {
    for (const { name, protection } of tabs) {
      const locks = filled.tab(name).protectedRanges
      const areas = locks.map(({ area }) => [area.startRow, area.endRow])
      const wanted = { none: [], header: [[0, 1]], all: [[0, null]] }[protection]
      expect({ name, areas }).toEqual({ name, areas: wanted })
      expect(locks.every(({ properties }) => properties.warningOnly === true)).toBe(true)
    }
  })

  it('is American in dates and formulas, in the time zone of the practice', async () => {
    standIn.add({ ...empty, id: 'zones', locale: 'de_DE', tabs: [{ title: 'Tabelle1' }] })
    await fillSpreadsheet(google, 'zones', { timeZone: 'America/Denver' })
    expect(standIn.spreadsheet('zones')).toMatchObject({ locale: 'en_US', timeZone: 'America/Denver' })
    expect(settingOf(standIn.spreadsheet('zones'), 'Time zone')).toBe('America/Denver')
    expect(filled.timeZone).toBe('America/Chicago')
    expect(settingOf(filled, 'Time zone')).toBe('America/Chicago')
  })

  it('a spreadsheet of its own and one filled in end as the same workbook', async () => {
    const { id, url } = await createSpreadsheet(google, {
      title: 'Two Rivers Clinic',
      timeZone: 'America/Chicago',
    })
    expect(url).toContain(id)
    expect(standIn.spreadsheet(id).title).toBe('Two Rivers Clinic')
    expect(contentsOf(standIn.spreadsheet(id))).toEqual(contentsOf(filled))
  })

  it('costs two reads and one write', async () => {
    standIn.add({ ...empty, id: 'counted', tabs: [{ title: 'Sheet1' }] })
    standIn.clearLog()
    await fillSpreadsheet(google, 'counted', { timeZone: null })
    const kinds = standIn.log.map(({ kind }) => kind).filter((kind) => kind.startsWith('sheets'))
    expect(kinds).toEqual(['sheets-read', 'sheets-read', 'sheets-write'])
  })

  it('its control tab proves what an office typed, and finds a row that went missing', async () => {
    const spreadsheet = await fill('control')
    for (const [name, rows] of Object.entries(smallPractice)) {
      const { columns } = tabs.find((tab) => tab.name === name) ?? { columns: [] }
      for (const [index, row] of (rows as FilledRows[string]).entries()) {
        for (const [column, { header }] of columns.entries()) {
          const value = row[header]
          if (value !== undefined) spreadsheet.tab(name).grid.set(index + 1, column, value)
        }
      }
    }
    const read = await google.values(
      'control',
      tabs.map(({ name }) => `'${name}'!A1:Z1000`),
    )
    const source = memorySource(tabsOf(read))
    expect(await checkControl(await source.tabs())).toMatchObject({ refusals: [], warnings: [] })
    const short = tabsOf(read).map(({ name, rows }) => ({
      name,
      rows: name === 'Charges' ? rows.slice(0, -1) : rows,
    }))
    const { refusals } = await checkControl(await memorySource(short).tabs())
    expect(refusals.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx, column E does not hold what the control tab says.",
        "Tab "Charges" of test.xlsx, column L does not hold what the control tab says.",
      ]
    `)
  })
})

describe('a spreadsheet that cannot become the template', () => {
  it.each([
    ['a value', { rows: [[], [null, 'mine']] }],
    ['a formula that shows nothing', { rows: [[{ formula: '=""' }]] }],
  ])('is left alone where it holds %s', async (_, { rows }) => {
    const id = `holds ${_}`
    standIn.add({ ...empty, id, tabs: [{ title: 'Sheet1', rows }] })
    const { version } = standIn.spreadsheet(id)
    const error = await caughtSyncError(() => fillSpreadsheet(google, id, { timeZone: null }))
    expect(error.message).toBe('The spreadsheet "Two Rivers Clinic" is not empty, so it was left alone.')
    expect(standIn.spreadsheet(id).version).toBe(version)
  })

  it('is left alone where it has a second tab', async () => {
    standIn.add({ ...empty, id: 'two', tabs: [{ title: 'Sheet1' }, { title: 'Sheet2' }] })
    const error = await caughtSyncError(() => fillSpreadsheet(google, 'two', { timeZone: null }))
    expect(error.message).toContain('is not empty')
    expect(() =>
      templateRequests({ id: 'x', title: 'x', locale: 'en_US', timeZone: 'UTC', tabs: [] }, tabs),
    ).toThrow('not a spreadsheet with one tab')
  })

  it('that the account may only read says to share it as Editor, and stays empty', async () => {
    standIn.add({ ...empty, id: 'viewer', access: 'reader', tabs: [{ title: 'Sheet1' }] })
    const error = await caughtSyncError(() => fillSpreadsheet(google, 'viewer', { timeZone: null }))
    expect(error.hint).toContain(`add ${standIn.account} as Editor`)
    expect(standIn.spreadsheet('viewer').tabs.map(({ title }) => title)).toEqual(['Sheet1'])
  })

  it('cannot be made by an account without storage: the way round is told', async () => {
    standIn.fault({ on: 'create', times: Infinity, do: { kind: 'status', status: 403 } })
    const error = await caughtSyncError(() => createSpreadsheet(google, { title: 'New', timeZone: null }))
    expect(error.hint).toContain(`add ${standIn.account} as Editor, and run: npm run template -- --into`)
  })

  it('made and not filled is named, so that it can be filled later', async () => {
    standIn.fault({ on: 'update', times: Infinity, do: { kind: 'status', status: 403 } })
    const error = await caughtSyncError(() => createSpreadsheet(google, { title: 'New', timeZone: null }))
    const id = standIn.ids.at(-1) ?? ''
    expect(error.hint).toContain(`npm run template -- --into https://docs.google.com/spreadsheets/d/${id}`)
    standIn.clearFaults()
    await fillSpreadsheet(google, id, { timeZone: null })
    expect(standIn.spreadsheet(id).tabs).toHaveLength(tabs.length)
  })
})

/** The tabs as a source gives them: an empty cell is null. */
function tabsOf(read: readonly RawRows[]) {
  return tabs.map(({ name }, index) => ({
    name,
    rows: (read[index] ?? []).map((row) => row.map((cell) => (cell === '' ? null : cell))),
  }))
}

function settingOf(spreadsheet: StandInSpreadsheet, label: string): unknown {
  const tab = spreadsheet.tab('Settings')
  const row = Array.from({ length: 20 }, (_, index) => index).find((index) => tab.cell(index, 0) === label)
  return tab.cell(row ?? 0, 1)
}
