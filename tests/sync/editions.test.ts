import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { readEdition, writeEdition, type Edition } from '../../scripts/publish/editionRecord.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import { readShownNote, shownNotePath } from '../../scripts/publish/shownNote.ts'
import { sync, type SyncResult } from '../../scripts/sync/sync.ts'
import type { Practice } from '../../src/bundle/bundle.ts'
import type { CubeValue } from '../../src/cubes/cube.ts'
import { openFolder } from '../helpers/openFolder.ts'
import { partTexts } from '../helpers/openParts.ts'
import { readCubeTables, readPart, temporaryFolder } from '../helpers/syncFolder.ts'
import { ownersOnly, testRecord, testSealing, type TestSealing } from '../helpers/testSealing.ts'
import { inventedConfig } from './inventedPractice.ts'

vi.mock('../../scripts/publish/prepareAnswers.ts', async (original) =>
  // What is told of owners here are their practice and their sums.
  (await import('../helpers/answersOnce.ts')).answersOnce(original, { out: 'owner' }),
)
vi.mock('../../scripts/sync/publishableTables.ts', async (original) =>
  (await import('../helpers/tablesOnce.ts')).tablesOnce(original),
)

let root = ''
let runs = 0

beforeAll(async () => (root = await temporaryFolder()))
afterAll(() => rm(root, { recursive: true, force: true }))

/** A posting of another patient each, unless told otherwise: day, and what it is. */
interface Happening {
  readonly day: string
  readonly patient?: string
}

const days = Array.from({ length: 30 }, (_, index) => String(index + 1).padStart(2, '0'))

/** Two visits a day in August, September and October. */
const usual: readonly Happening[] = ['08', '09', '10'].flatMap((month) =>
  days.flatMap((day) => [{ day: `2026-${month}-${day}` }, { day: `2026-${month}-${day}` }]),
)

/** A schedule and billing of these visits, each charged and half of them paid on the day itself. */
async function folderOf(visits: readonly Happening[], payments: readonly Happening[] = []): Promise<string> {
  const folder = join(root, `input-${String((runs += 1))}`)
  await mkdir(folder)
  const all = visits.map(({ day, patient }, index) => ({
    day,
    index,
    patient: patient ?? `P${String(index)}`,
  }))
  const bookings = all.map(
    ({ day, index, patient }) => `A${String(index)},${patient},${day},09:00,Ada Birch,North,Completed`,
  )
  const charges = all.map(
    ({ day, index, patient }) =>
      `C${String(index)},${patient},${day},${day},Ada Birch,North,${String(100 + index)}.00`,
  )
  const paid = all.filter(({ index }) => index % 2 === 0)
  const transactions = [...paid, ...payments.map(({ day }) => ({ day, index: 1 }))].map(
    ({ day, index }, line) => `T${String(line)},C${String(index)},Insurance payment,${day},-60.00`,
  )
  const files = {
    schedule: ['Appointment ID,Patient ID,Date,Start Time,Provider,Site,Status', ...bookings],
    charges: ['Charge ID,Patient ID,DOS,Posting Date,Provider,Site,Charge Amount', ...charges],
    transactions: ['Txn ID,Charge ID,Type,Posting Date,Amount', ...transactions],
  }
  for (const [name, lines] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.csv`), `${lines.join('\n')}\n`)
  }
  return folder
}

/** A practice with an owner and a viewer, and the one record of what viewers are shown. */
class Shared {
  readonly keys: TestSealing
  readonly record: string
  readonly out: string

  constructor(keys: TestSealing, record: string) {
    this.keys = keys
    this.record = record
    this.out = join(root, `out-${String((runs += 1))}`)
  }

  /** Publishes what counts on a day of these visits: those of later days are not known yet. */
  async publish(
    asOf: string,
    visits: readonly Happening[] = usual,
    {
      out = this.out,
      sealing = this.keys.sealing,
      payments = [] as readonly Happening[],
      withdrawViewers = false,
    } = {},
  ): Promise<SyncResult> {
    const folder = await folderOf(
      visits.filter(({ day }) => day <= asOf),
      payments,
    )
    const effects = { now: () => `${asOf}T18:00:00.000Z`, progress: () => undefined }
    const source = folderSource(folder)
    const given = { source, config: inventedConfig(), asOf, out, project: root, sealing, withdrawViewers }
    return sync(given, effects)
  }

  /** The viewers' edition as it lies there. */
  viewers(out = this.out): Promise<Readonly<Record<string, string>>> {
    return partTexts(out, this.keys.viewer)
  }

  practice(audience: 'viewer' | 'owner'): Promise<Practice> {
    return readPart<Practice>(this.out, this.keys[audience], 'practice')
  }

  /** A measure of the whole practice by month. */
  async months(audience: 'viewer' | 'owner', name: string, measure: string) {
    const tables = await readCubeTables(this.out, this.keys[audience])
    const { columns = {} } = tables.find(({ cube }) => cube.name === name) ?? {}
    const rows = (columns.month ?? []).map((month, row): [string, CubeValue] => [
      String(month).slice(0, 7),
      columns.months?.[row] === 1 ? (columns[measure]?.[row] ?? null) : null,
    ])
    return Object.fromEntries(rows.filter(([, value]) => value !== null))
  }
}

async function shared(): Promise<Shared> {
  const record = newRecord()
  return new Shared(await testSealing(record), record)
}

function newRecord(): string {
  return join(root, `practice-${String((runs += 1))}`, 'readers-edition.pack')
}

let taken: Promise<Shared> | null = null

/** A practice that published on October 12, when September was taken for viewers: a copy of one that did so. */
async function sharedInOctober(): Promise<Shared> {
  taken ??= (async () => {
    const first = await shared()
    await first.publish('2026-10-12')
    return first
  })()
  const { keys, record, out } = await taken
  const place = newRecord()
  const sealing = { ...keys.sealing, editionRecord: testRecord(place) }
  const practice = new Shared({ ...keys, sealing }, place)
  await cp(join(record, '..'), join(place, '..'), { recursive: true })
  // The bundle, and what is noted beside it.
  const isOurs = (name: string) => name === basename(out) || name.startsWith(`${basename(out)}-`)
  for (const name of (await readdir(root)).filter(isOurs)) {
    const copy = name.replace(basename(out), basename(practice.out))
    await cp(join(root, name), join(root, copy), { recursive: true })
  }
  return practice
}

/** Viewers' links open, and there is nothing in what they open. */
async function expectNothing(practice: Shared): Promise<void> {
  expect(await practice.viewers()).toEqual({})
  await expect(openFolder(practice.out, practice.keys.viewer)).rejects.toMatchObject({ reason: 'early' })
}

/** What a practice has on record. */
async function recorded(practice: Shared): Promise<Edition> {
  const known = await readEdition(testRecord(practice.record))
  if (known === null) throw new Error('no record')
  return known
}

describe('what viewers are shown', () => {
  it('is of one date, the last month end that is a week past, and nothing of the running month', async () => {
    const practice = await shared()
    const { viewers } = await practice.publish('2026-10-12')
    expect(viewers).toMatchObject({ isNew: true, next: { day: '2026-10-31', from: '2026-11-07' } })
    const { asOf, months } = await practice.practice('viewer')
    expect([asOf, months]).toEqual([
      '2026-09-30',
      { first: '2026-08', last: '2026-09', lastClosed: '2026-09' },
    ])
    // The last day of the month counts whole, with its visits and its postings.
    expect(await practice.months('viewer', 'appointments', 'visit_count')).toEqual({
      '2026-08': 60,
      '2026-09': 60,
    })
    expect(await practice.months('viewer', 'charges', 'charge_line_count')).toEqual({
      '2026-08': 60,
      '2026-09': 60,
    })
    // Twenty-four charges, of $220 and up. How many lines they are is not told: less the visits, which count from the next
    // day on, it would be the two patients of the day itself.
    expect(await practice.months('owner', 'charges', 'charge_cents')).toMatchObject({ '2026-10': 555_600 })
    const lines = await practice.months('owner', 'charges', 'charge_line_count')
    expect(Object.keys(lines)).not.toContain('2026-10')
    for (const { cube, columns } of await readCubeTables(practice.out, practice.keys.viewer)) {
      const later = (columns.month ?? []).filter((month) => String(month) > '2026-09-30')
      expect([cube.name, later]).toEqual([cube.name, []])
    }
    for (const [name, text] of Object.entries(await practice.viewers())) {
      if (!name.startsWith('cubes/'))
        expect(Buffer.from(text, 'base64').toString()).not.toMatch(/2026-1[0-2]/)
    }
  })

  it('stays byte for byte until the next month is a week over, whatever changed; owners see all at once', async () => {
    const practice = await shared()
    await practice.publish('2026-10-07')
    const first = await practice.viewers()
    const late = [...usual, { day: '2026-09-28' }, { day: '2026-08-03' }]
    for (const day of ['2026-10-08', '2026-11-06']) {
      const { viewers } = await practice.publish(day, late, { payments: [{ day: '2026-09-29' }] })
      expect(viewers?.isNew).toBe(false)
      expect(await practice.viewers()).toEqual(first)
      expect((await practice.practice('owner')).asOf).toBe(day)
    }
    expect(await practice.months('owner', 'appointments', 'visit_count')).toMatchObject({ '2026-09': 61 })
    expect((await practice.publish('2026-11-07', late)).viewers?.isNew).toBe(true)
    expect((await practice.practice('viewer')).asOf).toBe('2026-10-31')
    expect(await practice.months('viewer', 'appointments', 'visit_count')).toEqual({
      '2026-08': 61,
      '2026-09': 61,
      '2026-10': 60,
    })
  })

  it('is one for a practice, wherever its bundles go, and sealed anew for whoever reads it then', async () => {
    const practice = await sharedInOctober()
    const first = await practice.viewers()
    const other = join(root, `other-${String((runs += 1))}`)
    const more = [...usual, { day: '2026-09-28' }]
    await practice.publish('2026-10-13', more, { out: other })
    expect(await practice.viewers(other)).toEqual(first)
    const stranger = await testSealing()
    const { owner } = practice.keys.sealing.recipients
    const recipients = { viewer: stranger.sealing.recipients.viewer, owner }
    await practice.publish('2026-10-14', more, { sealing: { ...practice.keys.sealing, recipients } })
    await expect(openFolder(practice.out, practice.keys.viewer)).rejects.toMatchObject({ reason: 'closed' })
    const { signer } = practice.keys.viewer
    expect(await partTexts(practice.out, { ...stranger.viewer, signer })).toEqual(first)
  })

  it('is nothing where no row counts that early, and says from when on; owners see theirs', async () => {
    const practice = await shared()
    const october = usual.filter(({ day }) => day >= '2026-10')
    const { viewers } = await practice.publish('2026-10-30', october)
    expect(viewers).toMatchObject({ edition: null, next: { day: '2026-10-31', from: '2026-11-07' } })
    await expect(openFolder(practice.out, practice.keys.viewer)).rejects.toMatchObject({ reason: 'early' })
    expect((await practice.practice('owner')).months.last).toBe('2026-10')
    expect((await practice.publish('2026-11-02', october)).viewers).toMatchObject({ edition: null })
    expect((await practice.publish('2026-11-07', october)).viewers?.isNew).toBe(true)
    expect((await practice.practice('viewer')).months).toMatchObject({ first: '2026-10', last: '2026-10' })
  })
})

describe('what viewers cannot derive', () => {
  it('a payment dated back into a closed month: balances and flows are of one date, and tie', async () => {
    const practice = await sharedInOctober()
    await practice.publish('2026-10-19', usual, { payments: [{ day: '2026-09-28' }] })
    const [balance, charged, paid] = [
      await practice.months('viewer', 'receivables', 'balance_cents'),
      await practice.months('viewer', 'charges', 'charge_cents'),
      await practice.months('viewer', 'transactions', 'net_payment_cents'),
    ]
    const of = (sums: Record<string, CubeValue>) => Number(sums['2026-09'])
    expect(of(charged)).toBeGreaterThan(0)
    expect(Number(balance['2026-08']) + of(charged) - of(paid) - of(balance)).toBe(0)
  })

  it('the last day of a month, by a publication before it and one after it', async () => {
    const practice = await shared()
    const seen: unknown[] = []
    for (const day of ['2026-10-30', '2026-11-01']) {
      await practice.publish(day, [...usual, { day: '2026-10-31', patient: 'P1' }])
      seen.push(await practice.viewers())
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
  })
})

describe('the record of what viewers are shown', () => {
  it('is for its owner’s eyes only, and names no patient', async () => {
    const practice = await sharedInOctober()
    const manifest = await readManifest(practice.out)
    expect((await stat(practice.record)).mode & 0o777).toBe(0o600)
    expect(await readFile(practice.record, 'latin1')).not.toMatch(/\bP\d/)
    expect(manifest?.viewers?.day).toBe('2026-09-30')
    expect(manifest?.viewers).toEqual(await readShownNote(testRecord(practice.record)))
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
    [
      'of which a byte is another',
      (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('refuses the run where it is %s: nothing is guessed', async (_, spoil) => {
    const practice = await sharedInOctober()
    const before = await practice.viewers()
    await writeFile(practice.record, spoil(await readFile(practice.record)))
    await expect(practice.publish('2026-10-13')).rejects.toThrow(/cannot be read/)
    expect(await practice.viewers()).toEqual(before)
    const { sealing } = practice.keys
    expect((await practice.publish('2026-10-13', usual, { sealing: ownersOnly(sealing) })).viewers).toBeNull()
  })

  it('refuses an as-of date before what viewers have seen already', async () => {
    const practice = await sharedInOctober()
    await expect(practice.publish('2026-10-06')).rejects.toThrow(/up to 2026-09-30 already/)
    expect((await practice.practice('owner')).asOf).toBe('2026-10-12')
  })

  it.each([
    ['has made it of other tables or by other rules', (known: Edition) => ({ ...known, made: 'otherwise' })],
    ['has withdrawn it', (known: Edition): Edition => ({ ...known, state: 'withdrawn', parts: [] })],
  ])('shows nothing until the next where another release %s', async (_, change) => {
    const practice = await sharedInOctober()
    const known = await recorded(practice)
    await writeEdition(testRecord(practice.record), change(known), known)
    const more = [...usual, { day: '2026-09-28' }]
    for (const day of ['2026-10-13', '2026-11-06']) {
      const { viewers } = await practice.publish(day, more)
      expect(viewers).toMatchObject({ edition: null, isWithdrawn: true, next: { from: '2026-11-07' } })
      await expectNothing(practice)
      expect((await practice.practice('owner')).asOf).toBe(day)
    }
    expect((await practice.publish('2026-11-07', more)).viewers).toMatchObject({ isNew: true })
    expect((await practice.practice('viewer')).asOf).toBe('2026-10-31')
  })

  it('that is lost is not taken anew: viewers have seen another of that month', async () => {
    const practice = await sharedInOctober()
    const before = await practice.viewers()
    for (const path of [practice.record, shownNotePath({ path: practice.record })]) await rm(path)
    const more = [...usual, { day: '2026-09-28' }]
    await expect(practice.publish('2026-11-06', more)).rejects.toThrow(/is gone: .*readers-edition\.pack/)
    expect(await practice.viewers()).toEqual(before)
    await expect(stat(practice.record)).rejects.toThrow(/ENOENT/)
  })

  it('that is lost and not to be had shows viewers nothing until the next, where the operator says so', async () => {
    const practice = await sharedInOctober()
    await rm(practice.record)
    const { viewers } = await practice.publish('2026-10-13', usual, { withdrawViewers: true })
    expect(viewers).toMatchObject({ edition: null, isWithdrawn: true })
    for (const day of ['2026-10-14', '2026-11-06']) {
      expect((await practice.publish(day)).viewers).toMatchObject({ isWithdrawn: true })
      await expectNothing(practice)
    }
    expect((await practice.publish('2026-11-07')).viewers).toMatchObject({ isNew: true, isWithdrawn: false })
  })

  it('that is lost is missed by nobody once the next month end is due, nor where no viewer has seen one', async () => {
    const practice = await shared()
    const { sealing } = practice.keys
    await practice.publish('2026-10-12', usual, { sealing: ownersOnly(sealing) })
    expect((await practice.publish('2026-10-13')).viewers?.isNew).toBe(true)
    await rm(practice.record)
    expect((await practice.publish('2026-11-07')).viewers?.isNew).toBe(true)
  })

  it('of another practice refuses the run, and stays as it is', async () => {
    const practice = await sharedInOctober()
    const before = await readFile(practice.record)
    const editionRecord = { path: practice.record, practice: 'another one' }
    const sealing = { ...practice.keys.sealing, editionRecord }
    for (const withdrawViewers of [false, true]) {
      const out = join(root, `other-${String((runs += 1))}`)
      const run = practice.publish('2026-11-07', usual, { sealing, out, withdrawViewers })
      await expect(run).rejects.toThrow(/is another practice's/)
      await expect(stat(join(out, 'manifest.json'))).rejects.toThrow(/ENOENT/)
    }
    expect(await readFile(practice.record)).toEqual(before)
  })

  it('keeps every byte but its answers where a release asks other things of the same tables', async () => {
    const practice = await sharedInOctober()
    const known = await recorded(practice)
    const first = await practice.viewers()
    const parts = known.parts.map((part) =>
      part.name.startsWith('answers/') ? { ...part, bytes: Buffer.from('{}') } : part,
    )
    await writeEdition(testRecord(practice.record), { ...known, parts, answered: 'for other pages' }, known)
    const { viewers } = await practice.publish('2026-10-13', [...usual, { day: '2026-09-28' }])
    expect(viewers?.isNew).toBe(false)
    expect(await practice.viewers()).toEqual(first)
    expect((await recorded(practice)).answered).toBe(known.answered)
  })

  it('is written before anything is published: where it cannot be, nothing is', async () => {
    const practice = await shared()
    await writeFile(join(practice.record, '..'), 'a file in the place of its folder')
    await expect(practice.publish('2026-10-12')).rejects.toThrow(/cannot be/)
    await expect(stat(join(practice.out, 'manifest.json'))).rejects.toThrow(/ENOENT/)
  })

  it('is not made for owners alone', async () => {
    const practice = await shared()
    const { sealing } = practice.keys
    await practice.publish('2026-10-12', usual, { sealing: ownersOnly(sealing) })
    await expect(stat(practice.record)).rejects.toThrow(/ENOENT/)
    const { manifest } = await openFolder(practice.out, practice.keys.owner)
    expect(new Set(manifest.files.map(({ audience }) => audience))).toEqual(new Set(['owner']))
  })

  it('is needed as soon as there is a viewer', async () => {
    const keys = await testSealing()
    await expect(new Shared(keys, '').publish('2026-10-12')).rejects.toThrow(/no place for the record/)
  })
})

it('a day to come closes no month: it is refused', async () => {
  const { keys, out } = await shared()
  const effects = { now: () => '2026-10-13T12:00:00.000Z', progress: () => undefined }
  const options = {
    source: folderSource(await folderOf(usual)),
    config: inventedConfig(),
    out,
    project: root,
  }
  await expect(sync({ ...options, asOf: '2026-11-07', sealing: keys.sealing }, effects)).rejects.toThrow(
    /is a day to come/,
  )
})
