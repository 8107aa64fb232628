import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'

const script = fileURLToPath(new URL('../../../scripts/schedule/isSealed.sh', import.meta.url))
const sealed = 'age-encryption.org/v1\n-> mlkem768x25519 …'
let folder = ''

async function answer(path = folder): Promise<string> {
  return (await promisify(execFile)('bash', [script, path])).stdout
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'))
  await mkdir(join(folder, 'cubes'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('isSealed.sh', () => {
  it("says false of today's bundle: nothing of a practice is deployed", async () => {
    const parts = [{ name: 'practice', extension: 'json', bytes: Buffer.from('{}') }] as const
    await writeBundle(join(folder, 'bundle'), parts, { demo: false, syncedAt: '2026-11-04T11:00:00Z' })
    expect(await answer(join(folder, 'bundle'))).toBe('false\n')
  })

  it('says true of a folder in which everything but the manifest is sealed', async () => {
    await writeFile(join(folder, 'manifest.json'), '{}')
    await writeFile(join(folder, 'cubes', 'a.age'), sealed)
    await writeFile(join(folder, 'b.age'), sealed)
    expect(await answer()).toBe('true\n')
  })

  it.each(['cubes/charges.parquet', 'cubes/manifest.json', '.notes', 'two\nlines.age', 'empty.age'])(
    'says false if one file, %j, is plain',
    async (name) => {
      await writeFile(join(folder, 'a.age'), sealed)
      await writeFile(join(folder, name), name === 'empty.age' ? '' : 'PAR1 plain')
      expect(await answer()).toBe('false\n')
    },
  )

  it('says false of a link, of an empty folder and of none', async () => {
    expect(await answer()).toBe('false\n')
    expect(await answer(join(folder, 'none'))).toBe('false\n')
    await writeFile(join(folder, 'a.age'), sealed)
    await symlink('cubes', join(folder, 'link'))
    expect(await answer()).toBe('false\n')
  })
})
