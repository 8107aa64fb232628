import { mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addPerson, type AddOptions, type Output } from '../../../scripts/share/addPerson.ts'
import { listPeople } from '../../../scripts/share/listPeople.ts'
import type { Sharing } from '../../../scripts/share/openSharing.ts'
import { readReaders } from '../../../scripts/share/readReaders.ts'
import { removePerson } from '../../../scripts/share/removePerson.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { accessOf, isOpenedBy, letIn, practiceFolder, today } from './practiceFolder.ts'

const sync = 'npm run sync -- --source sheets --config practice.yaml'

interface Said {
  readonly output: Output
  /** Lines that hold no secret. */
  readonly printed: string[]
  /** What is shown once. */
  readonly revealed: string[]
}

function listen(kind: { readonly json?: boolean; readonly colours?: boolean } = {}): Said {
  const [printed, revealed]: [string[], string[]] = [[], []]
  const output: Output = {
    print: (text) => void printed.push(text),
    reveal: (text) => {
      revealed.push(text)
      return Promise.resolve()
    },
    json: kind.json ?? false,
    colours: kind.colours ?? false,
  }
  return { output, printed, revealed }
}

async function sharing(): Promise<Sharing> {
  return { place: await practiceFolder(), today, sync }
}

const asked: AddOptions = { label: 'Dr. Quill', audience: 'owner', expires: '180' }
const secret = /AGE-SECRET-KEY-PQ-1\w+/g

describe('share add', () => {
  it('shows the link once, on a line of its own, and says how to hand it on', async () => {
    const { output, printed, revealed } = listen()
    await addPerson(asked, await sharing(), output)
    const [link] = revealed
    expect(revealed).toHaveLength(1)
    expect(link?.match(secret)).toHaveLength(1)
    expect(accessOf(link?.trim() ?? '').expires).toBe('2027-05-01')
    const said = printed.join('\n')
    expect(said).not.toMatch(secret)
    for (const words of [
      'Added: Dr. Quill (owner)',
      'shown now and never again',
      'kept nowhere else',
      'by chat, or let them scan the QR code',
      'Do not send it by e-mail',
      'what the next sync publishes',
      sync,
      'The last day is 2027-05-01.',
    ])
      expect(said).toContain(words)
  })

  it('draws the link where there are colours, and writes it for print where asked', async () => {
    const given = await sharing()
    const { output, printed, revealed } = listen({ colours: true })
    const picture = join(given.place.readers, '..', 'dr-quill.svg')
    await addPerson({ ...asked, qr: picture }, given, output)
    expect(revealed).toHaveLength(2)
    expect(revealed[1]).toContain('▀')
    expect((await stat(picture)).mode & 0o777).toBe(0o600)
    expect(await readFile(picture, 'utf8')).toMatch(/^<svg /)
    expect(printed.join('\n')).toContain('print it, then delete it')
  })

  it('gives programs the same as JSON', async () => {
    const { output, printed, revealed } = listen({ json: true, colours: true })
    await addPerson({ ...asked, audience: 'Viewer', expires: 'never' }, await sharing(), output)
    expect(printed).toEqual([])
    const told = JSON.parse(revealed.join('')) as Record<string, unknown>
    expect(told).toMatchObject({
      ok: true,
      label: 'Dr. Quill',
      audience: 'viewer',
      expires: null,
      words: null,
    })
    expect(Object.keys(told)).toEqual(['ok', 'id', 'label', 'audience', 'added', 'expires', 'link', 'words'])
  })

  it('says so where the link works on this computer only', async () => {
    const given = await sharing()
    const { output, printed } = listen()
    await addPerson(asked, { ...given, place: { ...given.place, site: 'http://127.0.0.1:4321/' } }, output)
    expect(printed.join('\n')).toContain('the link works here only')
  })

  it.each([
    { mistake: { audience: 'ownr' }, says: /no audience "ownr"\. Did you mean "owner"\?/ },
    { mistake: { audience: 'everybody' }, says: /no audience "everybody"\.$/ },
    { mistake: { expires: '0' }, says: /no number of days/ },
    { mistake: { expires: '1.5' }, says: /no number of days/ },
    { mistake: { expires: '99999' }, says: /no number of days/ },
    { mistake: { expires: '-1' }, says: /no number of days/ },
    { mistake: { qr: 'picture.png' }, says: /SVG picture/ },
    { mistake: { label: ' ' }, says: /label will not do/ },
  ])('lets nobody in for $mistake', async ({ mistake, says }) => {
    const given = await sharing()
    const { output, revealed } = listen()
    expect((await caughtSyncError(() => addPerson({ ...asked, ...mistake }, given, output))).message).toMatch(
      says,
    )
    expect(revealed).toEqual([])
    expect(await readReaders(given.place.readers)).toEqual([])
  })

  it('draws no link into the project, where it would be published or committed', async () => {
    const given = await sharing()
    const { output } = listen()
    const { project } = given.place
    await mkdir(join(project, 'public'))
    await symlink(join(project, 'public'), join(dirname(project), 'outside'))
    await symlink(project, join(dirname(project), 'alias'))
    for (const place of [
      'public/q.svg',
      'q.svg',
      'data/q.svg',
      'data/private/bundle/q.svg',
      '../outside/q.svg',
      '../alias/q.svg',
    ]) {
      const qr = join(project, place)
      const { message } = await caughtSyncError(() => addPerson({ ...asked, qr }, given, output))
      expect(message).toMatch(/which holds the link, would lie in|could be published/)
    }
    expect(await readReaders(given.place.readers)).toEqual([])
  })
})

describe('a link that nobody saw', () => {
  const closed = (said: Said): Output => ({
    ...said.output,
    reveal: () =>
      Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' })),
  })

  it.each([{ json: false }, { json: true }])('adds nobody (%j)', async (kind) => {
    const given = await sharing()
    const said = listen(kind)
    const { message } = await caughtSyncError(() => addPerson(asked, given, closed(said)))
    expect(message).toBe('The link could not be shown, because the output was closed: nobody was added.')
    expect(said.printed).toEqual([])
    expect(await readReaders(given.place.readers)).toEqual([])
  })

  it('adds nobody whose six words went unseen', async () => {
    const given = await sharing()
    const said = listen()
    const output: Output = {
      ...said.output,
      reveal: (text) => (text.startsWith('Six words') ? closed(said).reveal(text) : said.output.reveal(text)),
    }
    await caughtSyncError(() => addPerson({ ...asked, twoPart: true }, given, output))
    expect(await readReaders(given.place.readers)).toEqual([])
  })

  it('cannot be: it comes before a word of anybody added, and counts for nothing if they could not be', async () => {
    const given = await sharing()
    const said = listen()
    const output: Output = {
      ...said.output,
      // Something takes the place of the readers file while the link is shown.
      reveal: async (text) => {
        expect(said.printed).toEqual([])
        await said.output.reveal(text)
        await mkdir(join(given.place.readers, 'full'), { recursive: true })
      },
    }
    const { message, hint } = await caughtSyncError(() => addPerson(asked, given, output))
    expect(said.revealed).toHaveLength(1)
    expect(message).toContain('Nobody was added')
    expect(hint).toContain('The link that was shown opens nothing.')
    expect(said.printed).toEqual([])
  })
})

describe('share list', () => {
  it('shows who, for what, since and until when, and in which state; there is no secret to show', async () => {
    const given = await sharing()
    const { link } = await letIn(given.place, 'Dr. Quill')
    await letIn(given.place, 'Temp', 'viewer', { days: 5 })
    const people = listen()
    await listPeople(given, people.output)
    expect(people.revealed).toEqual([])
    expect(people.printed.join('\n')).toMatch(/Dr\. Quill +owner +2026-11-02 +2027-05-01 +whole +opens\n/)
    expect(people.printed.join('\n')).toMatch(
      /Temp +viewer +2026-11-02 +2026-11-07 +whole +opens, ends in 5 days$/,
    )
    const programs = listen({ json: true })
    await listPeople({ ...given, today: '2026-11-08' }, programs.output)
    const { readers } = JSON.parse(programs.printed.join('')) as { readers: Record<string, unknown>[] }
    expect(readers.map(({ label, opens, state }) => [label, opens, state])).toEqual([
      ['Dr. Quill', true, 'opens'],
      ['Temp', false, 'expired'],
    ])
    expect(people.printed.join() + programs.printed.join()).not.toContain(accessOf(link).identity)
  })
})

describe('share remove', () => {
  const yes = () => Promise.resolve(true)

  it.each(['label', 'id'] as const)(
    'takes a person out by their %s, and says what cannot be taken back',
    async (by) => {
      const given = await sharing()
      await letIn(given.place, 'Dr. Quill')
      const { reader, link } = await letIn(given.place, 'Front desk', 'viewer')
      const { output, printed } = listen()
      const wanted = by === 'id' ? reader.id : ' front DESK'
      expect(await removePerson(wanted, given, { output, confirm: yes })).toBe(true)
      const left = await readReaders(given.place.readers)
      expect(left.map(({ label }) => label)).toEqual(['Dr. Quill'])
      expect(
        await isOpenedBy(
          left.map(({ recipient }) => recipient),
          accessOf(link),
        ),
      ).toBe(false)
      const said = printed.join('\n')
      for (const words of ['seals everything anew', 'cannot be taken back', `Run it now: ${sync}`])
        expect(said).toContain(words)
      expect(said).not.toContain('Nobody else is an owner')
    },
  )

  it('removes nobody who is not confirmed, by an answer or by --yes', async () => {
    const given = await sharing()
    await letIn(given.place, 'Dr. Quill')
    const { output } = listen()
    expect(await removePerson('Dr. Quill', given, { output, confirm: () => Promise.resolve(false) })).toBe(
      false,
    )
    const refused = await caughtSyncError(() => removePerson('Dr. Quill', given, { output, confirm: null }))
    expect(refused.hint).toContain('--yes')
    expect(await readReaders(given.place.readers)).toHaveLength(1)
  })

  it('warns of removing the last owner who opens anything', async () => {
    const given = await sharing()
    await letIn(given.place, 'Dr. Quill')
    await letIn(given.place, 'Dr. Reed', 'owner', { days: 1 })
    const { output, printed } = listen()
    await removePerson('Dr. Quill', { ...given, today: '2026-11-20' }, { output, confirm: yes })
    expect(printed.join('\n')).toContain('Nobody else is an owner')
  })

  it('names the nearest label for one that nobody has', async () => {
    const given = await sharing()
    await letIn(given.place, 'Front desk')
    const { output } = listen()
    const confirm = yes
    expect(
      (await caughtSyncError(() => removePerson('Frnt desk', given, { output, confirm }))).hint,
    ).toContain('Did you mean "Front desk"?')
    expect(
      (await caughtSyncError(() => removePerson('Billing', given, { output, confirm }))).hint,
    ).not.toContain('Did you mean')
  })
})
