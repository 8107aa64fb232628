import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import { refuseStatusSource } from '../../../scripts/status/refuseStatusSource.ts'
import { sendStatus } from '../../../scripts/status/sendStatus.ts'
import { statusSheets } from '../../../scripts/status/statusSheets.ts'
import { writeStatus } from '../../../scripts/status/writeStatus.ts'
import { badRequest, foreignTab, MemoryWorkbook } from './MemoryWorkbook.ts'
import { sampleReject, sampleReport, sampleUnmapped, sampleWorklist } from './sampleReport.ts'

const bad = sampleReport({
  rejects: Array.from({ length: 40 }, (_, row) => sampleReject({ row: row + 1 })),
  unmapped: [sampleUnmapped()],
  worklists: [sampleWorklist()],
})
const good = sampleReport()

async function write(workbook: MemoryWorkbook, report = bad): Promise<void> {
  await writeStatus(workbook.api, 'status-id', statusSheets(report))
}

/** What a workbook holds, to compare. */
function heldBy({ tabs }: MemoryWorkbook) {
  return tabs.map((tab) => ({ ...tab, cells: [...tab.cells], widths: [...tab.widths] }))
}

function titlesOf({ tabs }: MemoryWorkbook): string[] {
  return tabs.map(({ title }) => title)
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => null,
    (error: unknown) => error,
  )
}

describe('the status workbook', () => {
  it('of a new spreadsheet gets its tabs by one read and one batch, Status first', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(workbook)
    expect(titlesOf(workbook)).toEqual([
      'Status',
      'Rejected rows',
      'Unmapped values',
      'Balances by age',
      'Sheet1',
    ])
    expect([workbook.reads, workbook.batches.length]).toEqual([1, 1])
    const rejected = workbook.tab('Rejected rows')
    expect(rejected.frozenRowCount).toBeGreaterThan(1)
    expect(rejected.rowCount).toBe(rejected.frozenRowCount + 40)
    expect(rejected.widths.size).toBe(rejected.columnCount)
  })

  it('written twice is the same workbook', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(workbook)
    const once = heldBy(workbook)
    await write(workbook)
    expect(heldBy(workbook).map((tab) => ({ ...tab, hiddenRows: null }))).toEqual(once)
  })

  it('keeps nothing of a longer list', async () => {
    const rewritten = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(rewritten)
    await write(rewritten, good)
    expect(rewritten.values('Balances by age')).not.toContain('C-1001')
    expect(rewritten.values('Unmapped values').join()).not.toContain('Foot thing')
    const fresh = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(fresh, good)
    for (const title of ['Status', 'Rejected rows', 'Unmapped values']) {
      expect(rewritten.tab(title).cells).toEqual(fresh.tab(title).cells)
      expect(rewritten.tab(title).rowCount).toBe(fresh.tab(title).rowCount)
    }
  })

  it('leaves the lists alone after a run that never came to check rows', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(workbook)
    const before = workbook.tab('Rejected rows')
    const run = { ...good.run, outcome: 'refused' } as const
    const problems = [{ message: 'Google did not answer.', hint: 'Try again later.' }]
    await write(workbook, sampleReport({ run, health: null, problems }))
    expect(workbook.tab('Rejected rows')).toEqual(before)
    expect(workbook.values('Status')).toContain('1. Google did not answer.')
  })

  it('never touches a tab of another person, even one of the same title', async () => {
    const foreign = [foreignTab('STATUS', 5), foreignTab('Rejected rows', 6), foreignTab('Notes', 7)]
    const workbook = new MemoryWorkbook(foreign)
    await write(workbook)
    await write(workbook, good)
    for (const tab of foreign) expect(workbook.tab(tab.title).cells).toEqual(tab.cells)
    expect(titlesOf(workbook)).toEqual([
      'Status (Practice Vitals)',
      'Rejected rows (Practice Vitals)',
      'Unmapped values',
      'Balances by age',
      'STATUS',
      'Rejected rows',
      'Notes',
    ])
  })

  it('gives two new tabs of one title different ones', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    const other = sampleWorklist({ id: 'unworked_denials', title: 'BALANCES by age' })
    await write(workbook, sampleReport({ worklists: [sampleWorklist(), other] }))
    expect(titlesOf(workbook).slice(3, 5)).toEqual(['Balances by age', 'BALANCES by age (Practice Vitals)'])
  })

  it('follows a tab of its own that was renamed, moved, merged in and had rows hidden', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(workbook)
    const merges = [{ startRow: 1, endRow: 9, startColumn: 0, endColumn: 3 }]
    workbook.tabs = workbook.tabs
      .map((tab) => (tab.title === 'Status' ? { ...tab, title: 'How we stand', merges, hiddenRows: 5 } : tab))
      .toReversed()
      .map((tab, index) => ({ ...tab, index }))
    await write(workbook, good)
    expect(titlesOf(workbook)).toHaveLength(5)
    expect(titlesOf(workbook)[0]).toBe('How we stand')
    expect(workbook.tab('How we stand')).toMatchObject({ merges: [], hiddenRows: 0 })
  })

  it('stays whole when it is not shared for writing, and the error names it with the remedy', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(workbook)
    const before = heldBy(workbook)
    const text = { message: 'The spreadsheet is not shared for editing.', hint: 'Add Ada Birch as Editor.' }
    const refusal = new GoogleError('forbidden', text, { status: 403 })
    workbook.troubles = [{ error: refusal }]
    const error = await thrownBy(write(workbook, good))
    expect(heldBy(workbook)).toEqual(before)
    expect(error).toBeInstanceOf(GoogleError)
    expect(error).toMatchObject({
      trouble: 'forbidden',
      status: 403,
      cause: refusal,
      message: 'The status workbook was not written. The spreadsheet is not shared for editing.',
      hint: 'Add Ada Birch as Editor. The status workbook is the one that sheets.status_workbook in the config names; only it needs an Editor.',
    })
  })

  it('is finished when the answer to the first batch was lost and the second sending is refused', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    workbook.troubles = [{ error: badRequest(), after: true }]
    await write(workbook)
    const fresh = new MemoryWorkbook([foreignTab('Sheet1')])
    await write(fresh)
    expect(heldBy(workbook).map((tab) => ({ ...tab, hiddenRows: null }))).toEqual(heldBy(fresh))
    expect([workbook.reads, workbook.batches.length]).toEqual([2, 2])
  })

  it('is not sent again when Google refuses it and nothing has changed', async () => {
    const workbook = new MemoryWorkbook([foreignTab('Sheet1')])
    const refusal = badRequest()
    workbook.troubles = [{ error: refusal }, { error: badRequest() }]
    expect(await thrownBy(write(workbook))).toMatchObject({ trouble: 'bad_request', cause: refusal })
    expect(workbook.troubles).toHaveLength(1)
    expect(titlesOf(workbook)).toEqual(['Sheet1'])
  })
})

describe('a status workbook that is a source', () => {
  it('is refused before anything is read', async () => {
    expect(() => refuseStatusSource('1Billing', ['1FrontDesk', '1Billing'])).toThrow(SyncError)
    expect(() => refuseStatusSource('status-id', ['1FrontDesk', '1Billing'])).not.toThrow()
    const workbook = new MemoryWorkbook([foreignTab('Charges')])
    expect(await thrownBy(sendStatus(workbook.api, '1Billing', good))).toBeInstanceOf(SyncError)
    expect(workbook.reads).toBe(0)
  })
})
