import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import type { Sealing } from '../../scripts/publish/sealing.ts'
import { frozenPath } from '../../scripts/sync/frozenRecord.ts'
import { sync, type SyncResult } from '../../scripts/sync/sync.ts'
import { readCubeTables, temporaryFolder } from '../helpers/syncFolder.ts'
import { testSealing, type TestSealing } from '../helpers/testSealing.ts'
import { inventedConfig } from './inventedPractice.ts'

let root = ''
let keys: TestSealing
let runs = 0

beforeAll(async () => {
  root = await temporaryFolder()
  keys = await testSealing()
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** A schedule of completed visits, each of another patient: so many in September and in October. */
async function scheduleOf(september: number, october: number): Promise<string> {
  const folder = join(root, `schedule-${String((runs += 1))}`)
  await mkdir(folder)
  const rows = (month: string, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const id = `${month}-${String(index)}`
      const day = String(1 + (index % 9)).padStart(2, '0')
      return `A${id},P${id},2026-${month}-${day},09:00,Ada Birch,North,Completed`
    })
  const header = 'Appointment ID,Patient ID,Date,Start Time,Provider,Site,Status'
  const text = [header, ...rows('09', september), ...rows('10', october)].join('\n')
  await writeFile(join(folder, 'schedule.csv'), `${text}\n`)
  return folder
}

interface Publication {
  readonly asOf: string
  readonly september: number
  readonly october: number
}

/** Publishes what a folder then holds, one run after the other, into one place. */
async function publishInTurn(
  publications: readonly Publication[],
  sealing: Sealing = keys.sealing,
): Promise<{ readonly out: string; readonly last: SyncResult; readonly visits: readonly unknown[] }> {
  const out = join(root, `out-${String((runs += 1))}`)
  let last: SyncResult | null = null
  for (const { asOf, september, october } of publications) {
    const source = folderSource(await scheduleOf(september, october))
    const config = inventedConfig()
    const effects = { now: () => `${asOf}T12:00:00.000Z`, progress: () => undefined }
    last = await sync({ source, config, asOf, out, project: root, sealing }, effects)
  }
  if (last === null) throw new Error('a test publishes something')
  const tables = await readCubeTables(out, keys.owner)
  const { columns = {} } = tables.find(({ cube }) => cube.name === 'appointments') ?? {}
  const rows = (columns.month ?? []).map((month, row) => ({ month, months: columns.months?.[row], row }))
  const of = (wanted: string) =>
    rows
      .filter(({ month, months }) => month === wanted && months === 1)
      .map(({ row }) => columns.visit_count?.[row] ?? null)[0]
  return { out, last, visits: [of('2026-09-01'), of('2026-10-01')] }
}

const first = { asOf: '2026-10-12', september: 40, october: 30 }

describe('while somebody who is no owner has a link', () => {
  it('closed months stay as they were published, and the running one too for a week', async () => {
    const { visits, last } = await publishInTurn([first, { asOf: '2026-10-18', september: 41, october: 33 }])
    expect(visits).toEqual([40, 30])
    expect(last.isHeld).toBe(true)
    // What the page says it counts up to is what it counts up to.
    expect(last.practice.asOf).toBe('2026-10-12')
  })

  it('after a week the running month is new, closed ones are not', async () => {
    const { visits, last } = await publishInTurn([first, { asOf: '2026-10-19', september: 41, october: 33 }])
    expect(visits).toEqual([40, 33])
    expect(last.practice.asOf).toBe('2026-10-19')
  })

  it('the week is counted from the publication whose numbers are shown, not from the last run', async () => {
    const { visits } = await publishInTurn([
      first,
      { asOf: '2026-10-18', september: 41, october: 31 },
      { asOf: '2026-10-19', september: 42, october: 34 },
      { asOf: '2026-10-20', september: 43, october: 36 },
    ])
    expect(visits).toEqual([40, 34])
  })

  it('when the month has ended every correction shows', async () => {
    const { visits, last } = await publishInTurn([first, { asOf: '2026-11-02', september: 41, october: 33 }])
    expect(visits).toEqual([41, 33])
    expect(last.isHeld).toBe(false)
  })

  it('what was published is noted beside the bundle, for its owner’s eyes only', async () => {
    const { out } = await publishInTurn([first])
    expect((await stat(frozenPath(out))).mode & 0o777).toBe(0o600)
    expect(await readFile(frozenPath(out), 'utf8')).not.toMatch(/P09-/)
  })

  it('a day to come closes no month: it is refused', async () => {
    const { out } = await publishInTurn([first])
    const source = folderSource(await scheduleOf(41, 33))
    const effects = { now: () => '2026-10-13T12:00:00.000Z', progress: () => undefined }
    const options = { source, config: inventedConfig(), asOf: '2026-11-01', out, project: root }
    await expect(sync({ ...options, sealing: keys.sealing }, effects)).rejects.toThrow(/is a day to come/)
  })

  it('without the record nothing is guessed: one that cannot be read refuses the run', async () => {
    const { out } = await publishInTurn([first])
    await writeFile(frozenPath(out), '{"asOf":"2026-10-12"')
    const source = folderSource(await scheduleOf(41, 33))
    const effects = { now: () => '2026-10-13T12:00:00.000Z', progress: () => undefined }
    const options = { source, config: inventedConfig(), asOf: '2026-10-13', out, project: root }
    await expect(sync({ ...options, sealing: keys.sealing }, effects)).rejects.toThrow(/cannot be read/)
  })
})

describe('while only owners have links', () => {
  it('every correction shows at once, and nothing is noted', async () => {
    const { recipients } = keys.sealing
    const sealing = { ...keys.sealing, recipients: { ...recipients, viewer: recipients.owner } }
    const { out, visits, last } = await publishInTurn(
      [first, { asOf: '2026-10-13', september: 41, october: 33 }],
      sealing,
    )
    expect(visits).toEqual([41, 33])
    expect(last.isHeld).toBe(false)
    await expect(stat(frozenPath(out))).rejects.toThrow(/ENOENT/)
  })
})
