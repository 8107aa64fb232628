import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  editionPath,
  readEdition,
  writeEdition,
  type Edition,
} from '../../../scripts/publish/editionRecord.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'

let folder = ''
let path = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-'))
  path = join(folder, 'private', 'readers-edition.pack')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** An edition with a text in its practice. */
function editionOf(text: string): Edition {
  return {
    day: '2026-09-30',
    made: 'of these tables',
    answered: 'for these pages',
    audit: 'DISCLOSURE AUDIT\n',
    parts: [
      { name: 'cubes/charges', audience: 'viewer', bytes: Buffer.from([0, 255, 13, 10]) },
      { name: 'practice', audience: 'viewer', bytes: Buffer.from(JSON.stringify({ name: text })) },
    ],
  }
}

/** With its bytes as text, for comparing. */
function plain(edition: Edition | null) {
  const parts = edition?.parts.map(({ bytes, ...part }) => ({
    ...part,
    bytes: Buffer.from(bytes).toString('hex'),
  }))
  return { ...edition, parts }
}

it('gives back what was noted, for its owner alone; before that, nothing', async () => {
  expect(await readEdition(path)).toBeNull()
  await writeEdition(path, editionOf('one'), null)
  expect(plain(await readEdition(path))).toEqual(plain(editionOf('one')))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
})

it('lies beside the readers file under a name of its own, one for each readers file of a folder', () => {
  const paths = ['/private/readers.yaml', '/private/other.yml', '/private/people'].map(editionPath)
  expect(paths).toEqual([
    '/private/readers-edition.pack',
    '/private/other-edition.pack',
    '/private/people-edition.pack',
  ])
})

it('takes the place of the one that the run has found, and of no other', async () => {
  await writeEdition(path, editionOf('one'), null)
  const error = await caughtSyncError(() => writeEdition(path, editionOf('two'), null))
  expect(error.message).toContain('Another sync has just taken what viewers are shown')
  await writeEdition(path, editionOf('two'), await readEdition(path))
  expect(plain(await readEdition(path))).toEqual(plain(editionOf('two')))
  await expect(writeEdition(path, editionOf('three'), editionOf('one'))).rejects.toThrow('Another sync')
})

it('with any byte changed, or cut off anywhere, is not believed', async () => {
  await writeEdition(path, editionOf('one'), null)
  const whole = await readFile(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.boolean(), async (at, isCut) => {
      await writeFile(
        path,
        isCut ? whole.subarray(0, at) : whole.map((byte, i) => (i === at ? byte ^ 1 : byte)),
      )
      await expect(readEdition(path)).rejects.toThrow('cannot be read')
    }),
    { numRuns: 100 },
  )
})

it('that cannot be written says where and what to do, and not what stands in it', async () => {
  await writeFile(dirname(path), 'a file in the place of the folder')
  const { message, hint } = await caughtSyncError(() => writeEdition(path, editionOf('Two Rivers'), null))
  expect(message).toContain(`${path}, cannot be written, so nothing was published`)
  expect(hint).toContain('run the sync again')
  expect(message + hint).not.toContain('Two Rivers')
})
