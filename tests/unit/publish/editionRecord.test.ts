import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  editionPath,
  readEdition,
  recordPlace,
  writeEdition,
  type Edition,
  type RecordPlace,
} from '../../../scripts/publish/editionRecord.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'

let folder = ''
let path = ''
let place: RecordPlace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-'))
  path = join(folder, 'private', 'readers-edition.pack')
  place = { path, practice: 'this one' }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** An edition with a text in its practice. */
function editionOf(text: string): Edition {
  return {
    day: '2026-09-30',
    state: 'taken',
    ids: ['the first'],
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
  expect(await readEdition(place)).toBeNull()
  await writeEdition(place, editionOf('one'), null)
  expect(plain(await readEdition(place))).toEqual(plain(editionOf('one')))
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

it('tells the practices of one readers file apart, and none by where the computer keeps them', () => {
  const at = (folder: string, config: string) =>
    recordPlace({ readers: `${folder}/readers.yaml`, config: `${folder}/${config}` })
  expect(at('/private', 'practice.yaml').practice).toBe(at('/other/computer', 'practice.yaml').practice)
  const all = ['practice.yaml', 'second.yaml', '../practice.yaml', 'two-rivers/practice.yaml']
  expect(new Set(all.map((config) => at('/private', config).practice)).size).toBe(4)
  expect(at('/private', 'two-rivers.yaml').practice).not.toContain('rivers')
})

it('of another practice is refused, whatever it says, and is not written over', async () => {
  await writeEdition(place, editionOf('Two Rivers'), null)
  const other = { path, practice: 'another one' }
  for (const work of [() => readEdition(other), () => writeEdition(other, editionOf('two'), null)]) {
    const { message, hint } = await caughtSyncError(work)
    expect(message).toContain(`${path}, is another practice's`)
    expect(hint).toContain('a readers file of its own')
    expect(message + hint).not.toMatch(/Two Rivers|this one|another one/)
  }
  expect(plain(await readEdition(place))).toEqual(plain(editionOf('Two Rivers')))
})

it('takes the place of the one that the run has found, and of no other', async () => {
  await writeEdition(place, editionOf('one'), null)
  const error = await caughtSyncError(() => writeEdition(place, editionOf('two'), null))
  expect(error.message).toContain('Another sync has just taken what viewers are shown')
  await writeEdition(place, editionOf('two'), await readEdition(place))
  expect(plain(await readEdition(place))).toEqual(plain(editionOf('two')))
  await expect(writeEdition(place, editionOf('three'), editionOf('one'))).rejects.toThrow('Another sync')
})

it('with any byte changed, or cut off anywhere, is not believed', async () => {
  await writeEdition(place, editionOf('one'), null)
  const whole = await readFile(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.boolean(), async (at, isCut) => {
      await writeFile(
        path,
        isCut ? whole.subarray(0, at) : whole.map((byte, i) => (i === at ? byte ^ 1 : byte)),
      )
      await expect(readEdition(place)).rejects.toThrow('cannot be read')
    }),
    { numRuns: 100 },
  )
})

it('that cannot be written says where and what to do, and not what stands in it', async () => {
  await writeFile(dirname(path), 'a file in the place of the folder')
  const { message, hint } = await caughtSyncError(() => writeEdition(place, editionOf('Two Rivers'), null))
  expect(message).toContain(`${path}, cannot be written, so nothing was published`)
  expect(hint).toContain('run the sync again')
  expect(message + hint).not.toContain('Two Rivers')
})
