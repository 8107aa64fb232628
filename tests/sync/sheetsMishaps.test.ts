import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { heartbeatPath } from '../../scripts/schedule/writeHeartbeat.ts'
import { workspaceOf } from '../../scripts/sync/sheetsRun.ts'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import { inventedSpreadsheet, practiceId, sheetsConfig, statusId } from './googlePractice.ts'
import { practice, hour, calls, heartbeat, manifest, expenses } from './runningPractice.ts'

vi.mock(import('../../scripts/publish/prepareAnswers.ts'), async (original) =>
  (await import('../helpers/answersOnce.ts')).answersOnce(original, { out: 'owner' }),
)
vi.mock(import('../../scripts/sync/publishableTables.ts'), async (original) =>
  (await import('../helpers/tablesOnce.ts')).tablesOnce(original),
)

describe('a spreadsheet that cannot be read', () => {
  const ids = [practiceId, 'costs']
  const config = sheetsConfig(ids)

  beforeEach(async () => {
    practice.standIn.add({
      ...inventedSpreadsheet('costs'),
      title: 'Costs',
      tabs: [{ title: 'Expenses', rows: expenses('first') }],
    })
    await practice.run({ config })
    practice.clock.pass(hour)
    practice.standIn.fault({
      on: 'any',
      spreadsheet: 'costs',
      times: Infinity,
      do: { kind: 'status', status: 503 },
    })
  })

  it('is told, its last good data stays, and the others go on', async () => {
    practice.standIn.spreadsheet(practiceId).edit('schedule', 2, 7, 'Cancelled')
    practice.clock.pass(hour)
    const run = await practice.run({ config })
    expect(run.outcome).toBe('published')
    expect(run.reading.spreadsheets.map(({ state }) => state)).toEqual(['read', 'unavailable'])
    expect(run.troubles).toHaveLength(1)
    expect(run.result?.health.warnings.join()).toContain('"Costs" could not be read')
    expect(run.result?.health.tabs.find(({ dataset }) => dataset === 'expenses')?.rows.included).toBe(3)
    expect(await heartbeat()).toMatchObject({ ok: false })
  })

  it('is told again until it comes back, and then no longer', async () => {
    await practice.run({ config })
    practice.clock.pass(hour)
    expect((await practice.run({ config })).troubles).toHaveLength(1)
    practice.standIn.clearFaults()
    practice.clock.pass(hour)
    const back = await practice.run({ config })
    expect(back.outcome).toBe('published')
    expect(back.result?.health.warnings.join()).not.toContain('Costs')
    expect(await heartbeat()).toMatchObject({ ok: true })
    practice.clock.pass(hour)
    expect((await practice.run({ config })).outcome).toBe('unchanged')
  })

  it('refuses the run if all are so', async () => {
    const before = await practice.bundle()
    practice.standIn.fault({ on: 'any', times: Infinity, do: { kind: 'status', status: 503 } })
    const refusal = await caughtSyncError(() => practice.run({ config }))
    expect([refusal, ...refusal.others]).toHaveLength(2)
    expect(await practice.bundle()).toEqual(before)
    expect(await heartbeat()).toMatchObject({ ok: false })
  })
})

describe('a refused run', () => {
  it('leaves the last good copies too: when the sheet is mended, nothing is published twice', async () => {
    await practice.run()
    const before = await practice.bundle()
    const { syncedAt } = await manifest()
    const spreadsheet = practice.standIn.spreadsheet(practiceId)
    practice.clock.pass(hour)
    spreadsheet.edit('billing', 1, 8, 'Amuont')
    practice.clock.pass(hour)
    await caughtSyncError(() => practice.run())
    expect(await practice.bundle()).toEqual(before)
    expect(await heartbeat()).toMatchObject({ ok: false })
    spreadsheet.edit('billing', 1, 8, 'Amount')
    practice.clock.pass(hour)
    const mended = await practice.run()
    expect(mended.outcome).toBe('published')
    expect((await manifest()).syncedAt).not.toBe(syncedAt)
    expect(await heartbeat()).toMatchObject({ ok: true })
  })

  it('takes a fifth of the rows gone only when told to, and then for good', async () => {
    await practice.run()
    practice.clock.pass(hour)
    practice.standIn.spreadsheet(practiceId).removeRows('billing', 50, 60)
    practice.clock.pass(hour)
    const refusal = await caughtSyncError(() => practice.run())
    expect(refusal.hint).toContain('--accept-fewer-rows')
    expect((await practice.run({ acceptFewerRows: true })).outcome).toBe('published')
    practice.clock.pass(hour)
    expect((await practice.run()).outcome).toBe('unchanged')
  })
})

describe('a dry run', () => {
  it('writes no bundle, no heartbeat, no status and keeps nothing', async () => {
    const config = sheetsConfig([practiceId], `  status_workbook: ${statusId}\n`)
    const run = await practice.run({ config, dryRun: true })
    expect(run.outcome).toBe('checked')
    expect(await practice.bundle()).toEqual({})
    expect(calls()).toEqual(['file', 'get', 'values', 'file'])
    await expect(heartbeat()).rejects.toThrow()
    await expect(readdir(workspaceOf(practice.out))).rejects.toThrow()
  })
})

describe('a disk that refuses', () => {
  it.each([
    ['the copies', () => join(workspaceOf(practice.out), 'state.json')],
    ['the note of the publication', () => join(workspaceOf(practice.out), 'publication.json')],
    ['the heartbeat', () => heartbeatPath(practice.out)],
  ])('%s after the publication is told, and the next run makes up for it', async (_, place) => {
    await mkdir(place(), { recursive: true })
    const run = await practice.run()
    expect(run.outcome).toBe('published')
    expect(run.troubles.map(({ message }) => message)).toEqual([expect.stringContaining('(EISDIR)')])
    expect((await manifest()).syncedAt).toBe(run.result?.manifest?.syncedAt)
    await rm(place(), { recursive: true })
    practice.clock.pass(hour)
    expect((await practice.run()).troubles).toEqual([])
    expect(await heartbeat()).toMatchObject({ ok: true })
  })

  it('the heartbeat after a refusal hides nothing of the refusal', async () => {
    await mkdir(heartbeatPath(practice.out), { recursive: true })
    practice.standIn.fault({ on: 'any', times: Infinity, do: { kind: 'status', status: 403 } })
    const error = await caughtSyncError(() => practice.run())
    expect(error.message).toContain('not shared')
    expect(practice.notes.map(({ message }) => message)).toEqual([expect.stringContaining('heartbeat')])
  })

  it('the private folder refuses the run in words', async () => {
    await writeFile(workspaceOf(practice.out), '')
    const error = await caughtSyncError(() => practice.run())
    expect(error.message).toContain(workspaceOf(practice.out))
    expect(calls()).toEqual([])
  })
})

describe('two runs at once', () => {
  it('do not meet: the second is told, and changes nothing', async () => {
    const runs = await Promise.allSettled([practice.run(), practice.run()])
    const refused = runs.filter((run) => run.status === 'rejected')
    expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('Another sync')])
    expect(await heartbeat()).toMatchObject({ ok: true })
    expect(calls()).toEqual(['file', 'get', 'values', 'file'])
  })
})

describe('the heartbeat', () => {
  it('says when and whether, and nothing else', async () => {
    await practice.run()
    const { time, ...rest } = (await heartbeat()) as { time: string }
    expect(rest).toEqual({ ok: true })
    expect(Date.parse(time)).toBe(practice.clock.now())
  })
})
