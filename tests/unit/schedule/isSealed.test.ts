import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'
import type { Manifest } from '../../../src/bundle/bundle.ts'
import { testSealing, type TestSealing } from '../../helpers/testSealing.ts'

const script = fileURLToPath(new URL('../../../scripts/schedule/isSealed.sh', import.meta.url))
const syncedAt = '2026-11-04T11:00:00Z'
const words = 'age-encryption.org/v1\n-> scrypt c2FsdA 18\nbody'
const people = 'age-encryption.org/v1\n-> mlkem768x25519 c2hhcmU\nbody'
const parts = [{ name: 'practice', audience: 'viewer', bytes: Buffer.from('{}') }] as const
let keys: TestSealing
let made = ''
let folder = ''
let manifest: Manifest

async function answer(path = folder): Promise<string> {
  return (await promisify(execFile)('bash', [script, path])).stdout
}

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), content)
}

beforeAll(async () => {
  keys = await testSealing()
  made = join(await mkdtemp(join(tmpdir(), 'sealed-')), 'bundle')
  const sealing = { ...keys.sealing, keys: new Map([['0123456789abcdef', Buffer.from(words)]]) }
  await writeBundle(made, parts, { demo: false, syncedAt, sealing: keys.sealing, before: null })
  const others = [{ ...parts[0], bytes: Buffer.from('[]') }]
  manifest = await writeBundle(made, others, { demo: false, syncedAt, sealing, before: null })
})
afterAll(() => rm(dirname(made), { recursive: true, force: true }))
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sealed-')), 'bundle')
  await cp(made, folder, { recursive: true })
})
afterEach(async () => {
  await rm(dirname(folder), { recursive: true, force: true })
})

describe('isSealed.sh', () => {
  it('says true of a bundle that the sync has sealed, with the generation before it and keys for words', async () => {
    expect((await readFile(join(folder, 'manifest.previous.json'))).length).toBeGreaterThan(0)
    expect(await answer()).toBe('true\n')
  })

  it('says false of the open demo', async () => {
    const open = join(dirname(folder), 'open')
    await writeBundle(open, parts, { demo: true, syncedAt, sealing: null, before: null })
    expect(await answer(open)).toBe('false\n')
  })

  it.each([
    ['no manifest at all', null],
    ['a manifest that nobody has signed', '{"format":2,"demo":false,"files":[]}'],
    ['an empty manifest', ''],
    ['a manifest with more behind it', '\n{"visits":12}'],
    ['a manifest with more before its end', '\0'],
  ])('says false of %s', async (_, text) => {
    const path = join(folder, 'manifest.json')
    if (text === null) await rm(path)
    else if (/^[\n\0]/.test(text)) await writeFile(path, `${await readFile(path, 'utf8')}${text}`)
    else await writeFile(path, text)
    expect(await answer()).toBe('false\n')
  })

  it.each([
    ['data/charges.parquet', 'PAR1 plain'],
    ['data/manifest.json', '{"signed":""}'],
    ['.notes', 'plain'],
    ['two\nlines.age', 'plain'],
    ['data/empty.age', ''],
    ['data/classical.age', 'age-encryption.org/v1\n-> X25519 c2hhcmU\nbody'],
    ['data/words.age', words],
    ['keys/people.age', people],
    ['keys/plain.age', 'AGE-SECRET-KEY-PQ-1'],
    ['data/nul.age', people.replace('age-', 'age\0-')],
  ])('says false if there is %j too', async (name, content) => {
    await put(name, content)
    expect(await answer()).toBe('false\n')
  })

  it('says true with one more file that is sealed as the others are', async () => {
    await put('data/more.age', people)
    expect(await answer()).toBe('true\n')
  })

  it('says false of a link, even to a sealed file, of an empty folder and of none', async () => {
    expect(await answer(join(folder, 'none'))).toBe('false\n')
    await mkdir(join(dirname(folder), 'empty'))
    expect(await answer(join(dirname(folder), 'empty'))).toBe('false\n')
    await symlink(join(folder, manifest.files[0]?.path ?? ''), join(folder, 'link.age'))
    expect(await answer()).toBe('false\n')
  })

  it('says false of a signed manifest without any file', async () => {
    await rm(join(folder, 'data'), { recursive: true })
    await rm(join(folder, 'keys'), { recursive: true })
    expect(await answer()).toBe('false\n')
  })
})
