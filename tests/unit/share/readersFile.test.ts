import { chmod, mkdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { changeReaders } from '../../../scripts/share/changeReaders.ts'
import { readReaders } from '../../../scripts/share/readReaders.ts'
import { readSealing } from '../../../scripts/share/readSealing.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { accessOf, letIn, practiceFolder, today } from './practiceFolder.ts'

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
