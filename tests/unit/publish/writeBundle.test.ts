import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '../../../scripts/publish/contentHash.ts'
import { readManifest, writeBundle, type BundlePart } from '../../../scripts/publish/writeBundle.ts'

const head = { demo: true, syncedAt: '2026-11-04T11:00:00Z' }
let folder = ''

function part(name: string, text: string): BundlePart {
  return { name, extension: 'json', bytes: Buffer.from(text) }
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('writeBundle(folder, parts, head)', () => {
  it('names every file by its contents, and the manifest tells sizes and hashes', async () => {
    const manifest = await writeBundle(
      folder,
      [part('practice', '{"a":1}'), part('answers/overview', '{}')],
      head,
    )
    expect(manifest.files.map((file) => file.name)).toEqual(['answers/overview', 'practice'])
    for (const file of manifest.files) {
      const bytes = await readFile(join(folder, file.path))
      expect({ bytes: bytes.length, sha256: contentHash(bytes) }).toEqual({
        bytes: file.bytes,
        sha256: file.sha256,
      })
      expect(file.path).toContain(file.sha256.slice(0, 16))
    }
  })

  it('gives the same bytes for the same parts, in any order', async () => {
    const parts = [part('practice', '{"a":1}'), part('health', '{"b":2}')]
    await writeBundle(folder, parts, head)
    const first = await readFile(join(folder, 'manifest.json'))
    await writeBundle(folder, parts.toReversed(), head)
    expect(await readFile(join(folder, 'manifest.json'))).toEqual(first)
  })

  it('keeps the generation before, and nothing older', async () => {
    for (const text of ['one', 'two', 'three']) await writeBundle(folder, [part('practice', text)], head)
    const current = await readManifest(folder)
    const previous = await readManifest(folder, 'manifest.previous.json')
    const texts = await Promise.all(
      [previous, current].map(async (found) => readFile(join(folder, found?.files[0]?.path ?? ''), 'utf8')),
    )
    expect(texts).toEqual(['two', 'three'])
    expect(await filesOf(folder)).toHaveLength(4)
  })

  it('does not count an unchanged run as a generation', async () => {
    await writeBundle(folder, [part('practice', 'one')], head)
    await writeBundle(folder, [part('practice', 'two')], head)
    await writeBundle(folder, [part('practice', 'two')], { ...head, syncedAt: '2026-11-05T11:00:00Z' })
    const previous = await readManifest(folder, 'manifest.previous.json')
    expect(await readFile(join(folder, previous?.files[0]?.path ?? ''), 'utf8')).toBe('one')
  })

  it('mends a file that an interrupted run left half written', async () => {
    const manifest = await writeBundle(folder, [part('practice', 'whole')], head)
    const path = join(folder, manifest.files[0]?.path ?? '')
    await writeFile(path, 'wh')
    await writeBundle(folder, [part('practice', 'whole')], head)
    expect(await readFile(path, 'utf8')).toBe('whole')
  })

  it('leaves no partial file and no lock behind', async () => {
    await writeFile(join(folder, 'practice.0123456789abcdef.json.999999.partial'), 'left over')
    await writeBundle(folder, [part('practice', 'one')], head)
    expect((await filesOf(folder)).filter((name) => /partial|lock/.test(name))).toEqual([])
  })

  it('removes old generations however the folder is written, and nothing that is not its own', async () => {
    const typed = `${relative(process.cwd(), folder)}/`
    await writeFile(join(folder, 'holiday.jpg.partial'), 'a download of its owner')
    await mkdir(join(folder, 'photos'))
    await writeFile(join(folder, 'photos/practice.0123456789abcdef.json'), 'not ours either')
    for (const text of ['one', 'two', 'three']) await writeBundle(typed, [part('practice', text)], head)
    expect((await filesOf(folder)).filter((name) => !name.includes('manifest'))).toEqual([
      'holiday.jpg.partial',
      'photos/practice.0123456789abcdef.json',
      ...[part('practice', 'two'), part('practice', 'three')]
        .map(({ bytes }) => `practice.${contentHash(bytes).slice(0, 16)}.json`)
        .sort(),
    ])
  })

  it('says that the disk refuses, also where not even the lock can be taken', async () => {
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file where the folder was')
    await expect(writeBundle(folder, [part('practice', 'one')], head)).rejects.toThrow(
      'The bundle could not be written',
    )
  })

  it('refuses while another process writes, and takes over the lock of a dead one', async () => {
    await writeFile(join(folder, '.lock'), String(process.ppid))
    await expect(writeBundle(folder, [part('practice', 'one')], head)).rejects.toThrow(
      /Another sync \(process \d+\) is writing/,
    )
    await writeFile(join(folder, '.lock'), '999999999')
    await expect(writeBundle(folder, [part('practice', 'one')], head)).resolves.toMatchObject({ format: 1 })
  })

  it('leaves the last good bundle whole when a part cannot be written', async () => {
    const before = await writeBundle(folder, [part('practice', 'good')], head)
    await writeFile(join(folder, 'answers'), 'a file where a folder is needed')
    await expect(
      writeBundle(folder, [part('answers/overview', 'new'), part('practice', 'new')], head),
    ).rejects.toThrow('The bundle could not be written')
    expect(await readManifest(folder)).toEqual(before)
    expect(await readFile(join(folder, before.files[0]?.path ?? ''), 'utf8')).toBe('good')
  })
})
