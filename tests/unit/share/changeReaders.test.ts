import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeReaders } from '../../../scripts/share/changeReaders.ts'
import type { Reader } from '../../../scripts/share/reader.ts'
import { readReaders } from '../../../scripts/share/readReaders.ts'
import { readSealing } from '../../../scripts/share/readSealing.ts'
import type { SharingPlace } from '../../../scripts/share/sharingPlace.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { letIn, practiceFolder, today } from './practiceFolder.ts'

/** Two owners and a viewer, whose file is then written in another way. */
async function threePeople(rewrite: (text: string, people: readonly Reader[]) => string) {
  const place = await practiceFolder()
  for (const label of ['Dr. Quill', 'Dr. Reed']) await letIn(place, label)
  await letIn(place, 'Front desk', 'viewer')
  const text = await readFile(place.readers, 'utf8')
  const people = await readReaders(place.readers)
  await writeFile(place.readers, rewrite(text, people))
  expect(await readReaders(place.readers)).toEqual(people)
  const [quill, reed, desk] = people
  if (!quill || !reed || !desk) throw new Error('expected three people')
  return { place, quill, reed, desk }
}

const labelsIn = async ({ readers }: SharingPlace) => (await readReaders(readers)).map(({ label }) => label)
const remove = (place: SharingPlace, { id }: Reader) =>
  changeReaders(place, () => Promise.resolve({ remove: id }))

describe('somebody who is removed is gone', () => {
  it('where their id has an anchor that nobody uses', async () => {
    const { place, reed } = await threePeople((text, [, reed]) =>
      text.replace(`id: ${reed?.id ?? ''}`, `id: &reed ${reed?.id ?? ''}`),
    )
    await remove(place, reed)
    expect(await labelsIn(place)).toEqual(['Dr. Quill', 'Front desk'])
  })

  it('where their id is an alias', async () => {
    // The number stands first as the anchor of somebody's label.
    const { place, reed } = await threePeople((text) => text)
    const text = await readFile(place.readers, 'utf8')
    const shared = text
      .replace('label: Dr. Quill', `label: &x "${reed.id}"`)
      .replace(`id: ${reed.id}`, 'id: *x')
    await writeFile(place.readers, shared)
    expect((await readReaders(place.readers))[1]?.id).toBe(reed.id)
    await remove(place, reed)
    expect(await labelsIn(place)).toEqual([reed.id, 'Front desk'])
  })

  it.each(['"', "'"])('where their id stands in %s', async (quote) => {
    const { place, desk } = await threePeople((text, people) =>
      people.reduce((changed, { id }) => changed.replace(id, quote + id + quote), text),
    )
    await remove(place, desk)
    expect(await labelsIn(place)).toEqual(['Dr. Quill', 'Dr. Reed'])
  })

  it('where the file is written as JSON', async () => {
    const { place, quill } = await threePeople((_, people) => JSON.stringify(people))
    await remove(place, quill)
    expect(await labelsIn(place)).toEqual(['Dr. Reed', 'Front desk'])
  })
})

describe('a file that cannot be changed without changing more', () => {
  it('stays as it is, where another person’s lines need those of the one who is removed', async () => {
    const { place, quill } = await threePeople((text, [quill]) =>
      text
        .replace(`added: ${quill?.added ?? ''}`, `added: &day ${quill?.added ?? ''}`)
        .replace(/added: 2026-11-02\n(?![\s\S]*added: 2026-11-02\n)/, 'added: *day\n'),
    )
    const before = await readFile(place.readers, 'utf8')
    expect(before).toContain('*day')
    const { message, hint } = await caughtSyncError(() => remove(place, quill))
    expect(message).toContain('cannot be changed by this command')
    expect(hint).toContain('Nobody was added or removed')
    expect(await readFile(place.readers, 'utf8')).toBe(before)
  })

  it('takes more people all the same, where that changes nobody', async () => {
    const { place } = await threePeople((text) =>
      text
        .replace('added: 2026-11-02', 'added: &day 2026-11-02')
        .replace(/added: 2026-11-02/g, 'added: *day'),
    )
    await letIn(place, 'Dr. Birch')
    expect(await labelsIn(place)).toEqual(['Dr. Quill', 'Dr. Reed', 'Front desk', 'Dr. Birch'])
  })
})

it('nobody’s words in a file without people are lost', async () => {
  const place = await practiceFolder()
  await writeFile(place.readers, '# Ask Dr. Reed before adding anybody.\n')
  await letIn(place, 'Dr. Quill')
  expect(await readFile(place.readers, 'utf8')).toContain('# Ask Dr. Reed')
  expect(await labelsIn(place)).toEqual(['Dr. Quill'])
})

it('a change that could not be told is none, and leaves no file', async () => {
  const place = await practiceFolder()
  const { reader } = await letIn(place, 'Dr. Quill')
  const before = await readFile(place.readers, 'utf8')
  const listed = await readdir(dirname(place.readers))
  const told = changeReaders(
    place,
    () => Promise.resolve({ remove: reader.id }),
    () => Promise.reject(new Error('nobody listens')),
  )
  await expect(told).rejects.toThrow('nobody listens')
  expect(await readFile(place.readers, 'utf8')).toBe(before)
  expect(await readdir(dirname(place.readers))).toEqual(listed)
})

describe('a two-part link that is damaged in the file', () => {
  const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
  const end = '-----END AGE ENCRYPTED FILE-----'
  const armoured = (text: string) => [begin, Buffer.from(text).toString('base64'), end].join('\n')

  it.each([
    ['no longer armoured', 'a link', 'it is damaged'],
    ['without its end', `${begin}\nYWdl\n`, 'it is damaged'],
    ['with a letter that is none', `${begin}\nYW*l\n${end}\n`, 'it is damaged'],
    ['with nothing in it', `${begin}\n${end}\n`, 'not sealed with six words'],
    [
      'of another kind of file',
      armoured('age-encryption.org/v1\n-> X25519 abc\n'),
      'not sealed with six words',
    ],
    ['in the open', armoured('AGE-SECRET-KEY-PQ-1CANARY'), 'not sealed with six words'],
  ])('%s, is refused with its line and what to do', async (_, sealedLink, why) => {
    const place = await practiceFolder()
    const { reader } = await letIn(place, 'Dr. Quill')
    await writeFile(place.readers, JSON.stringify([{ ...reader, sealed_link: sealedLink }], null, 1))
    const { message, hint } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toMatch(/^The readers file is damaged: readers.yaml line \d+: person 1, sealed_link: /)
    expect(message).toContain(why)
    expect(message).toContain('add them anew with --two-part')
    expect(message + hint).not.toMatch(/CANARY|YWdl/)
  })
})
