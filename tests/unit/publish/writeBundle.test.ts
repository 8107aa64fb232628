import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { contentHash } from '../../../scripts/publish/contentHash.ts'
import { gatherPacks } from '../../../scripts/publish/gatherPacks.ts'
import { readManifest } from '../../../scripts/publish/readManifest.ts'
import { writeBundle, type BundleHead } from '../../../scripts/publish/writeBundle.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import { audiences, type Audience } from '../../../src/cubes/audience.ts'
import { openFolder } from '../../helpers/openFolder.ts'
import { testSealing, type TestSealing } from '../../helpers/testSealing.ts'
import { bundleFolder, filesOf, open, parts, syncedAt } from './sampleBundle.ts'

const ownersAlone: readonly Audience[] = ['owner']
let place = ''
let folder = ''
let keys: TestSealing
let sealed: BundleHead

async function nameIn(found: Pick<Manifest, 'files'> | null): Promise<string> {
  const path = found?.files.find(({ name }) => name === 'owner/practice')?.path ?? ''
  await stat(join(folder, path))
  return path
}

beforeAll(async () => {
  keys = await testSealing()
  sealed = { demo: false, syncedAt, sealing: keys.sealing, before: null }
})
beforeEach(async () => ({ place, folder } = await bundleFolder()))
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

describe('packs', () => {
  it('a part without a place in the plan is a fault of ours', () => {
    const part: BundlePart = { name: 'rows/patients', audience: 'viewer', bytes: Buffer.from('') }
    expect(() => gatherPacks([part], 'owner')).toThrow('no pack for the part: rows/patients')
  })
})
