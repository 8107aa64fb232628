import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { workspaceOf } from '../../scripts/sync/sheetsRun.ts'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import { isFormula, type CellDetails, type StandInCell } from '../google/workbook/cell.ts'
import { googlePractice, practiceId, sheetsConfig, statusId, type GooglePractice } from './googlePractice.ts'

vi.mock(import('../../scripts/publish/prepareAnswers.ts'), async (original) =>
  (await import('../helpers/answersOnce.ts')).answersOnce(original, { out: 'owner' }),
)
vi.mock(import('../../scripts/sync/publishableTables.ts'), async (original) =>
  (await import('../helpers/tablesOnce.ts')).tablesOnce(original),
)

const config = sheetsConfig([practiceId], `  status_workbook: ${statusId}\n`)
const hour = 3_600_000
const writeScope = 'https://www.googleapis.com/auth/spreadsheets'

let practice: GooglePractice

beforeEach(async () => {
  practice = await googlePractice()
})
afterEach(() => practice.close())

interface HeldCell {
  readonly tab: string
  readonly value: StandInCell
  readonly details: CellDetails
}

/** Every cell that the stand-in holds of the status workbook. */
function held(): HeldCell[] {
  return practice.standIn
    .spreadsheet(statusId)
    .tabs.flatMap((tab) =>
      Array.from({ length: tab.grid.length }, (_, row) =>
        tab.grid
          .row(row)
          .map((value, column) => ({ tab: tab.title, value, details: tab.details(row, column) })),
      ).flat(),
    )
}

/** All texts of one tab. */
function text(tab: string): string {
  return held()
    .filter((cell) => cell.tab === tab)
    .map(({ value }) => (typeof value === 'object' ? '' : String(value)))
    .join('\n')
}

function linksOf(tab: string): string[] {
  return held().flatMap(({ tab: its, details }) => {
    const run = details.textFormatRuns?.[0] as { format?: { link?: { uri?: string } } } | undefined
    const uri = details.userEnteredFormat?.textFormat?.link?.uri ?? run?.format?.link?.uri
    return its === tab && uri !== undefined ? [uri] : []
  })
}

/** Somebody works in the practice's spreadsheet, between two runs. */
function edit(tab: string, row: number, column: number, value: StandInCell): void {
  practice.clock.pass(hour)
  practice.standIn.spreadsheet(practiceId).edit(tab, row, column, value)
  practice.clock.pass(hour)
}

describe('the status workbook', () => {
  it('is written once a publication, by a token that reads nothing else', async () => {
    await practice.run({ config })
    const written = practice.standIn.log.filter(({ kind }) => kind === 'sheets-write')
    expect(written.map(({ id, scopes }) => ({ id, scopes }))).toEqual([
      { id: statusId, scopes: [writeScope] },
    ])
    const reads = practice.standIn.log.filter(({ id }) => id === practiceId)
    expect(reads.flatMap(({ scopes }) => scopes)).not.toContain(writeScope)
    const titles = practice.standIn.spreadsheet(statusId).tabs.map(({ title }) => title)
    expect(titles.slice(0, 3)).toEqual(['Status', 'Rejected rows', 'Unmapped values'])
    expect(titles.at(-1)).toBe('Sheet1')
  })

  it('is never read as data, not even where the command line adds it to the spreadsheets', async () => {
    const spreadsheets = [...config.sheets.spreadsheets, { link: statusId, volatile: false }]
    const error = await caughtSyncError(() =>
      practice.run({ config: { ...config, sheets: { ...config.sheets, spreadsheets } } }),
    )
    expect(error.message).toContain('status workbook')
    expect(practice.standIn.log).toEqual([])
  })

  it('costs an unchanged run nothing', async () => {
    await practice.run({ config })
    practice.clock.pass(hour)
    practice.standIn.clearLog()
    await practice.run({ config })
    expect(
      practice.standIn.log.filter(({ kind }) => !['oidc', 'sts', 'impersonation'].includes(kind)),
    ).toHaveLength(2)
  })

  it('says what ties with the control totals, and a run that does not tie is refused', async () => {
    practice.clock.pass(hour)
    practice.standIn.spreadsheet(practiceId).addTab({
      title: '_control',
      rows: [
        ['Tab', 'Column', 'Cells', 'Sum'],
        ['billing', 'Transaction ID', { formula: "=ROWS('billing'!A:A)-COUNTBLANK('billing'!A:A)-1" }, null],
        ['billing', 'Amount', null, { formula: "=SUM('billing'!H:H)" }],
      ],
    })
    practice.clock.pass(hour)
    expect((await practice.run({ config })).outcome).toBe('published')
    expect(text('Status')).toContain('Control: all 2 counts and sums are as the _control tab says')
    const before = await practice.bundle()
    const lost = { kind: 'lostRows', share: 0.05, tab: 'billing', which: 'last' } as const
    practice.standIn.fault({ on: 'values', times: Infinity, do: lost })
    const refusal = await caughtSyncError(() => practice.run({ config, full: true }))
    expect([refusal, ...refusal.others].map(({ message }) => message).join()).toContain('control tab')
    expect(await practice.bundle()).toEqual(before)
  })

  it('that cannot be written leaves the publication, and is tried again until it can', async () => {
    practice.standIn.spreadsheet(statusId).access = 'reader'
    const run = await practice.run({ config })
    expect(run.outcome).toBe('published')
    expect(run.troubles).toHaveLength(1)
    expect(run.troubles[0]?.hint).toContain(practice.standIn.account)
    practice.standIn.spreadsheet(statusId).access = 'writer'
    practice.clock.pass(hour)
    expect((await practice.run({ config })).troubles).toEqual([])
    expect(text('Status')).toContain('Published')
  })
})

describe('a run that dies while it tells the manager', () => {
  it('is not taken for finished by the next one', async () => {
    const note = join(workspaceOf(practice.out), 'publication.json')
    let left = ''
    const look = () => void (left = readFileSync(note, 'utf8'))
    practice.standIn.fault({ on: 'update', do: { kind: 'change', when: 'before', change: look } })
    await practice.run({ config })
    expect(JSON.parse(left)).toMatchObject({ settled: false })
    expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ settled: true })
    practice.clock.pass(hour)
    writeFileSync(note, left)
    expect((await practice.run({ config })).outcome).toBe('published')
  })
})

describe('the status workbook after a bad sync', () => {
  it('says that nothing was published and why, and no longer when it is mended', async () => {
    await practice.run({ config })
    edit('schedule', 3, 7, 'Teleported')
    await caughtSyncError(() => practice.run({ config }))
    expect(text('Status')).toContain('Refused')
    expect(text('Unmapped values')).toContain('Teleported')
    edit('schedule', 3, 7, 'Completed')
    expect((await practice.run({ config })).outcome).toBe('published')
    expect(text('Status')).not.toContain('Refused')
    expect(text('Unmapped values')).not.toContain('Teleported')
  })

  it('links every rejected row to its very cell', async () => {
    edit('billing', 7, 4, 'next tuesday')
    edit('billing', 12, 8, 'twelve')
    const run = await practice.run({ config })
    expect(run.outcome).toBe('published')
    const billing = practice.standIn.spreadsheet(practiceId).tab('billing').sheetId
    const address = `https://docs.google.com/spreadsheets/d/${practiceId}/edit`
    expect([...new Set(linksOf('Rejected rows'))].toSorted()).toEqual([
      `${address}#gid=${String(billing)}&range=D7`,
      `${address}#gid=${String(billing)}&range=H12`,
    ])
  })

  it('holds nothing that a spreadsheet would execute, whatever stands in the source', async () => {
    const attacks = ['=HYPERLINK("https://evil.example","x")', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1']
    for (const [index, attack] of attacks.entries()) edit('schedule', 3 + index, 7, attack)
    edit('billing', 7, 9, '=IMPORTXML("https://evil.example")')
    await caughtSyncError(() => practice.run({ config }))
    const cells = held()
    expect(cells.filter(({ value }) => value !== null && isFormula(value))).toEqual([])
    const texts = cells.map(({ value }) => value).filter((value) => typeof value === 'string')
    expect(texts.filter((value) => /^\s*[=+\-@＝＋－＠]/.test(value))).toEqual([])
    for (const attack of attacks) expect(texts.join('\n')).toContain(attack.trim().slice(1))
    const requests = practice.standIn.log.filter(({ kind }) => kind === 'sheets-write')
    expect(requests).toHaveLength(1)
  })

  it('tells also a run that could read nothing', async () => {
    practice.standIn.spreadsheet(practiceId).access = 'none'
    await caughtSyncError(() => practice.run({ config }))
    expect(text('Status')).toContain('Refused')
    expect(text('Status')).toContain(practice.standIn.account)
  })

  it('lists what to work on, and each entry links to its row', async () => {
    edit('schedule', 4, 7, 'Scheduled')
    await practice.run({ config })
    const schedule = practice.standIn.spreadsheet(practiceId).tab('schedule').sheetId
    expect(linksOf('Unresolved appointments').join()).toContain(`#gid=${String(schedule)}&range=4:4`)
  })
})
