import { createPublicKey, sign, verify } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { normalWords } from '../../../src/access/normalWords.ts'
import { isAccess, parseLink } from '../../../src/access/parseLink.ts'
import { decodeBase32 } from '../../../src/bundle/decodeBase32.ts'
import { changeReaders } from '../../../scripts/share/changeReaders.ts'
import { readSealing } from '../../../scripts/share/readSealing.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { accessOf, isOpenedBy, letIn, practiceFolder, today } from './practiceFolder.ts'

describe('a person who was added', () => {
  it('opens with their link what is sealed for them', async () => {
    const place = await practiceFolder()
    const owner = accessOf((await letIn(place, 'Dr. Quill')).link)
    const viewer = accessOf((await letIn(place, 'Front desk', 'viewer')).link)
    const { recipients } = await readSealing(place, today)
    expect(await isOpenedBy(recipients.owner, owner)).toBe(true)
    expect(await isOpenedBy(recipients.viewer, viewer)).toBe(true)
    expect([owner.audience, viewer.audience]).toEqual(['owner', 'viewer'])
  })

  it('opens nothing of the other edition', async () => {
    const place = await practiceFolder()
    const owner = accessOf((await letIn(place, 'Dr. Quill')).link)
    const viewer = accessOf((await letIn(place, 'Front desk', 'viewer')).link)
    const { recipients } = await readSealing(place, today)
    expect(await isOpenedBy(recipients.owner, viewer)).toBe(false)
    expect(await isOpenedBy(recipients.viewer, owner)).toBe(false)
  })

  it('of whichever config has one place for the viewers’ record, which tells the practices apart', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    const { editionRecord } = await readSealing(place, today)
    const other = { ...place, config: join(dirname(place.config), 'other.yaml') }
    const { editionRecord: others } = await readSealing(other, today)
    expect(dirname(editionRecord?.path ?? '')).toBe(dirname(place.readers))
    expect(editionRecord?.path).not.toBe(place.readers)
    expect(others?.path).toBe(editionRecord?.path)
    expect(others?.practice).not.toBe(editionRecord?.practice)
  })

  it('opens nothing that is sealed after they were removed', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    const { reader, link } = await letIn(place, 'Dr. Reed')
    await changeReaders(place, () => Promise.resolve({ remove: reader.id }))
    const { recipients } = await readSealing(place, today)
    expect(recipients).toMatchObject({ viewer: [] })
    expect(await isOpenedBy(recipients.owner, accessOf(link))).toBe(false)
  })

  it('opens what is sealed on their last day, and nothing after it', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill', 'owner', { days: null })
    await letIn(place, 'Front desk', 'viewer', { days: null })
    const { reader, link } = await letIn(place, 'Temp', 'viewer', { days: 10 })
    expect([reader.added, reader.expires]).toEqual(['2026-11-02', '2026-11-12'])
    const on = (day: string) => readSealing(place, day).then(({ recipients }) => recipients.viewer)
    expect(await isOpenedBy(await on('2026-11-12'), accessOf(link))).toBe(true)
    expect(await isOpenedBy(await on('2026-11-13'), accessOf(link))).toBe(false)
    expect((await readSealing(place, '2026-11-13')).readers.map(({ label }) => label)).toEqual([
      'Dr. Quill',
      'Front desk',
    ])
  })

  it('holds in their link the key that vouches for what is published, and their last day', async () => {
    const place = await practiceFolder()
    const access = accessOf((await letIn(place, 'Dr. Quill')).link)
    const { signingKey } = await readSealing(place, today)
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      decodeBase32(access.signer) ?? new Uint8Array(),
    ])
    const signer = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const said = Buffer.from('a manifest')
    expect(verify(null, said, signer, sign(null, said, signingKey))).toBe(true)
    expect(access.expires).toBe('2027-05-01')
    expect(accessOf((await letIn(place, 'Safe', 'owner', { days: null })).link).expires).toBeNull()
  })

  it('has a link to the site whose secret no server is sent', async () => {
    const place = await practiceFolder()
    const { link } = await letIn(place, 'Dr. Quill')
    const { origin, pathname, search } = new URL(link)
    expect(`${origin}${pathname}`).toBe(place.site)
    expect(search).toBe('')
  })

  it('leaves no secret in any file', async () => {
    const place = await practiceFolder()
    const { identity } = accessOf((await letIn(place, 'Dr. Quill')).link)
    const written = (await readFile(place.readers, 'utf8')) + (await readFile(place.signingKey, 'utf8'))
    expect(written).not.toContain(identity)
    expect(written).not.toMatch(/AGE-SECRET-KEY/i)
  })

  it('has a key of their own', async () => {
    const place = await practiceFolder()
    const one = accessOf((await letIn(place, 'Dr. Quill')).link)
    const other = accessOf((await letIn(place, 'Dr. Reed')).link)
    expect(one.identity).not.toBe(other.identity)
    expect(one.signer).toBe(other.signer)
  })
})

// Slow: the words are made expensive to guess, so each use of them takes a second or two.
it('a two-part link opens with its six words, and neither opens alone', async () => {
  const place = await practiceFolder()
  await letIn(place, 'Dr. Quill')
  const { link, words, reader } = await letIn(place, 'By mail', 'viewer', { twoPart: true })
  const asked = parseLink(new URL(link).hash.slice(1))
  expect(asked).toEqual({ kind: 'words', id: reader.id })
  expect(link).not.toMatch(/AGE-SECRET-KEY/i)
  const { keys, recipients } = await readSealing(place, today)
  expect([...keys.keys()]).toEqual([reader.id])
  const sealed = keys.get(reader.id) ?? new Uint8Array()
  expect(new TextDecoder().decode(sealed.slice(0, 60))).toMatch(
    /^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/,
  )
  const typed = ` ${words?.toUpperCase().replaceAll(' ', '\n ') ?? ''} `
  expect(normalWords(typed)).toHaveLength(6)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(normalWords(typed).join(' '))
  const access: unknown = JSON.parse(await decrypter.decrypt(sealed, 'text'))
  if (!isAccess(access)) throw new Error('expected an access')
  expect(access.expires).toBe(reader.expires)
  expect(await isOpenedBy(recipients.viewer, access)).toBe(true)
  expect(await readFile(place.readers, 'utf8')).not.toContain(words)
  expect((await readSealing(place, '2027-05-01')).keys.size).toBe(1)
  await letIn(place, 'Safe', 'owner', { days: null })
  expect((await readSealing(place, '2027-05-02')).keys.size).toBe(0)
})

describe('a sync that writes', () => {
  it('is refused where nobody was added', async () => {
    const { message, hint } = await caughtSyncError(async () => readSealing(await practiceFolder(), today))
    expect(message).toBe('Nobody can open what this sync would publish: nobody has been added.')
    expect(hint).toContain('npm run share -- add')
  })

  it('is refused where everybody has expired', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill', 'owner', { days: 1 })
    const { message } = await caughtSyncError(() => readSealing(place, '2026-11-04'))
    expect(message).toBe('Nobody can open what this sync would publish: everybody who was added has expired.')
  })

  it('is refused where nobody is an owner', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Front desk', 'viewer')
    expect((await caughtSyncError(() => readSealing(place, today))).message).toMatch(/^No owner can open/)
  })
})

it('nobody is added where the config does not say where the site is', async () => {
  const place = { ...(await practiceFolder()), site: null }
  const { message, hint } = await caughtSyncError(() => letIn(place, 'Dr. Quill'))
  expect(message).toContain('"sharing: site:" is missing')
  expect(hint).toContain('https://')
  await expect(stat(place.readers)).rejects.toThrow('ENOENT')
})
