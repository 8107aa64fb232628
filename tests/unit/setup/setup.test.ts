import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityToRecipient } from 'age-encryption'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { readCredentials } from '../../../scripts/google/readCredentials.ts'
import { defaultConfig } from '../../../scripts/private/config/config.ts'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import { kindOf } from '../../../scripts/setup/kindOf.ts'
import { sharingOf } from '../../../scripts/setup/realEffects.ts'
import { setup } from '../../../scripts/setup/setup.ts'
import { SetupCancelled } from '../../../scripts/setup/SetupCancelled.ts'
import type { SetupEffects } from '../../../scripts/setup/setupEffects.ts'
import { writePrivately } from '../../../scripts/setup/writePrivately.ts'
import { readReaders } from '../../../scripts/share/readReaders.ts'
import { connections } from '../../../scripts/sync/connections.ts'
import { runSheets } from '../../../scripts/sync/runSheets.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import { canaries, spreadsheets } from '../doctor/healthyPractice.ts'
import { accessOf } from '../share/practiceFolder.ts'
import { scriptedPrompter, type Answer } from './scriptedPrompter.ts'

interface World {
  readonly google: StandIn
  readonly project: string
  readonly effects: SetupEffects
  /** Arguments of every sync that was started. */
  readonly syncs: readonly (readonly string[])[]
  readonly env: NodeJS.ProcessEnv
}

const clock = { now: () => Date.now(), sleep: () => Promise.resolve() }

/** A project without a config, and a stand-in for Google; taken down when the test is over. */
async function world(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  const google = await startStandIn({
    folder: join(folder, 'credentials'),
    spreadsheets,
    readsPerMinute: Infinity,
    writesPerMinute: Infinity,
  })
  onTestFinished(async () => {
    await google.close()
    await rm(folder, { recursive: true, force: true })
  })
  const project = join(folder, 'project')
  await mkdir(project)
  const env: NodeJS.ProcessEnv = { ...google.env, HOME: folder, METADATA_SERVER_DETECTION: 'none' }
  const google24 = { clock, random: () => 0.5, env }
  const syncs: (readonly string[])[] = []
  const effects: SetupEffects = {
    project,
    folder: project,
    timeZone: 'America/New_York',
    credentials: () => readCredentials({ env, project }),
    google: (access) => {
      const ways = connections(defaultConfig.sheets, project, google24)
      return access === 'read' ? ways.reader() : ways.writer()
    },
    source: folderSource,
    kindOf,
    write: writePrivately,
    sharing: (configPath) => sharingOf(configPath, project),
    sync: async (args) => {
      syncs.push(args)
      if (!args.includes('sheets')) return 0
      try {
        return await dryRun(args)
      } catch (error) {
        if (error instanceof SyncError) return 1
        throw error
      }
    },
  }
  async function dryRun(args: readonly string[]): Promise<number> {
    const config = await readConfig(args[args.indexOf('--config') + 1] ?? '')
    const run = await runSheets(
      {
        config,
        out: join(folder, 'bundle'),
        dryRun: args.includes('--dry-run'),
        // The hash of the code is part of a publication, so it must be the real project.
        project: join(import.meta.dirname, '../../..'),
        full: false,
        acceptFewerRows: false,
      },
      {
        now: () => '2026-11-01T06:17:00.000Z',
        progress: () => undefined,
        note: () => undefined,
        connections: connections(config.sheets, project, google24),
      },
    )
    return run.troubles.length === 0 ? 0 : 3
  }
  return { google, project, effects, syncs, env }
}

const link = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`

const plain: readonly Answer[] = [
  ['Where is the data', 'sheets'],
  ['Link of the spreadsheet', link('frontdesk')],
  ['Link of another', link('office')],
  ['Link of another', ''],
  ['Is that right', 'yes'],
  ['Name of the practice', 'Two Rivers Clinic'],
  ['Time zone', true],
  ['Link of the status workbook', link('answers')],
  ['Address of the site', 'https://numbers.tworivers.example'],
  ['Where shall the config go', true],
  ['Write the config', true],
  ['Add yourself as the first owner', true],
  ['Your name', 'Dr. Quill'],
]

/** The plain answers with some of them replaced by others, found by their question. */
function answersWith(replaced: Readonly<Record<string, readonly Answer[]>>): Answer[] {
  return plain.flatMap((answer) => {
    const key = Object.keys(replaced).find((words) => answer[0].includes(words))
    return key === undefined ? [answer] : (replaced[key] ?? [])
  })
}

async function filesBelow(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort()
}

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

  it('shows the address to share with, and what every tab was recognised as', async () => {
    const { google, effects } = await world()
    const prompter = scriptedPrompter(plain)
    await setup(prompter, effects)
    expect(prompter.said).toContain(google.account)
    const said = prompter.said.join('\n')
    expect(said).toMatch(
      /Schedule +appointments \(sure: name and headers agree; header in row 1, 6 columns known\)/,
    )
    expect(said).toMatch(/Notes +left alone: neither name nor headers say what it holds/)
  })

  it('says what is wrong with a spreadsheet that is not shared, and tries it again', async () => {
    const { google, effects } = await world()
    google.spreadsheet('frontdesk').access = 'none'
    const share = () => {
      google.spreadsheet('frontdesk').access = 'reader'
      return 'again'
    }
    const answers = answersWith({
      'Link of the spreadsheet': [
        ['Link of the spreadsheet', link('nowhere')],
        ['What now', 'other'],
        ['Link of the spreadsheet', link('frontdesk')],
        ['What now', 'again'],
        ['What now', share],
      ],
    })
    const prompter = scriptedPrompter(answers)
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.filter((text) => text.includes('is not shared with'))).toHaveLength(2)
    expect(prompter.said.filter((text) => text.includes('Google does not know'))).toHaveLength(1)
  })

  it('does without Drive where its API is off, if the person agrees', async () => {
    const { google, project, effects } = await world()
    google.disable('drive')
    const prompter = scriptedPrompter([
      ['Where is the data', 'sheets'],
      ['Link of the spreadsheet', link('frontdesk')],
      ['Go on without Google Drive', false],
      ['Go on without Google Drive', true],
      ...plain.slice(3),
    ])
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.filter((text) => text.includes('Drive API is not enabled'))).toHaveLength(2)
    const { sheets } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(sheets).toMatchObject({ change_detection: false, status_workbook: 'answers' })
    expect(google.log.some(({ kind, status }) => kind === 'sheets-write' && status === 200)).toBe(true)
  })

  it('does not take a spreadsheet that lies in the bin', async () => {
    const { google, effects } = await world()
    google.spreadsheet('frontdesk').trashed = true
    const prompter = scriptedPrompter(
      answersWith({
        'Link of the spreadsheet': [
          ['Link of the spreadsheet', link('frontdesk')],
          ['What now', 'again'],
        ],
      }),
      3,
    )
    await expect(setup(prompter, effects)).rejects.toThrow(SetupCancelled)
    expect(prompter.said.filter((text) => text.includes('is in the bin'))).toHaveLength(2)
  })

  it('takes a tab for what the person says, after trying it', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('office').rename('Expenses', 'Sheet1')
    google.spreadsheet('office').edit('Sheet1', 1, 1, 'Due date')
    const prompter = scriptedPrompter(
      answersWith({
        'Is that right': [
          ['Is that right', 'change'],
          ['Which tab', '1'],
          ['What does "Notes" hold', 'ignore'],
          ['Is that right', 'change'],
          ['Which tab', '2'],
          ['What does "Sheet1" hold', 'charges'],
          ['Is that right', 'yes'],
          ['cannot be read', false],
          ['Is that right', 'change'],
          ['Which tab', '2'],
          ['What does "Sheet1" hold', 'ignore'],
          ['Is that right', 'yes'],
        ],
      }),
    )
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.join('\n')).toContain('charges needs service_date')
    const { tabs } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    const secondTab = google.spreadsheet('frontdesk').tab('Notes').sheetId
    expect(tabs).toMatchObject([
      { spreadsheet: 'frontdesk', sheet_id: 0, dataset: 'appointments' },
      { spreadsheet: 'frontdesk', sheet_id: secondTab, tab: 'Notes', ignore: true },
      { spreadsheet: 'office', sheet_id: 0, tab: 'Sheet1', ignore: true },
    ])
  })

  it('goes on with a tab that cannot be read yet, does not pin it, and says that the dry run failed', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('office').edit('Expenses', 1, 4, 'Price')
    const prompter = scriptedPrompter(
      answersWith({
        'Is that right': [
          ['Is that right', 'yes'],
          ['cannot be read', true],
        ],
      }),
    )
    expect(await setup(prompter, effects)).toBe(1)
    expect(prompter.said).toContain('The dry run found something to mend (see above).')
    const { tabs } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(tabs).toMatchObject([{ spreadsheet: 'frontdesk', dataset: 'appointments' }])
  })

  it('marks a spreadsheet whose formulas fetch from elsewhere as volatile', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('office').edit('Expenses', 2, 3, { formula: '=IMPORTRANGE("x", "y")', value: 'Rent' })
    await setup(scriptedPrompter(plain), effects)
    const { sheets } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(sheets.spreadsheets.map((one) => one.volatile)).toEqual([false, true])
  })

  it.each([
    { what: 'is one of the sources', given: 'office', says: /must be a spreadsheet of its own/ },
    { what: 'is no link', given: 'https://example.com/x', says: /no link/ },
  ])('refuses a status workbook that $what', async ({ given, says }) => {
    const { effects } = await world()
    const text = given.startsWith('https') ? given : link(given)
    const prompter = scriptedPrompter(answersWith({ 'status workbook': [['status workbook', text]] }))
    await expect(setup(prompter, effects)).rejects.toThrow(says)
  })

  it('asks again for a status workbook that the account cannot write to', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('answers').access = 'reader'
    const prompter = scriptedPrompter(
      answersWith({
        'status workbook': [
          ['status workbook', link('answers')],
          ['status workbook', ''],
        ],
      }),
    )
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.join('\n')).toContain('can be read, but not written to')
    const { sheets } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(sheets.status_workbook).toBeUndefined()
  })

  it('refuses a spreadsheet that is in the list already', async () => {
    const { effects } = await world()
    const prompter = scriptedPrompter(
      answersWith({ 'Link of another': [['Link of another', link('frontdesk')]] }),
    )
    await expect(setup(prompter, effects)).rejects.toThrow(/in the list already/)
  })

  it('replaces an existing config only if told so', async () => {
    const { project, effects } = await world()
    const path = join(project, 'mine.yaml')
    await writeFile(path, 'mine')
    const place = (then: readonly (readonly [string, string])[]) =>
      scriptedPrompter(
        answersWith({
          'Where shall': [['Where shall', path], ['there already', then[0]?.[1] ?? ''], ...then.slice(1)],
        }),
      )
    await expect(setup(place([['', 'stop']]), effects)).rejects.toThrow(SetupCancelled)
    await setup(
      place([
        ['', 'other'],
        ['Where shall', 'data/private/other.yml'],
      ]),
      effects,
    )
    expect(await readFile(path, 'utf8')).toBe('mine')
    expect(await readConfig(join(project, 'data/private/other.yml'))).toBeDefined()
    await setup(place([['', 'replace']]), effects)
    expect((await readConfig(path)).practice.name).toBe('Two Rivers Clinic')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it.each([
    { place: 'public/practice.yaml', says: /part of the site/ },
    { place: 'practice.txt', says: /YAML/ },
    { place: '', says: /path of a file/ },
  ])('does not write to "$place"', async ({ place, says }) => {
    const { effects } = await world()
    const prompter = scriptedPrompter(answersWith({ 'Where shall': [['Where shall', place]] }))
    await expect(setup(prompter, effects)).rejects.toThrow(says)
  })

  it('explains the three ways to credentials until there are some', async () => {
    const { env, google, effects } = await world()
    delete env.GOOGLE_APPLICATION_CREDENTIALS
    const first = scriptedPrompter([
      ['Where is the data', 'sheets'],
      ['What now', 'again'],
      ['What now', 'stop'],
    ])
    await expect(setup(first, effects)).rejects.toThrow(SetupCancelled)
    const said = first.said.join('\n')
    for (const way of ['Workload identity federation', 'gcloud login', 'key file'])
      expect(said).toContain(way)
    Object.assign(env, google.env)
    expect(await setup(scriptedPrompter(plain), effects)).toBe(0)
  })

  it('writes a config for a folder, with pins only where the person chose', async () => {
    const { project, effects, syncs } = await world()
    const folder = join(project, 'exports')
    await mkdir(folder)
    await writeFile(
      join(folder, 'schedule-2026-10.csv'),
      'Appt ID,Date,Provider,Status\nA1,2026-10-01,Ada Birch,completed\n',
    )
    await writeFile(join(folder, 'scratch.csv'), 'Canary Quill\n1\n')
    const prompter = scriptedPrompter([
      ['Where is the data', 'folder'],
      ['Folder with', 'exports'],
      ['Is that right', 'change'],
      ['Which tab', '1'],
      ['What does "scratch.csv" hold', 'ignore'],
      ['Is that right', 'yes'],
      ['Name of the practice', 'Two Rivers Clinic'],
      ['Time zone', true],
      ['Address of the site', true],
      ['Where shall', true],
      ['Write the config', true],
      ['Add yourself as the first owner', false],
    ])
    expect(await setup(prompter, effects)).toBe(0)
    const path = join(project, 'data', 'private', 'practice.yaml')
    const config = await readConfig(path)
    expect(config.tabs).toEqual([{ file: 'scratch.csv', ignore: true }])
    expect(config.practice.time_zone).toBe('America/New_York')
    expect(syncs).toEqual([['--source', 'folder', '--folder', folder, '--config', path, '--dry-run']])
    expect(prompter.said.join('\n')).not.toContain('Canary Quill')
  })
})
