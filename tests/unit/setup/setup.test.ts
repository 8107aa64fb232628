import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { setup } from '../../../scripts/setup/setup.ts'
import { SetupCancelled } from '../../../scripts/setup/SetupCancelled.ts'
import { readReaders } from '../../../scripts/share/readReaders.ts'
import { canaries } from '../doctor/healthyPractice.ts'
import { accessOf } from '../share/practiceFolder.ts'
import { scriptedPrompter, type Answer } from './scriptedPrompter.ts'
import { world, link, plain, answersWith, filesBelow } from './world.ts'

describe('setup', () => {
  it('writes a config for the owner alone, which syncs', async () => {
    const { project, effects, syncs } = await world()
    expect(await setup(scriptedPrompter(plain), effects)).toBe(0)
    const path = join(project, 'data', 'private', 'practice.yaml')
    expect(syncs).toEqual([['--source', 'sheets', '--config', path, '--dry-run']])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(project, 'data', 'private'))).mode & 0o777).toBe(0o700)
    const config = await readConfig(path)
    expect(config.practice).toEqual({ name: 'Two Rivers Clinic', time_zone: 'America/Chicago' })
    expect(config.sheets).toMatchObject({
      spreadsheets: [
        { link: 'frontdesk', volatile: false },
        { link: 'office', volatile: false },
      ],
      status_workbook: 'answers',
    })
    expect(config.tabs).toMatchObject([
      { spreadsheet: 'frontdesk', sheet_id: 0, tab: 'Schedule', dataset: 'appointments' },
      { spreadsheet: 'office', sheet_id: 0, tab: 'Expenses', dataset: 'expenses' },
    ])
  })

  it('leaves nothing behind, whichever question it is left at', async () => {
    const { project, effects, syncs } = await world()
    const last = plain.findIndex(([question]) => question === 'Write the config')
    for (let index = 0; index <= last; index++) {
      await expect(setup(scriptedPrompter(plain, index), effects)).rejects.toThrow(SetupCancelled)
      expect(await filesBelow(project)).toEqual([])
    }
    expect(syncs).toEqual([])
  })

  it('leaves nothing behind, whichever question of a long conversation it is left at', async () => {
    const { google, project, effects, syncs } = await world()
    google.disable('drive')
    await writeFile(join(project, 'mine.yaml'), 'mine')
    const long: readonly Answer[] = [
      ['Where is the data', 'sheets'],
      ['Link of the spreadsheet', link('nowhere')],
      ['What now', 'again'],
      ['What now', 'other'],
      ['Link of the spreadsheet', link('frontdesk')],
      ['Go on without Google Drive', false],
      ['Go on without Google Drive', true],
      ['Link of another', ''],
      ['Is that right', 'change'],
      ['Which tab', '0'],
      ['What does "Schedule" hold', 'charges'],
      ['Which column holds service_date', 'none'],
      ['Is that right', 'yes'],
      ['cannot be read', true],
      ['Name of the practice', 'Two Rivers Clinic'],
      ['Time zone', true],
      ['Link of the status workbook', ''],
      ['Address of the site', true],
      ['Where shall the config go', 'practice.yaml'],
      ['git would commit it', false],
      ['Where shall the config go', 'mine.yaml'],
      ['there already', 'replace'],
      ['Write the config', false],
    ]
    for (let index = 0; index <= long.length; index++) {
      const prompter = scriptedPrompter(long, index)
      await expect(setup(prompter, effects)).rejects.toThrow(SetupCancelled)
      expect(prompter.asked).toHaveLength(index)
      expect(await filesBelow(project)).toEqual(['mine.yaml'])
      expect(await readFile(join(project, 'mine.yaml'), 'utf8')).toBe('mine')
    }
    expect(syncs).toEqual([])
  })

  it('lets the first owner in, and shows their link this once', async () => {
    const { project, effects } = await world()
    const prompter = scriptedPrompter(plain)
    await setup(prompter, effects)
    const links = prompter.said.filter((text) => /AGE-SECRET-KEY/i.test(text))
    expect(links).toHaveLength(1)
    const [link = ''] = links
    expect(link).toMatch(/^https:\/\/numbers\.tworivers\.example\/#v1\./)
    const workspace = join(project, 'data', 'private')
    const [owner, ...others] = await readReaders(join(workspace, 'readers.yaml'))
    expect(owner).toMatchObject({ label: 'Dr. Quill', audience: 'owner' })
    expect(others).toEqual([])
    const { identity } = accessOf(link)
    expect(await identityToRecipient(identity)).toBe(owner?.recipient)
    expect((await stat(join(workspace, 'signing-key.pem'))).mode & 0o777).toBe(0o600)
    for (const name of await filesBelow(workspace))
      expect(await readFile(join(workspace, name), 'utf8')).not.toContain(identity)
  })

  it.each([
    { what: 'says no', then: [['first owner', false]] as readonly Answer[], leaveAt: Infinity },
    { what: 'leaves at the offer', then: [], leaveAt: plain.length - 2 },
    {
      what: 'leaves at the name',
      then: [['first owner', true]] as readonly Answer[],
      leaveAt: plain.length - 1,
    },
  ])('keeps the config of whoever $what when the first owner is offered', async ({ then, leaveAt }) => {
    const { project, effects } = await world()
    const prompter = scriptedPrompter([...plain.slice(0, -2), ...then], leaveAt)
    expect(await setup(prompter, effects)).toBe(0)
    expect(await filesBelow(join(project, 'data', 'private'))).toEqual(['practice.yaml'])
    expect(prompter.said.join('\n')).toContain('npm run share -- add')
  })

  it('offers no first owner where somebody was added before', async () => {
    const { effects } = await world()
    await setup(scriptedPrompter(plain), effects)
    const again = scriptedPrompter([
      ...plain.slice(0, -3),
      ['there already', 'replace'],
      ['Write the config', true],
    ])
    expect(await setup(again, effects)).toBe(0)
    expect(again.said.join('\n')).not.toMatch(/AGE-SECRET-KEY/i)
  })

  it('says what is wrong where the first owner cannot be let in, and ends well', async () => {
    const { project, effects } = await world()
    await mkdir(join(project, 'data', 'private'), { recursive: true, mode: 0o700 })
    await writeFile(join(project, 'data', 'private', 'readers.yaml'), 'nobody', { mode: 0o600 })
    const prompter = scriptedPrompter(plain.slice(0, -2))
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.join('\n')).toContain('The readers file is damaged: readers.yaml line 1')
  })

  it.each(['http://numbers.example/', 'numbers.example', 'https://numbers.example/?x'])(
    'refuses the site address %s',
    async (address) => {
      const { effects } = await world()
      const answers = answersWith({ 'Address of the site': [['Address of the site', address]] })
      await expect(setup(scriptedPrompter(answers), effects)).rejects.toThrow(/begins with https/)
    },
  )

  it('leaves nothing behind when the summary is not confirmed', async () => {
    const { project, effects } = await world()
    const prompter = scriptedPrompter(answersWith({ 'Write the config': [['Write the config', false]] }))
    await expect(setup(prompter, effects)).rejects.toThrow(SetupCancelled)
    expect(await filesBelow(project)).toEqual([])
  })

  it('never shows a cell, nor writes one', async () => {
    const { project, effects } = await world()
    const prompter = scriptedPrompter(plain)
    await setup(prompter, effects)
    const written = await readFile(join(project, 'data', 'private', 'practice.yaml'), 'utf8')
    for (const canary of canaries) {
      expect(prompter.said.join('\n')).not.toContain(canary)
      expect(written).not.toContain(canary)
    }
  })
})
