import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEdition } from '../../../scripts/publish/editionRecord.ts'
import type { Sealing } from '../../../scripts/publish/sealing.ts'
import type { ShownEdition } from '../../../scripts/publish/shownEdition.ts'
import { readShownNote, shownNotePath } from '../../../scripts/publish/shownNote.ts'
import { viewersEdition } from '../../../scripts/sync/viewersEdition.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { testRecord, testSealing } from '../../helpers/testSealing.ts'

let folder = ''
let record = ''
let note = ''
let sealing: Sealing

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-'))
  record = join(folder, 'readers-edition.pack')
  note = shownNotePath({ path: record })
  sealing = (await testSealing(record)).sealing
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What a run need not say. */
interface Told {
  readonly clock?: string
  /** By the manifest that lies published; a day is one of a bundle that has no note. */
  readonly shown?: ShownEdition | string | null
  readonly isWithdrawn?: boolean
  /** Whether no row counts that early. */
  readonly isEarly?: boolean
}

/** A run that notes what it decides: the edition's day, whether it took it, the next, and what its manifest says. */
async function run(
  today: string,
  { clock = today, shown = null, isWithdrawn = false, isEarly = false }: Told = {},
) {
  const published = typeof shown === 'string' ? { day: shown, id: null } : shown
  const take = (day: string) => Promise.resolve(isEarly ? null : { parts: [], audit: `up to ${day}` })
  const given = { today, clock, sealing, shown: () => Promise.resolve(published), isWithdrawn }
  const viewers = await viewersEdition(given, take)
  const manifest = (await viewers?.note()) ?? null
  return { day: viewers?.edition?.day ?? null, isNew: viewers?.isNew, from: viewers?.next.from, manifest }
}

const nothingInOctober = { day: null, isNew: false, from: '2026-11-07' }

describe('an edition that viewers have been shown', () => {
  it.each([
    ['the clock', { clock: '2026-10-21' }],
    ['the bundle', { shown: '2026-09-30' }],
  ])('is not taken anew after one was withdrawn as of an earlier month: %s tells of it', async (_, told) => {
    expect(await run('2026-10-20')).toMatchObject({ day: '2026-09-30', isNew: true })
    for (const path of [record, note]) await rm(path)
    expect(await run('2026-09-20', { ...told, isWithdrawn: true })).toMatchObject(nothingInOctober)
    expect(await readEdition(testRecord(record))).toMatchObject({ day: '2026-09-30', state: 'withdrawn' })
    for (const day of ['2026-10-21', '2026-11-06']) expect(await run(day)).toMatchObject(nothingInOctober)
    expect(await run('2026-11-07')).toMatchObject({ day: '2026-10-31', isNew: true })
  })

  it('is not taken anew after it was withdrawn beside a record of an earlier one', async () => {
    expect(await run('2026-09-20')).toMatchObject({ day: '2026-08-31' })
    const told = { clock: '2026-09-21', shown: '2026-09-30', isWithdrawn: true }
    expect(await run('2026-09-21', told)).toMatchObject(nothingInOctober)
    expect(await run('2026-10-21')).toMatchObject(nothingInOctober)
  })

  it('stays withdrawn by runs as of an earlier month: they show nothing, and withdraw no less', async () => {
    await run('2026-10-21', { isWithdrawn: true })
    for (const isWithdrawn of [false, true]) {
      expect(await run('2026-09-20', { isWithdrawn })).toMatchObject(nothingInOctober)
    }
    expect(await run('2026-10-22')).toMatchObject(nothingInOctober)
  })

  it('refuses a run as of an earlier month while it is shown, also one that withdraws', async () => {
    await run('2026-10-20')
    for (const isWithdrawn of [false, true]) {
      await expect(run('2026-09-20', { isWithdrawn })).rejects.toThrow(/up to 2026-09-30 already/)
    }
  })
})

describe('a record that was put back from an older backup', () => {
  /** What a practice does before its backup and after it; its manifest says then what this returns. */
  const histories: [string, early: () => Promise<unknown>, late: () => Promise<ShownEdition | null>][] = [
    ['of a month before', () => run('2026-10-20'), async () => (await run('2026-11-20')).manifest],
    [
      'of when no row counted',
      () => run('2026-11-10', { isEarly: true }),
      async () => (await run('2026-11-20')).manifest,
    ],
    [
      'of when it was not withdrawn',
      () => run('2026-11-10'),
      async () => (await run('2026-11-20', { isWithdrawn: true })).manifest,
    ],
  ]
  const backup = () => join(folder, 'backup')

  describe.each(histories)('%s', (_, early, late) => {
    let shown: ShownEdition | null = null

    beforeEach(async () => {
      await early()
      await copyFile(record, backup())
      shown = await late()
      await copyFile(backup(), record)
    })

    it('is not believed over the manifest that lies published', async () => {
      await rm(note)
      const { message, hint } = await caughtSyncError(() => run('2026-11-21', { shown }))
      expect(message).toContain(`${record}, is not the latest`)
      expect(message).toContain('up to 2026-10-31')
      expect(hint).toContain('--withdraw-viewers')
      expect(await readFile(record)).toEqual(await readFile(backup()))
      await expect(stat(note)).rejects.toThrow(/ENOENT/)
    })

    it('is not believed over the note beside it, wherever the bundle goes', async () => {
      await expect(run('2026-11-21')).rejects.toThrow(/is not the latest/)
    })

    it('shows viewers nothing until the next, where the operator says so', async () => {
      const { manifest, ...now } = await run('2026-11-21', { shown, isWithdrawn: true })
      const nothing = { day: null, isNew: false, from: '2026-12-07' }
      expect(now).toEqual(nothing)
      // Also if the disk fails before the manifest is there, and the old one still lies published.
      for (const lies of [manifest, shown]) {
        expect(await run('2026-12-06', { shown: lies })).toMatchObject(nothing)
      }
      expect(await run('2026-12-07', { shown: manifest })).toMatchObject({ day: '2026-11-30', isNew: true })
    })

    it('is missed by nobody once the next month end is due', async () => {
      expect(await run('2026-12-07', { shown })).toMatchObject({ day: '2026-11-30', isNew: true })
    })
  })

  it('or that another computer went on with, is not believed', async () => {
    await run('2026-10-20')
    await copyFile(record, backup())
    const { manifest } = await run('2026-11-20')
    for (const path of [record, note]) await rm(path)
    await copyFile(backup(), record)
    await run('2026-11-20')
    await expect(run('2026-11-21', { shown: manifest })).rejects.toThrow(/from another computer/)
  })
})

describe('the note beside the record', () => {
  it('catches a record that is lost, into an empty folder too', async () => {
    await run('2026-10-20')
    await rm(record)
    await expect(run('2026-10-21')).rejects.toThrow(/is gone: .*readers-edition\.pack/)
    expect(await run('2026-10-21', { isWithdrawn: true })).toMatchObject(nothingInOctober)
    expect(await run('2026-10-22')).toMatchObject(nothingInOctober)
  })

  it('is for its owner alone, and says what the manifest says and nothing of the numbers', async () => {
    const { manifest } = await run('2026-10-20')
    expect((await stat(note)).mode & 0o777).toBe(0o600)
    expect(await readShownNote(testRecord(record))).toEqual(manifest)
    expect(Object.keys(JSON.parse(await readFile(note, 'utf8')) as object).sort()).toEqual([
      'day',
      'id',
      'practice',
    ])
    for (const path of [record, note]) await rm(path)
    const again = await run('2026-10-20')
    expect(again.manifest?.id).not.toBe(manifest?.id)
  })

  it('that is gone alone is written anew, and stays as it is while nothing else is shown', async () => {
    const { manifest } = await run('2026-10-20')
    await rm(note)
    expect((await run('2026-10-21', { shown: manifest })).manifest).toEqual(manifest)
    expect(await readShownNote(testRecord(record))).toEqual(manifest)
    const { mtimeMs } = await stat(note)
    await run('2026-10-22', { shown: manifest })
    expect((await stat(note)).mtimeMs).toBe(mtimeMs)
  })

  it('that cannot be read, or is another practice’s, refuses the run, also one that withdraws', async () => {
    await run('2026-10-20')
    const other = JSON.stringify({ practice: 'another one', day: '2026-09-30', id: 'Two Rivers' })
    for (const [text, words] of [
      ['{"Two Rivers"', 'cannot be read'],
      [other, 'another practice'],
    ] as const) {
      await writeFile(note, text)
      for (const isWithdrawn of [false, true]) {
        const { message, hint } = await caughtSyncError(() => run('2026-10-21', { isWithdrawn }))
        expect(message).toContain(words)
        expect(message + hint).not.toContain('Two Rivers')
        expect(await readFile(note, 'utf8')).toBe(text)
      }
    }
  })
})

it('a bundle for viewers that has no note is of no edition in particular: any record knows it, none does not', async () => {
  await run('2026-10-20')
  const shown = '2026-10-31'
  expect(await run('2026-11-07', { shown })).toMatchObject({ day: '2026-10-31', isNew: true })
  for (const path of [record, note]) await rm(path)
  await expect(run('2026-11-08', { shown })).rejects.toThrow(/is gone/)
})
