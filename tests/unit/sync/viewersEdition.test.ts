import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEdition } from '../../../scripts/publish/editionRecord.ts'
import type { Sealing } from '../../../scripts/publish/sealing.ts'
import { viewersEdition } from '../../../scripts/sync/viewersEdition.ts'
import { testRecord, testSealing } from '../../helpers/testSealing.ts'

let folder = ''
let record = ''
let sealing: Sealing

beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'edition-'))))
beforeEach(async () => {
  record = join(folder, 'readers-edition.pack')
  await rm(record, { force: true })
  sealing = (await testSealing(record)).sealing
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a run need not say. */
interface Told {
  readonly clock?: string
  readonly shown?: string | null
  readonly isWithdrawn?: boolean
}

/** A run that notes what it decides: the edition's day, whether it took it, and the next. */
async function run(today: string, { clock = today, shown = null, isWithdrawn = false }: Told = {}) {
  const shownOn = () => Promise.resolve(shown)
  const take = (day: string) => Promise.resolve({ parts: [], audit: `up to ${day}` })
  const viewers = await viewersEdition({ today, clock, sealing, shownOn, isWithdrawn }, take)
  await viewers?.note()
  return { day: viewers?.edition?.day ?? null, isNew: viewers?.isNew, from: viewers?.next.from }
}

const nothingInOctober = { day: null, isNew: false, from: '2026-11-07' }

describe('an edition that viewers have been shown', () => {
  it.each([
    ['the clock', { clock: '2026-10-21' }],
    ['the bundle', { shown: '2026-10-20' }],
  ])('is not taken anew after one was withdrawn as of an earlier month: %s tells of it', async (_, told) => {
    expect(await run('2026-10-20')).toMatchObject({ day: '2026-09-30', isNew: true })
    await rm(record)
    expect(await run('2026-09-20', { ...told, isWithdrawn: true })).toEqual(nothingInOctober)
    expect(await readEdition(testRecord(record))).toMatchObject({ day: '2026-09-30', state: 'withdrawn' })
    for (const day of ['2026-10-21', '2026-11-06']) expect(await run(day)).toEqual(nothingInOctober)
    expect(await run('2026-11-07')).toMatchObject({ day: '2026-10-31', isNew: true })
  })

  it('is not taken anew after it was withdrawn beside a record of an earlier one', async () => {
    expect(await run('2026-09-20')).toMatchObject({ day: '2026-08-31' })
    const told = { clock: '2026-09-21', shown: '2026-10-20', isWithdrawn: true }
    expect(await run('2026-09-21', told)).toEqual(nothingInOctober)
    expect(await run('2026-10-21')).toEqual(nothingInOctober)
  })

  it('stays withdrawn by runs as of an earlier month: they show nothing, and withdraw no less', async () => {
    await run('2026-10-21', { isWithdrawn: true })
    for (const isWithdrawn of [false, true]) {
      expect(await run('2026-09-20', { isWithdrawn })).toEqual(nothingInOctober)
    }
    expect(await run('2026-10-22')).toEqual(nothingInOctober)
  })

  it('refuses a run as of an earlier month while it is shown, also one that withdraws', async () => {
    await run('2026-10-20')
    for (const isWithdrawn of [false, true]) {
      await expect(run('2026-09-20', { isWithdrawn })).rejects.toThrow(/up to 2026-09-30 already/)
    }
  })
})
