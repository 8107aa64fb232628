import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { readManifest } from '../../../scripts/publish/readManifest.ts'
import { resignBundle, writeBundle } from '../../../scripts/publish/writeBundle.ts'
import { changeReaders } from '../../../scripts/share/changeReaders.ts'
import type { Sealing } from '../../../scripts/publish/sealing.ts'
import type { SharingPlace } from '../../../scripts/share/sharingPlace.ts'
import { sealingOf } from '../../../scripts/sync/sealingOf.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { letIn, practiceFolder } from '../share/practiceFolder.ts'

const now = '2026-11-02T12:00:00.000Z'

/** A practice with an owner, and a run of its sync: first its begin, later its end. */
async function practice() {
  const place = await practiceFolder()
  await letIn(place, 'Dr. Quill')
  const out = join(dirname(place.readers), 'bundle')
  const begin = () => sealingOf(place, { now, out, unattended: false })
  const end = (sealing: Sealing, text: string) => {
    const part: BundlePart = { name: 'practice', audience: 'viewer', bytes: Buffer.from(text) }
    return writeBundle(out, [part], { demo: false, syncedAt: now, sealing, before: null })
  }
  return { place, out, begin, end }
}

describe('of two syncs at once', () => {
  it('the one that ends later publishes nothing: what it read may be older', async () => {
    const { out, begin, end } = await practice()
    const [slow, fast] = [await begin(), await begin()]
    const published = await end(fast, 'newer')
    const { message, hint } = await caughtSyncError(() => end(slow, 'older'))
    expect(message).toContain('Another sync published')
    expect(hint).toContain('Run the sync again')
    expect(await readManifest(out)).toEqual(published)
  })

  it('neither may sign the other’s numbers anew as its own', async () => {
    const { out, begin, end } = await practice()
    const [slow, fast] = [await begin(), await begin()]
    const published = await end(fast, 'newer')
    await expect(resignBundle(out, { sealing: slow, syncedAt: now })).rejects.toThrow(
      'Another sync published',
    )
    expect(await readManifest(out)).toEqual(published)
  })

  it('one after the other both publish', async () => {
    const { out, begin, end } = await practice()
    await end(await begin(), 'first')
    const second = await end(await begin(), 'second')
    expect(await readManifest(out)).toEqual(second)
  })
})

it('a sync that began before somebody was removed publishes nothing', async () => {
  const { place, begin, end } = await practice()
  const { reader } = await letIn(place, 'Front desk', 'viewer')
  const sealing = await begin()
  await changeReaders(place, () => Promise.resolve({ remove: reader.id }))
  await expect(end(sealing, 'numbers')).rejects.toThrow('Who can open what is published was changed')
})

describe('where nobody could open it', () => {
  const refusedIn = async (place: SharingPlace, unattended: boolean) => {
    const out = join(dirname(place.readers), 'bundle')
    await caughtSyncError(() => sealingOf(place, { now, out, unattended }))
    return readFile(`${out}-heartbeat.json`, 'utf8').catch(() => null)
  }

  it('a run that nobody watches leaves a heartbeat that says so', async () => {
    const heartbeat = await refusedIn(await practiceFolder(), true)
    expect(JSON.parse(heartbeat ?? '')).toEqual({ time: now, ok: false })
  })

  it('a run at a terminal leaves none', async () => {
    expect(await refusedIn(await practiceFolder(), false)).toBeNull()
  })
})
