import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectGoogle } from '../../../scripts/google/connectGoogle.ts'
import type { GoogleApi } from '../../../scripts/google/googleApi.ts'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import { cellData } from '../../../scripts/status/cellData.ts'
import { statusSheets } from '../../../scripts/status/statusSheets.ts'
import type { StatusSheet } from '../../../scripts/status/statusSheet.ts'
import { writeStatus } from '../../../scripts/status/writeStatus.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import type { StandInSpreadsheet } from '../../google/StandInSpreadsheet.ts'
import type { StandInTab } from '../../google/workbook/StandInTab.ts'
import { sampleReject, sampleReport, sampleUnmapped, sampleWorklist } from './sampleReport.ts'

const bad = statusSheets(
  sampleReport({
    rejects: [
      ...Array.from({ length: 40 }, (_, row) => sampleReject({ row: row + 1 })),
      sampleReject({ workbook: '=IMPORTXML("https://example.test")', tab: '+1', rule: '@SUM(1)' }),
    ],
    unmapped: [sampleUnmapped(), sampleUnmapped({ value: '=HYPERLINK("https://example.test";"pay")' })],
    worklists: [sampleWorklist()],
    office: {
      months: ['2026-10', '2026-11'],
      numbers: [
        {
          id: 'refund_cents',
          kpi: 'K23',
          label: 'Refunds',
          kind: 'money',
          formula: 'By the day they were posted.',
          needs: null,
          values: [12_345, null],
        },
      ],
    },
  }),
)
const good = statusSheets(sampleReport())

let folder: string
let standIn: StandIn
let api: GoogleApi
let workbook: StandInSpreadsheet
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'status-'))
  standIn = await startStandIn({ folder, readsPerMinute: 1000, writesPerMinute: 1000 })
})

afterAll(async () => {
  await standIn.close()
  await rm(folder, { recursive: true })
})

/** A run of fifteen minutes, on a clock that passes only while somebody sleeps. */
async function connect(): Promise<GoogleApi> {
  let time = Date.now()
  const sleep = (milliseconds: number) => {
    time += milliseconds
    return Promise.resolve()
  }
  return await connectGoogle({
    access: 'write',
    changeDetection: false,
    requestTimeout: 5000,
    deadline: time + 900_000,
    project: join(folder, 'project'),
    effects: { clock: { now: () => time, sleep }, random: () => 0.5, env: standIn.env },
  })
}

beforeEach(async () => {
  standIn.clearFaults()
  standIn.clearLog()
  api = await connect()
  workbook = standIn.add({
    id: `status-${count++}`,
    title: 'Our status',
    access: 'writer',
    tabs: [{ title: 'Sheet1', rows: [['kept by hand']] }],
  })
})

async function write(sheets: readonly StatusSheet[]): Promise<void> {
  await writeStatus(api, workbook.id, sheets)
}

/** Every cell of a tab with its format and validation, without empty ones. */
function heldBy(tab: StandInTab) {
  const cells = Array.from({ length: tab.rowCount }, (_, row) =>
    Array.from({ length: tab.columnCount }, (__, column) => {
      const { userEnteredFormat, dataValidation } = tab.details(row, column)
      return { value: tab.cell(row, column), userEnteredFormat, dataValidation }
    }),
  )
  const { title, rowCount, columnCount, frozenRowCount, grid, columnWidths } = tab
  return { title, rowCount, columnCount, frozenRowCount, rows: grid.length, cells, widths: [...columnWidths] }
}

/** What a tab must hold after `sheet` was written: a grid just as large, with a row below the frozen ones. */
function wanted({ rows, frozenRows }: StatusSheet, columnCount: number) {
  const grid = rows.length > frozenRows ? rows : [...rows, []]
  return grid.map((row) =>
    Array.from({ length: columnCount }, (_, column) => {
      const { userEnteredValue, userEnteredFormat, dataValidation } = cellData(row[column] ?? null)
      const value = userEnteredValue?.stringValue ?? userEnteredValue?.numberValue ?? null
      return { value, userEnteredFormat, dataValidation }
    }),
  )
}

/** Sheets that are written on a new workbook, in the order of its tabs. */
function shown(sheets: readonly StatusSheet[]): StatusSheet[] {
  return sheets.filter(({ onlyIfThere }) => !onlyIfThere)
}

describe('the status workbook at the stand-in', () => {
  it('holds exactly the sheets after one read and one write', async () => {
    await write(bad)
    const kinds = standIn.log.map(({ kind }) => kind).filter((kind) => kind.startsWith('sheets'))
    expect(kinds).toEqual(['sheets-read', 'sheets-write'])
    expect(workbook.tabs.map(({ title }) => title)).toEqual([
      'Status',
      'Rejected rows',
      'Unmapped values',
      'Office numbers',
      'Balances by age',
      'Sheet1',
    ])
    for (const sheet of shown(bad)) {
      const tab = heldBy(workbook.tab(sheet.title))
      expect(tab.cells).toEqual(wanted(sheet, tab.columnCount))
      expect(tab.frozenRowCount).toBe(sheet.frozenRows)
      expect(tab.widths.map(([, pixels]) => pixels)).toEqual(sheet.widths)
    }
  })

  it('holds no formula, and no link but to Google spreadsheets', async () => {
    await write(bad)
    const cells = workbook.tabs.flatMap((tab) => heldBy(tab).cells.flat())
    for (const { value, userEnteredFormat } of cells) {
      expect(['string', 'number'].includes(typeof value) || value === null).toBe(true)
      if (typeof value === 'string') expect(value).not.toMatch(/^\s*[=+@]/)
      const uri = userEnteredFormat?.textFormat?.link?.uri ?? 'https://docs.google.com/spreadsheets/'
      expect(uri).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\//)
    }
  })

  it('is the same after a second writing, and keeps nothing of a longer one', async () => {
    await write(bad)
    const once = workbook.tabs.map(heldBy)
    await write(bad)
    expect(workbook.tabs.map(heldBy)).toEqual(once)
    await write(good)
    for (const sheet of shown(good)) {
      const tab = heldBy(workbook.tab(sheet.title))
      expect(tab.cells).toEqual(wanted(sheet, tab.columnCount))
      expect(tab.rows).toBeLessThanOrEqual(tab.rowCount)
    }
    const all = JSON.stringify(workbook.tabs.map(heldBy))
    expect(all).not.toContain('C-1001')
    expect(all).not.toContain('HYPERLINK')
  })

  it('leaves tabs of other people as they were, also one of the same title', async () => {
    workbook.addTab({ title: 'Status', sheetId: 99, rows: [['also by hand']] })
    await write(bad)
    await write(good)
    expect(workbook.tab('Sheet1').cell(0, 0)).toBe('kept by hand')
    expect(workbook.tab(99)).toMatchObject({ title: 'Status', rowCount: 1000 })
    expect(workbook.tab(99).cell(0, 0)).toBe('also by hand')
    expect(workbook.tabs[0]?.title).toBe('Status (Practice Vitals)')
  })

  it('is found again after a renaming, with what a person did to it undone', async () => {
    await write(bad)
    workbook.rename('Rejected rows', 'To mend')
    workbook.edit('To mend', 3, 2, '=1+1')
    workbook.changeTab('To mend', (tab) => {
      tab.merges = [{ startRow: 5, endRow: 8, startColumn: 0, endColumn: 3 }]
      tab.hiddenRows = new Set([6])
    })
    await write(bad)
    const sheet = bad.find(({ id }) => id === 'rejected_rows')
    const tab = workbook.tab('To mend')
    expect(heldBy(tab).cells).toEqual(sheet && wanted(sheet, tab.columnCount))
    expect([tab.merges.length, tab.hiddenRows.size]).toEqual([0, 0])
    expect(workbook.tabs).toHaveLength(6)
  })

  it.each([
    ['refused in its middle', { kind: 'status', status: 400 }],
    ['not shared for writing', { kind: 'status', status: 403 }],
    ['always answered with an error page', { kind: 'html' }],
    ['always cut off', { kind: 'reset' }],
  ] as const)('stays whole when the writing is %s', async (_, trouble) => {
    await write(bad)
    const before = workbook.tabs.map(heldBy)
    standIn.fault({ on: 'update', times: Infinity, do: trouble })
    await expect(write(good)).rejects.toThrow(GoogleError)
    expect(workbook.tabs.map(heldBy)).toEqual(before)
  })

  it('changes nothing when one request of the batch cannot be carried out', async () => {
    await write(bad)
    const before = workbook.tabs.map(heldBy)
    const broken = good.map((sheet) => ({ ...sheet, widths: [...sheet.widths, -1] }))
    await expect(write(broken)).rejects.toThrow(GoogleError)
    expect(workbook.tabs.map(heldBy)).toEqual(before)
  })

  it('is complete although the answer to the first writing was lost', async () => {
    standIn.fault({ on: 'update', do: { kind: 'reset', applied: true } })
    await write(bad)
    for (const sheet of shown(bad)) {
      const tab = heldBy(workbook.tab(sheet.title))
      expect(tab.cells).toEqual(wanted(sheet, tab.columnCount))
    }
    expect(workbook.tabs).toHaveLength(6)
  })

  it('says what is missing when it is shared for reading only', async () => {
    workbook.access = 'reader'
    const error: unknown = await write(bad).catch((thrown: unknown) => thrown)
    if (!(error instanceof GoogleError)) throw new Error('nothing was refused')
    expect([error.trouble, error.status]).toEqual(['forbidden', 403])
    expect(error.message).toContain('The status workbook was not written.')
    expect(error.hint).toContain(`${standIn.account} as Editor`)
  })
})
