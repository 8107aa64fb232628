import { createPublicKey, sign, verify } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { normalWords } from '../../../src/access/normalWords.ts'
import { isAccess, parseLink } from '../../../src/access/parseLink.ts'
import { decodeBase32 } from '../../../src/bundle/decodeBase32.ts'
import { changeReaders } from '../../../scripts/share/changeReaders.ts'
import { readReaders } from '../../../scripts/share/readReaders.ts'
import { readSealing } from '../../../scripts/share/readSealing.ts'
import { readSigningKey } from '../../../scripts/share/readSigningKey.ts'
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

describe('the readers file', () => {
  it('is for its owner alone, and keeps what somebody wrote into it', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await writeFile(place.readers, `${await readFile(place.readers, 'utf8')}# ask again in March\n`)
    await letIn(place, 'Front desk', 'viewer')
    expect((await stat(place.readers)).mode & 0o777).toBe(0o600)
    expect(await readFile(place.readers, 'utf8')).toContain('# ask again in March')
    expect((await readReaders(place.readers)).map(({ label }) => label)).toEqual(['Dr. Quill', 'Front desk'])
  })

  it('takes somebody again after everybody was removed', async () => {
    const place = await practiceFolder()
    const { reader } = await letIn(place, 'Dr. Quill')
    await changeReaders(place, () => Promise.resolve({ remove: reader.id }))
    expect(await readReaders(place.readers)).toEqual([])
    await letIn(place, 'Dr. Quill')
    expect(await readReaders(place.readers)).toHaveLength(1)
  })

  it('loses nobody when two are added at once', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    const added = await Promise.allSettled(['One', 'Two', 'Three'].map((label) => letIn(place, label)))
    const links = added.flatMap((one) => (one.status === 'fulfilled' ? [one.value.reader.label] : []))
    const labels = (await readReaders(place.readers)).map(({ label }) => label)
    expect(labels.sort()).toEqual(['Dr. Quill', ...links].sort())
    for (const one of added) {
      if (one.status === 'rejected')
        expect(String(one.reason)).toContain('changing the readers at this moment')
    }
  })

  it.each(['Dr. Quill', 'dr.  QUILL', ' Dr. Quill '])('refuses the label %j a second time', async (label) => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    const { message } = await caughtSyncError(() => letIn(place, label))
    expect(message).toBe('There is somebody with the label "Dr. Quill" already.')
    expect(await readReaders(place.readers)).toHaveLength(1)
  })

  it.each(['', '  ', 'two\nlines', 'x'.repeat(61)])('refuses the label %j', async (label) => {
    const place = await practiceFolder()
    expect((await caughtSyncError(() => letIn(place, label))).message).toBe('The label will not do.')
    await expect(stat(place.readers)).rejects.toThrow('ENOENT')
  })

  it('is refused where others could write themselves in', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await chmod(place.readers, 0o620)
    const { message } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toContain('let themselves in')
  })

  it.each(['public/readers.yaml', 'data/private/bundle/readers.yaml', 'own/readers.yaml'])(
    'is neither written to %s nor read there, where it is served',
    async (path) => {
      const usual = await practiceFolder()
      await mkdir(join(usual.project, 'public'))
      await symlink(join(usual.project, 'public'), join(usual.project, 'own'))
      const place = { ...usual, readers: join(usual.project, path) }
      expect((await caughtSyncError(() => letIn(place, 'Dr. Quill'))).message).toContain('part of the site')
      await expect(stat(place.readers)).rejects.toThrow('ENOENT')
      await letIn(usual, 'Dr. Quill')
      await mkdir(dirname(place.readers), { recursive: true })
      await rename(usual.readers, place.readers)
      const { message, hint } = await caughtSyncError(() => readSealing(place, today))
      expect(message).toContain('The readers file, which names people, would lie in')
      expect(hint).toContain('"sharing: readers:"')
    },
  )

  it('is refused with an older kind of key in it, alone or among others', async () => {
    const place = await practiceFolder()
    const { reader } = await letIn(place, 'Dr. Quill')
    const older = await identityToRecipient(await generateX25519Identity())
    const text = await readFile(place.readers, 'utf8')
    const second = text
      .slice(text.indexOf('- id'))
      .replace(reader.id, '0123456789abcdef')
      .replace('Quill', 'Reed')
    for (const mixed of [
      text.replace(reader.recipient, older),
      text + second.replace(reader.recipient, older),
    ]) {
      await writeFile(place.readers, mixed)
      const { message } = await caughtSyncError(() => readSealing(place, today))
      expect(message).toMatch(/line \d+: person \d, recipient: expected a post-quantum recipient/)
      expect(message).not.toContain(older)
    }
  })

  it('is refused with a secret key in it, which no message repeats', async () => {
    const place = await practiceFolder()
    const { reader, link } = await letIn(place, 'Dr. Quill')
    const { identity } = accessOf(link)
    await writeFile(
      place.readers,
      (await readFile(place.readers, 'utf8')).replace(reader.recipient, identity),
    )
    const { message, hint } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toContain('a secret key stands where the public one belongs')
    expect(message + hint).not.toContain(identity.slice(20))
  })

  it('is refused with a recipient that lost a letter', async () => {
    const place = await practiceFolder()
    const { reader } = await letIn(place, 'Dr. Quill')
    const cut = reader.recipient.slice(0, 500) + reader.recipient.slice(501)
    await writeFile(place.readers, (await readFile(place.readers, 'utf8')).replace(reader.recipient, cut))
    expect((await caughtSyncError(() => readSealing(place, today))).message).toContain(
      'the recipient is damaged',
    )
  })

  it('names every mistake with its line, its person and its field, and nothing that stands there', async () => {
    const place = await practiceFolder()
    const text = [
      '- id: CANARY-ID',
      '  label: Dr. Quill',
      '  audience: canary-boss',
      '  recipient: age1canary',
      '  added: 2026-13-02',
      '  expires: soon-canary',
      '  colour: canary-blue',
      '- id: 0123456789abcdef',
      '  label: [canary]',
    ].join('\n')
    await writeFile(place.readers, text)
    const error = await caughtSyncError(() => readReaders(place.readers))
    const messages = [error, ...error.others].map(({ message }) => message)
    expect(messages).toMatchInlineSnapshot(`
      [
        "The readers file is damaged: readers.yaml line 1: person 1, id: expected sixteen digits from 0 to 9 and a to f.",
        "The readers file is damaged: readers.yaml line 3: person 1, audience: expected one of viewer, owner.",
        "The readers file is damaged: readers.yaml line 4: person 1, recipient: expected a post-quantum recipient, age1pq1…; npm run share -- add makes one.",
        "The readers file is damaged: readers.yaml line 5: person 1, added: expected a date, such as 2026-10-31.",
        "The readers file is damaged: readers.yaml line 6: person 1, expires: expected a date, such as 2027-04-29, or null.",
        "The readers file is damaged: readers.yaml line 7: person 1, colour: unknown key.",
        "The readers file is damaged: readers.yaml line 8: person 2, audience: expected one of viewer, owner.",
        "The readers file is damaged: readers.yaml line 8: person 2, recipient: expected string, received undefined.",
        "The readers file is damaged: readers.yaml line 8: person 2, added: expected a date, such as 2026-10-31.",
        "The readers file is damaged: readers.yaml line 8: person 2, expires: expected a date, such as 2027-04-29, or null.",
        "The readers file is damaged: readers.yaml line 9: person 2, label: expected string, received array.",
      ]
    `)
    expect(messages.join().toLowerCase()).not.toContain('canary')
  })

  it('is refused where it is no list, or no YAML', async () => {
    const place = await practiceFolder()
    for (const text of ['readers: none', '- [', '- *nobody', 'words']) {
      await writeFile(place.readers, text)
      expect((await caughtSyncError(() => readReaders(place.readers))).message).toMatch(
        /^The readers file is damaged/,
      )
    }
  })
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

describe('the signing key', () => {
  it('is made with the first person, for its owner alone, and never replaced', async () => {
    const place = await practiceFolder()
    expect(await readSigningKey(place)).toBeNull()
    await letIn(place, 'Dr. Quill')
    const first = await readFile(place.signingKey, 'utf8')
    expect(first).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect((await stat(place.signingKey)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(place.signingKey))).mode & 0o777).toBe(0o700)
    await letIn(place, 'Dr. Reed')
    expect(await readFile(place.signingKey, 'utf8')).toBe(first)
  })

  it('is not made anew where people hold links that trust the one that is gone', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await rm(place.signingKey)
    for (const work of [() => letIn(place, 'Dr. Reed'), () => readSealing(place, today)]) {
      expect((await caughtSyncError(work)).message).toContain('The signing key is not there')
    }
    await expect(stat(place.signingKey)).rejects.toThrow('ENOENT')
  })

  it('is refused where others could have read it', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await chmod(place.signingKey, 0o640)
    for (const work of [() => letIn(place, 'Dr. Reed'), () => readSealing(place, today)]) {
      expect((await caughtSyncError(work)).hint).toContain('chmod 600')
    }
  })

  it.each(['public', 'dist', 'src', 'data/private/bundle'])(
    'is not made in %s, which is served',
    async (folder) => {
      const usual = await practiceFolder()
      const place = { ...usual, signingKey: join(usual.project, folder, 'key.pem') }
      await mkdir(dirname(place.signingKey), { recursive: true })
      expect((await caughtSyncError(() => letIn(place, 'Dr. Quill'))).message).toContain('part of the site')
      await expect(stat(place.signingKey)).rejects.toThrow('ENOENT')
    },
  )

  it('is refused where a link leads to it in a folder that is served', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await mkdir(join(place.project, 'public'))
    await rename(place.signingKey, join(place.project, 'public/key.pem'))
    await symlink(join(place.project, 'public/key.pem'), place.signingKey)
    const { message, hint } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toContain('The signing key would lie in public/')
    expect(hint).toContain('add them anew')
  })

  it('is refused if it is damaged, or a key of another kind, without a word of it', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    const pem = await readFile(place.signingKey, 'utf8')
    await writeFile(place.signingKey, pem.replace(/[A-Z]{2}/g, 'aa').slice(0, 90))
    const { message, hint } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toContain('holds no private Ed25519 key')
    expect(message + hint).not.toContain(pem.split('\n')[1])
  })
})

it('nobody is added where the config does not say where the site is', async () => {
  const place = { ...(await practiceFolder()), site: null }
  const { message, hint } = await caughtSyncError(() => letIn(place, 'Dr. Quill'))
  expect(message).toContain('"sharing: site:" is missing')
  expect(hint).toContain('https://')
  await expect(stat(place.readers)).rejects.toThrow('ENOENT')
})
