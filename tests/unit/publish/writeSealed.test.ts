import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { link, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readManifest } from '../../../scripts/publish/readManifest.ts'
import { shownToViewers } from '../../../scripts/publish/shownToViewers.ts'
import { resignBundle, writeBundle, type BundleHead } from '../../../scripts/publish/writeBundle.ts'
import { audiences } from '../../../src/cubes/audience.ts'
import { unsealWith } from '../../../src/bundle/unseal.ts'
import { openFolder } from '../../helpers/openFolder.ts'
import { openParts } from '../../helpers/openParts.ts'
import { ownersOnly, testSealing, type TestSealing } from '../../helpers/testSealing.ts'
import { bundleFolder, filesOf, parts, syncedAt } from './sampleBundle.ts'

let place = ''
let folder = ''
let keys: TestSealing
let sealed: BundleHead

beforeAll(async () => {
  keys = await testSealing()
  sealed = { demo: false, syncedAt, sealing: keys.sealing, before: null }
})
beforeEach(async () => ({ place, folder } = await bundleFolder()))
afterEach(() => rm(place, { recursive: true, force: true }))

describe('a sealed bundle', () => {
  it('is refused where nobody could open it, demo or not', async () => {
    const { sealing } = keys
    const nobody = { ...sealing, recipients: { viewer: [], owner: [] } }
    for (const head of [
      { ...sealed, sealing: null },
      { ...sealed, sealing: nobody },
      { ...sealed, demo: true, sealing: nobody },
    ]) {
      await expect(writeBundle(folder, parts('one'), head)).rejects.toThrow('Nobody can open')
    }
    expect(await filesOf(folder)).toEqual([])
  })

  it('is refused for a classical recipient, alone or among hybrid ones', async () => {
    const classical = await identityToRecipient(await generateX25519Identity())
    const { viewer, owner } = keys.sealing.recipients
    for (const viewers of [[classical], [...viewer, classical], [classical, ...viewer]]) {
      const sealing = { ...keys.sealing, recipients: { viewer: viewers, owner } }
      await expect(writeBundle(folder, parts('one'), { ...sealed, sealing })).rejects.toThrow(
        'not of the post-quantum kind',
      )
    }
    expect(await readManifest(folder)).toBeNull()
  })

  it('holds nothing but age files and the signed manifests, and no word of a part', async () => {
    for (const text of ['needle one', 'needle two']) await writeBundle(folder, parts(text), sealed)
    const names = await filesOf(folder)
    expect(names.filter((name) => name.startsWith('manifest'))).toEqual([
      'manifest.json',
      'manifest.previous.json',
    ])
    for (const name of names) {
      const text = await readFile(join(folder, name), 'latin1')
      // Each with a blank or a quotation mark: letters alone turn up in base64 now and then.
      expect(text).not.toMatch(/needle (one|two)|the wages|practice"/)
      expect(text).toMatch(
        name.startsWith('manifest') ? /^\{"signed":"/ : /^age-encryption\.org\/v1\n-> mlkem768x25519 /,
      )
    }
  })

  it.each([
    ['a photo', 'holiday.jpg'],
    ['a hidden file', '.notes'],
    ['a file named as if it were sealed', 'data/00000000000000000000000000000000x.age'],
    ['a pack in a folder that is nobody’s', 'photos/practice.0123456789abcdef.json'],
  ])('is not written beside %s that is not sealed, and the old bundle stays', async (_, name) => {
    const before = await writeBundle(folder, parts('one'), sealed)
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), 'plain')
    await expect(writeBundle(folder, parts('two'), sealed)).rejects.toThrow(
      `holds a file that is not sealed: ${name}`,
    )
    expect(await readManifest(folder)).toEqual(before)
  })

  it('is not written beside a link, even to a sealed file', async () => {
    const { files } = await writeBundle(folder, parts('one'), sealed)
    await symlink(join(folder, files[0]?.path ?? ''), join(folder, 'link.age'))
    await expect(writeBundle(folder, parts('one'), sealed)).rejects.toThrow('is not sealed: link.age')
  })

  it('follows no link that took the place of one of its files', async () => {
    const { files } = await writeBundle(folder, parts('one'), sealed)
    const file = join(folder, files[0]?.path ?? '')
    await link(file, join(place, 'elsewhere'))
    await rm(file)
    await symlink(join(place, 'elsewhere'), file)
    await writeBundle(folder, parts('one'), sealed)
    const entries = await readdir(join(folder, 'data'), { withFileTypes: true })
    expect(entries.filter((entry) => !entry.isFile())).toEqual([])
  })

  it('keeps its private note beside the folder, for its owner alone, and does without it', async () => {
    const first = await writeBundle(folder, parts('one'), sealed)
    expect((await stat(`${folder}-sealed.json`)).mode & 0o777).toBe(0o600)
    await writeFile(`${folder}-sealed.json`, '{"viewer/practice":')
    const second = await writeBundle(folder, parts('one'), sealed)
    expect(second.files.filter((file, index) => file.path === first.files[index]?.path)).toEqual([])
    expect(await openParts(folder, keys.owner)).toHaveLength(2)
  })

  it('grows in sequence with every publication, also within a second and where its clock went back', async () => {
    const first = await writeBundle(folder, parts('one'), sealed)
    expect(first.sequence).toBe(Date.parse(syncedAt) / 1000)
    expect(first.expiresAt).toBe('2026-11-18T11:00:00.000Z')
    const second = await writeBundle(folder, parts('one'), sealed)
    const third = await writeBundle(folder, parts('one'), { ...sealed, syncedAt: '2020-01-01T00:00:00Z' })
    const again = await resignBundle(folder, { sealing: keys.sealing, syncedAt: '2026-11-04T11:00:01Z' })
    expect([second, third, again].map((one) => (one?.sequence ?? 0) - first.sequence)).toEqual([1, 2, 3])
    expect(again?.files).toEqual(third.files)
  })

  it('says which edition viewers were shown last, also while nobody but owners has a link', async () => {
    const [first, second] = ['one', 'another'].map((id) => ({ day: '2026-09-30', id }))
    const publish = async (shown: typeof first, sealing = keys.sealing) => {
      const before = () => Promise.resolve(shown ?? null)
      const { viewers } = await writeBundle(folder, parts('one'), { ...sealed, sealing, before })
      return viewers
    }
    expect(await publish(undefined)).toBeUndefined()
    expect(await publish(first)).toEqual(first)
    expect(await publish(undefined, ownersOnly(keys.sealing))).toEqual(first)
    expect((await resignBundle(folder, { sealing: keys.sealing, syncedAt }))?.viewers).toEqual(first)
    expect(await shownToViewers(folder, keys.sealing.signingKey)).toEqual(first)
    expect(await publish(second)).toEqual(second)
    expect(await shownToViewers(folder, (await testSealing()).sealing.signingKey)).toBeNull()
  })

  it('is not signed anew where another has signed it, or nobody', async () => {
    const stranger = await testSealing()
    const anew = { sealing: keys.sealing, syncedAt }
    expect(await resignBundle(folder, anew)).toBeNull()
    await writeBundle(folder, parts('one'), { ...sealed, sealing: stranger.sealing })
    const before = await readFile(join(folder, 'manifest.json'))
    expect(await resignBundle(folder, anew)).toBeNull()
    expect(await readFile(join(folder, 'manifest.json'))).toEqual(before)
  })

  it('is sealed anew, whole and at once, when somebody was removed', async () => {
    const before = await writeBundle(folder, parts('one'), sealed)
    const { owner } = keys.sealing.recipients
    const other = await testSealing()
    const recipients = { viewer: other.sealing.recipients.viewer, owner }
    const rest: BundleHead = { ...sealed, sealing: { ...keys.sealing, recipients } }
    const after = await writeBundle(folder, parts('one'), rest)
    const kept = after.files.filter(({ path }) => before.files.some((file) => file.path === path))
    // Whoever was removed could open none of the owners'.
    expect(new Set(kept.map(({ audience }) => audience))).toEqual(new Set(['owner']))
    expect(kept).toHaveLength(after.files.length / 2)
    await expect(openFolder(folder, keys.viewer)).rejects.toMatchObject({ reason: 'closed' })
    expect((await openFolder(folder, keys.owner)).audience).toBe('owner')
    // Not even the generation before, which would still open for them.
    expect(await readdir(folder)).not.toContain('manifest.previous.json')
    const files = (await readdir(join(folder, 'data'))).map((name) => `data/${name}`)
    expect(files.sort()).toEqual(after.files.map(({ path }) => path).sort())
  })

  it('keeps no generation that an owner could open who is a viewer now', async () => {
    const { viewer, owner } = keys.sealing.recipients
    const both = { viewer: [], owner: [...viewer, ...owner].sort() }
    await writeBundle(folder, parts('one'), { ...sealed, sealing: { ...keys.sealing, recipients: both } })
    await writeBundle(folder, parts('two'), {
      ...sealed,
      sealing: { ...keys.sealing, recipients: { viewer, owner } },
    })
    expect(await readdir(folder)).not.toContain('manifest.previous.json')
  })

  it('is not written, nor signed anew, once it has changed who can open it', async () => {
    const before = await writeBundle(folder, parts('one'), sealed)
    const recheck = () => Promise.reject(new SyncError('Somebody was removed.', 'Run again.'))
    const sealing = { ...keys.sealing, recheck }
    await expect(writeBundle(folder, parts('two'), { ...sealed, sealing })).rejects.toThrow(
      'Somebody was removed',
    )
    await expect(resignBundle(folder, { sealing, syncedAt })).rejects.toThrow('Somebody was removed')
    expect(await readManifest(folder)).toEqual(before)
  })

  it('is not signed anew beside a file that is not sealed', async () => {
    await writeBundle(folder, parts('one'), sealed)
    await writeFile(join(folder, 'patients.csv'), 'plain')
    await expect(resignBundle(folder, { sealing: keys.sealing, syncedAt })).rejects.toThrow('patients.csv')
  })

  it.each(audiences)('has no file for an audience of nobody: %s', async (audience) => {
    const recipients = { ...keys.sealing.recipients, [audience]: [] }
    const sealing = { ...keys.sealing, recipients }
    const { files } = await writeBundle(folder, parts('one'), { ...sealed, sealing })
    const rest = audience === 'owner' ? 'viewer' : 'owner'
    expect(new Set(files.map((file) => file.audience))).toEqual(new Set([rest]))
    expect((await openFolder(folder, keys[rest])).audience).toBe(rest)
    await expect(openFolder(folder, keys[audience])).rejects.toMatchObject({ reason: 'closed' })
  })

  it.each(audiences)('opens with no key of the other audience: %s', async (audience) => {
    await writeBundle(folder, parts('one'), sealed)
    const { files } = (await readManifest(folder)) ?? { files: [] }
    for (const file of files) {
      const opened = unsealWith(keys[audience].identity)(await readFile(join(folder, file.path)))
      if (file.audience === audience) await opened
      else await expect(opened).rejects.toMatchObject({ reason: 'closed' })
    }
  })

  it('publishes the keys of links in two parts, and takes them away with their people', async () => {
    const key = Buffer.from('age-encryption.org/v1\n-> scrypt c2FsdA 18\nbody')
    const id = '0123456789abcdef'
    const sealing = { ...keys.sealing, keys: new Map([[id, key]]) }
    await writeBundle(folder, parts('one'), { ...sealed, sealing })
    expect(await readFile(join(folder, `keys/${id}.age`))).toEqual(key)
    await writeBundle(folder, parts('one'), sealed)
    expect(await readdir(folder)).not.toContain('keys')
    const plain = { ...sealing, keys: new Map([[id, Buffer.from('AGE-SECRET-KEY')]]) }
    await expect(writeBundle(folder, parts('one'), { ...sealed, sealing: plain })).rejects.toThrow(
      'not sealed with words',
    )
    expect(await readdir(folder)).not.toContain('keys')
  })
})
