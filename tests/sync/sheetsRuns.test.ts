import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { signManifest } from '../../scripts/publish/signManifest.ts'
import { openFolder } from '../helpers/openFolder.ts'
import { openParts } from '../helpers/openParts.ts'
import { testSealing } from '../helpers/testSealing.ts'
import { inventedSpreadsheet, practiceId, scratchTab, sheetsConfig } from './googlePractice.ts'
import { practice, hour, calls, manifest, expenses } from './runningPractice.ts'

vi.mock(import('../../scripts/publish/prepareAnswers.ts'), async (original) =>
  (await import('../helpers/answersOnce.ts')).answersOnce(original, { out: 'owner' }),
)
vi.mock(import('../../scripts/sync/publishableTables.ts'), async (original) =>
  (await import('../helpers/tablesOnce.ts')).tablesOnce(original),
)

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
    expect(rest).toEqual({ format: 2, demo: false, files: first.files, inline: first.inline })
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
    const parts = await openParts(practice.out, practice.keys.owner)
    const [part = ''] = (await readdir(join(practice.out, 'data'))).toSorted()
    await rm(join(practice.out, 'data', part))
    practice.clock.pass(hour)
    expect((await practice.run()).outcome).toBe('published')
    // As many files as before: a generation that misses one is not kept as the one before.
    expect(Object.keys(await practice.bundle())).toHaveLength(Object.keys(before).length)
    expect(await openParts(practice.out, practice.keys.owner)).toHaveLength(parts.length)
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
    const { sealing, viewer, owner } = practice.keys
    await practice.run({ sealing })
    expect((await openFolder(practice.out, viewer)).audience).toBe('viewer')
    const before = await manifest()
    practice.clock.pass(hour)
    practice.standIn.clearLog()
    const other = await testSealing()
    const { owner: owners } = sealing.recipients
    const rest = { ...sealing, recipients: { viewer: other.sealing.recipients.viewer, owner: owners } }
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
