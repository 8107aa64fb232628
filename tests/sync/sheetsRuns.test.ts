import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { heartbeatPath } from '../../scripts/schedule/writeHeartbeat.ts'
import { workspaceOf } from '../../scripts/sync/sheetsRun.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import { signManifest } from '../../scripts/publish/signManifest.ts'
import type { Manifest } from '../../src/bundle/bundle.ts'
import type { LoggedRequest } from '../google/StandInServer.ts'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import { openFolder } from '../helpers/openFolder.ts'
import { openParts } from '../helpers/openParts.ts'
import { testSealing } from '../helpers/testSealing.ts'
import {
  googlePractice,
  inventedSpreadsheet,
  practiceId,
  scratchTab,
  sheetsConfig,
  statusId,
  type GooglePractice,
} from './googlePractice.ts'

vi.mock(import('../../scripts/publish/prepareAnswers.ts'), async (original) =>
  (await import('../helpers/answersOnce.ts')).answersOnce(original),
)

let practice: GooglePractice

beforeEach(async () => {
  practice = await googlePractice()
})
afterEach(() => practice.close())

const hour = 3_600_000

/** The calls to Sheets and Drive since the log was cleared. */
function calls(): LoggedRequest['operation'][] {
  return practice.standIn.log
    .filter(({ kind }) => kind === 'drive' || kind.startsWith('sheets'))
    .map(({ operation }) => operation)
}

async function heartbeat(): Promise<unknown> {
  return JSON.parse(await readFile(heartbeatPath(practice.out), 'utf8'))
}

/** The manifest as this practice has signed it. */
async function manifest(): Promise<Manifest> {
  const found = await readManifest(practice.out, { trust: practice.keys.sealing.signingKey })
  if (!found) throw new Error('no manifest of this practice')
  return found
}

describe('what a run costs', () => {
  it('is four requests the first time: version, tabs, values, version', async () => {
    await practice.run()
    expect(calls()).toEqual(['file', 'get', 'values', 'file'])
  })

  it('is two requests when nothing has changed; no file is touched, and that it is current signed', async () => {
    await practice.run()
    const before = await practice.files()
    const first = await manifest()
    practice.standIn.clearLog()
    practice.clock.pass(hour)
    const run = await practice.run()
    expect(run.outcome).toBe('unchanged')
    expect(calls().toSorted()).toEqual(['file', 'get'])
    expect(await practice.files()).toEqual(before)
    const { sequence, syncedAt, expiresAt, ...rest } = await manifest()
    expect(rest).toEqual({ format: 2, demo: false, files: first.files })
    expect(sequence).toBeGreaterThan(first.sequence)
    expect(Date.parse(syncedAt)).toBe(practice.clock.now())
    expect(Date.parse(expiresAt ?? '')).toBe(practice.clock.now() + 14 * 24 * hour)
  })

  it('is two requests again the next time, and the time after that', async () => {
    await practice.run()
    for (let round = 0; round < 2; round += 1) {
      practice.clock.pass(hour)
      practice.standIn.clearLog()
      expect((await practice.run()).outcome).toBe('unchanged')
      expect(calls()).toHaveLength(2)
    }
    expect((await openFolder(practice.out, practice.keys.owner)).audience).toBe('owner')
  })

  it('is four requests again when one tab was edited', async () => {
    await practice.run()
    practice.clock.pass(hour)
    practice.standIn.spreadsheet(practiceId).edit('schedule', 2, 7, 'Cancelled')
    practice.clock.pass(hour)
    practice.standIn.clearLog()
    const run = await practice.run()
    expect(run.outcome).toBe('published')
    expect(calls()).toEqual(['file', 'get', 'values', 'file'])
  })

  it('reads only the edited one of twenty spreadsheets, and all twenty stay under the quota', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `part-${String(index).padStart(2, '0')}`)
    const [first = '', ...others] = ids
    practice.standIn.add({ ...inventedSpreadsheet(first), title: first })
    for (const id of others) {
      practice.standIn.add({
        ...inventedSpreadsheet(id),
        title: id,
        tabs: [{ title: 'Expenses', rows: expenses(id) }],
      })
    }
    const config = sheetsConfig(ids)
    const started = practice.clock.now()
    expect((await practice.run({ config })).outcome).toBe('published')
    expect(calls()).toHaveLength(80)
    expect(practice.standIn.log.filter(({ status }) => status === 429)).toEqual([])
    expect(practice.clock.now() - started).toBeLessThan(60_000)
    practice.clock.pass(hour)
    practice.standIn.spreadsheet('part-07').edit('Expenses', 2, 3, 77)
    practice.clock.pass(hour)
    practice.standIn.clearLog()
    expect((await practice.run({ config })).outcome).toBe('published')
    expect(calls()).toHaveLength(42)
  })
})

/** A tab of invented expenses. */
function expenses(seed: string): (string | number)[][] {
  const amounts = [100, 250, 75.5].map((amount, index) => [46_266 + index, `Vendor ${seed}`, amount, 'Rent'])
  return [['Date', 'Vendor', 'Amount', 'Category'], ...amounts]
}

describe('an unchanged spreadsheet', () => {
  it('is published anew on the next day, from its copy', async () => {
    const config = { ...sheetsConfig(), as_of: undefined }
    await practice.run({ config })
    practice.clock.pass(23 * hour)
    practice.standIn.clearLog()
    const run = await practice.run({ config })
    expect(run.outcome).toBe('published')
    expect(calls().toSorted()).toEqual(['file', 'get'])
  })

  it('is read in full after a day', async () => {
    await practice.run()
    practice.clock.pass(25 * hour)
    practice.standIn.clearLog()
    expect((await practice.run()).outcome).toBe('unchanged')
    expect(calls()).toEqual(['file', 'get', 'values', 'file'])
  })

  it('is published anew when the config has changed', async () => {
    await practice.run()
    practice.clock.pass(hour)
    const config = sheetsConfig()
    const longer = { ...config, settings: { ...config.settings, full_time_hours: 36 } }
    expect((await practice.run({ config: longer })).outcome).toBe('published')
  })

  it('is published anew where the bundle has gone', async () => {
    await practice.run()
    practice.clock.pass(hour)
    expect((await practice.run({ out: `${practice.out}-elsewhere` })).outcome).toBe('published')
  })

  it('is published anew where a file of the bundle has gone', async () => {
    await practice.run()
    const before = await practice.bundle()
    const [part = ''] = (await readdir(join(practice.out, 'data'))).toSorted()
    await rm(join(practice.out, 'data', part))
    practice.clock.pass(hour)
    expect((await practice.run()).outcome).toBe('published')
    // As many files as before: a generation that misses one is not kept as the one before.
    expect(Object.keys(await practice.bundle())).toHaveLength(Object.keys(before).length)
    expect((await openParts(practice.out, practice.keys.owner)).length).toBeGreaterThan(40)
  })

  it('is published anew where somebody else has signed what lies there', async () => {
    await practice.run()
    const stranger = await testSealing()
    const text = signManifest({ ...(await manifest()), sequence: 9e9 }, stranger.sealing.signingKey)
    await writeFile(join(practice.out, 'manifest.json'), text)
    practice.clock.pass(hour)
    expect((await practice.run()).outcome).toBe('published')
    expect((await manifest()).sequence).toBeLessThan(9e9)
  })

  it('is sealed anew, to the rest and at once, when somebody was removed', async () => {
    await practice.run()
    const { sealing, viewer, owner } = practice.keys
    const before = await manifest()
    practice.clock.pass(hour)
    practice.standIn.clearLog()
    const rest = {
      ...sealing,
      recipients: { viewer: sealing.recipients.owner, owner: sealing.recipients.owner },
    }
    expect((await practice.run({ sealing: rest })).outcome).toBe('published')
    expect(calls()).toHaveLength(2)
    await expect(openFolder(practice.out, viewer)).rejects.toMatchObject({ reason: 'closed' })
    const bundle = await openFolder(practice.out, owner)
    const old = new Set(before.files.filter(({ audience }) => audience === 'viewer').map(({ path }) => path))
    expect(bundle.manifest.files.filter(({ path }) => old.has(path))).toEqual([])
    practice.clock.pass(hour)
    expect((await practice.run({ sealing: rest })).outcome).toBe('unchanged')
  })

  it('is nothing new either where only its version moved', async () => {
    await practice.run()
    practice.clock.pass(hour)
    practice.standIn.spreadsheet(practiceId).touch()
    practice.clock.pass(hour)
    const before = await practice.files()
    expect((await practice.run()).outcome).toBe('unchanged')
    practice.clock.pass(hour)
    practice.standIn.clearLog()
    await practice.run()
    expect(calls()).toHaveLength(2)
    expect(await practice.files()).toEqual(before)
  })
})

describe('a renamed tab', () => {
  it('is followed, with a warning', async () => {
    await practice.run()
    practice.clock.pass(hour)
    practice.standIn.spreadsheet(practiceId).rename('billing', 'Sheet 7')
    practice.clock.pass(hour)
    const run = await practice.run()
    expect(run.result?.health.warnings.join()).toContain('"billing" is now called "Sheet 7"')
    expect(run.result?.health.tabs.map(({ tab, dataset }) => [tab, dataset])).toContainEqual([
      'Sheet 7',
      'billing',
    ])
  })
})

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

it('a scratch tab may change without any publication that differs', async () => {
  await practice.run()
  const before = await practice.files()
  practice.clock.pass(hour)
  practice.standIn.spreadsheet(practiceId).edit(scratchTab, 2, 1, 'and the bank')
  practice.clock.pass(hour)
  await practice.run()
  expect(Object.keys(before).length).toBeGreaterThan(10)
  expect(await practice.files()).toEqual(before)
})
