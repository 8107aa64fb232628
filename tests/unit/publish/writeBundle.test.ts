import { SyncError } from '../../../scripts/errors/SyncError.ts'
import {
  link,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { contentHash } from '../../../scripts/publish/contentHash.ts'
import { gatherPacks } from '../../../scripts/publish/gatherPacks.ts'
import { readManifest } from '../../../scripts/publish/readManifest.ts'
import { resignBundle, writeBundle, type BundleHead } from '../../../scripts/publish/writeBundle.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import { audiences, type Audience } from '../../../src/cubes/audience.ts'
import { unsealWith } from '../../../src/bundle/unseal.ts'
import { openFolder } from '../../helpers/openFolder.ts'
import { openParts } from '../../helpers/openParts.ts'
import { ownersOnly, testSealing, type TestSealing } from '../../helpers/testSealing.ts'

const ownersAlone: readonly Audience[] = ['owner']
const syncedAt = '2026-11-04T11:00:00Z'
const open: BundleHead = { demo: true, syncedAt, sealing: null, before: null }
let place = ''
let folder = ''
let keys: TestSealing
let sealed: BundleHead

/** The practice in both editions, with a text in it, and a table for owners. */
function parts(text: string): BundlePart[] {
  const bytes = Buffer.from(JSON.stringify({ name: text }))
  return [
    { name: 'practice', audience: 'viewer', bytes },
    { name: 'practice', audience: 'owner', bytes },
    { name: 'cubes/payroll', audience: 'owner', bytes: Buffer.from('the wages') },
  ]
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}

async function nameIn(found: Pick<Manifest, 'files'> | null): Promise<string> {
  const path = found?.files.find(({ name }) => name === 'owner/practice')?.path ?? ''
  await stat(join(folder, path))
  return path
}

beforeAll(async () => {
  keys = await testSealing()
  sealed = { demo: false, syncedAt, sealing: keys.sealing, before: null }
})
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'bundle-'))
  folder = join(place, 'bundle')
  await mkdir(folder)
})
afterEach(() => rm(place, { recursive: true, force: true }))

describe.each(['open', 'sealed'])('a bundle that is %s', (kind) => {
  const head = () => (kind === 'open' ? open : sealed)
  const access = () => (kind === 'open' ? null : keys.owner)

  it('names every file by its contents, and the manifest tells sizes and hashes', async () => {
    const manifest = await writeBundle(folder, parts('one'), head())
    expect(manifest.files.map(({ name }) => name)).toEqual(
      (kind === 'open' ? ownersAlone : audiences)
        .flatMap((audience) => gatherPacks(parts('another'), audience))
        .map(({ name }) => name)
        .sort(),
    )
    for (const file of manifest.files) {
      const bytes = await readFile(join(folder, file.path))
      expect({ bytes: bytes.length, sha256: contentHash(bytes) }).toEqual({
        bytes: file.bytes,
        sha256: file.sha256,
      })
      expect(file.path).toBe(`data/${file.sha256.slice(0, 32)}.${kind === 'open' ? 'pack' : 'age'}`)
    }
  })

  it('keeps the files of packs that are the same, whatever the order of the parts', async () => {
    const first = await writeBundle(folder, parts('one'), head())
    const second = await writeBundle(folder, parts('one').toReversed(), head())
    expect(second.files).toEqual(first.files)
    const third = await writeBundle(folder, parts('two'), head())
    const changed = third.files.filter((file, index) => file.path !== second.files[index]?.path)
    expect(changed.some(({ name }) => name.endsWith('/cubes'))).toBe(false)
    expect(changed.map(({ name }) => name)).toContain('owner/practice')
  })

  it('keeps the generation before, and nothing older', async () => {
    const generations = []
    for (const text of ['one', 'two', 'three'])
      generations.push(await writeBundle(folder, parts(text), head()))
    const previous = await readManifest(folder, { name: 'manifest.previous.json' })
    expect(previous?.files).toEqual(generations[1]?.files)
    await nameIn(previous)
    await nameIn(await readManifest(folder))
    await expect(nameIn(generations[0] ?? null)).rejects.toThrow('ENOENT')
  })

  it('does not count an unchanged run as a generation', async () => {
    const first = await writeBundle(folder, parts('one'), head())
    await writeBundle(folder, parts('two'), head())
    await writeBundle(folder, parts('two'), { ...head(), syncedAt: '2026-11-05T11:00:00Z' })
    const previous = await readManifest(folder, { name: 'manifest.previous.json' })
    expect(previous?.files).toEqual(first.files)
    await nameIn(previous)
  })

  it('mends a file that an interrupted run left half written', async () => {
    const manifest = await writeBundle(folder, parts('whole'), head())
    const path = await nameIn(manifest)
    await writeFile(join(folder, path), 'wh')
    await writeBundle(folder, parts('whole'), head())
    const bundle = await openFolder(folder, access(), { page: 'definitions' })
    expect(await bundle.readJson('practice')).toEqual({ name: 'whole' })
  })

  it('leaves no partial file and no lock behind', async () => {
    await mkdir(join(folder, 'data'))
    await writeFile(join(folder, 'practice.0123456789abcdef.json.999999.partial'), 'left over')
    await writeFile(join(folder, `data/${'0'.repeat(32)}.age.999999.partial`), 'left over')
    await writeBundle(folder, parts('one'), head())
    expect((await filesOf(folder)).filter((name) => /partial|lock/.test(name))).toEqual([])
  })

  it('takes away what an older version laid there, open as it was', async () => {
    await mkdir(join(folder, 'cubes'))
    await writeFile(join(folder, 'cubes/charges.0123456789abcdef.parquet'), 'PAR1')
    await writeFile(join(folder, 'practice.0123456789abcdef.json'), '{}')
    await writeFile(join(folder, 'manifest.json'), '{"format":1,"demo":false,"files":[]}')
    await writeFile(join(folder, 'manifest.previous.json'), '{"format":1,"demo":false,"files":[]}')
    const { files } = await writeBundle(folder, parts('one'), head())
    expect(await filesOf(folder)).toEqual(
      [...new Set(['manifest.json', ...files.map(({ path }) => path)])].sort(),
    )
    expect(await readdir(folder)).not.toContain('cubes')
  })

  it('refuses while another process writes, and takes over the lock of a dead one', async () => {
    await writeFile(join(folder, '.lock'), String(process.ppid))
    await expect(writeBundle(folder, parts('one'), head())).rejects.toThrow(
      /Another sync \(process \d+\) is writing/,
    )
    await writeFile(join(folder, '.lock'), '999999999')
    await expect(writeBundle(folder, parts('one'), head())).resolves.toMatchObject({ format: 2 })
  })

  it('says that the disk refuses, and leaves the last good bundle whole', async () => {
    const before = await writeBundle(folder, parts('good'), head())
    await rm(join(folder, 'data'), { recursive: true })
    await writeFile(join(folder, 'data'), kind === 'open' ? 'a file where a folder is needed' : '')
    await expect(writeBundle(folder, parts('new'), head())).rejects.toThrow(
      kind === 'open' ? 'The bundle could not be written' : 'is not sealed',
    )
    expect(await readManifest(folder)).toEqual(before)
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file where the folder was')
    await expect(writeBundle(folder, parts('one'), head())).rejects.toThrow('could not be written')
  })
})

describe('an open bundle', () => {
  it('has the same manifest for the same parts and moment', async () => {
    await writeBundle(folder, parts('one'), open)
    const first = await readFile(join(folder, 'manifest.json'))
    await writeBundle(folder, parts('one').toReversed(), open)
    expect(await readFile(join(folder, 'manifest.json'))).toEqual(first)
  })

  it('removes old generations however the folder is written, and nothing that is not its own', async () => {
    const typed = `${relative(process.cwd(), folder)}/`
    await writeFile(join(folder, 'holiday.jpg.partial'), 'a download of its owner')
    await mkdir(join(folder, 'photos'))
    await writeFile(join(folder, 'photos/practice.0123456789abcdef.json'), 'not ours either')
    for (const text of ['one', 'two', 'three']) await writeBundle(typed, parts(text), open)
    expect((await filesOf(folder)).filter((name) => !/^data|manifest/.test(name))).toEqual([
      'holiday.jpg.partial',
      'photos/practice.0123456789abcdef.json',
    ])
  })
})

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
      expect(text).not.toMatch(/needle|wages|practice"/)
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

describe('a run that fails', () => {
  const key = Buffer.from('age-encryption.org/v1\n-> scrypt c2FsdA 18\nbody')
  /** The name of the second key is longer than a file's may be: the disk refuses after everything else is written. */
  const refused = (): BundleHead => ({
    ...sealed,
    sealing: {
      ...keys.sealing,
      keys: new Map([
        ['0123456789abcdef', key],
        ['x'.repeat(300), key],
      ]),
    },
  })

  it('takes away again what it brought, and leaves the last good bundle whole', async () => {
    await writeBundle(folder, parts('one'), sealed)
    const before = await filesOf(place)
    const note = await readFile(`${folder}-sealed.json`, 'utf8')
    await expect(writeBundle(folder, parts('two'), refused())).rejects.toThrow('could not be written')
    expect(await filesOf(place)).toEqual(before)
    expect(await readFile(`${folder}-sealed.json`, 'utf8')).toBe(note)
    expect(await openParts(folder, keys.owner)).toHaveLength(2)
  })

  it('leaves nothing in a folder that was empty', async () => {
    await expect(writeBundle(folder, parts('one'), refused())).rejects.toThrow('could not be written')
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing that it sealed for one audience, if another cannot be sealed for', async () => {
    const classical = await identityToRecipient(await generateX25519Identity())
    const sealing = {
      ...keys.sealing,
      recipients: { ...keys.sealing.recipients, owner: [classical] },
    }
    await expect(writeBundle(folder, parts('one'), { ...sealed, sealing })).rejects.toThrow('post-quantum')
    expect(await readdir(folder)).toEqual([])
  })

  it('takes away an open pack too', async () => {
    await writeBundle(folder, parts('one'), open)
    const before = await filesOf(folder)
    await mkdir(join(folder, 'manifest.previous.json'))
    await expect(writeBundle(folder, parts('two'), open)).rejects.toThrow('could not be written')
    expect(await filesOf(folder)).toEqual(before)
  })

  it('does not let somebody open again who was removed by it, in the generation before', async () => {
    await writeBundle(folder, parts('one'), sealed)
    const rest: BundleHead = { ...sealed, sealing: ownersOnly(keys.sealing) }
    // The last step fails: a folder stands where the manifest is written before its rename.
    const inTheWay = join(folder, `manifest.json.${String(process.pid)}.partial`)
    await mkdir(inTheWay)
    await expect(writeBundle(folder, parts('two'), rest)).rejects.toThrow('could not be written')
    await rmdir(inTheWay)
    await writeBundle(folder, parts('two'), rest)
    expect(await readdir(folder)).not.toContain('manifest.previous.json')
  })

  it('was never noted as published: what is noted comes once nothing stands in the way', async () => {
    const noted: string[] = []
    const before = () => {
      noted.push('before')
      return Promise.resolve()
    }
    await writeFile(join(folder, 'holiday.jpg'), 'plain')
    await expect(writeBundle(folder, parts('one'), { ...sealed, before })).rejects.toThrow('holiday.jpg')
    expect(noted).toEqual([])
    await rm(join(folder, 'holiday.jpg'))
    const full = () => Promise.reject(new SyncError('It cannot be noted.', 'Mend it.'))
    await expect(writeBundle(folder, parts('one'), { ...sealed, before: full })).rejects.toThrow('cannot be')
    expect(await readdir(folder)).toEqual([])
    await writeBundle(folder, parts('one'), { ...sealed, before })
    expect(noted).toEqual(['before'])
  })
})

describe('packs', () => {
  it('a part without a place in the plan is a fault of ours', () => {
    const part: BundlePart = { name: 'rows/patients', audience: 'viewer', bytes: Buffer.from('') }
    expect(() => gatherPacks([part], 'owner')).toThrow('no pack for the part: rows/patients')
  })
})
