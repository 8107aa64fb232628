import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import {
  examined,
  faultsOf,
  healthyConfig,
  healthyPractice,
  letIn,
  linesOf,
  type Practice,
} from './healthyPractice.ts'

import { withViewer } from './recordFaults.ts'

async function linesFor(practice: Practice, check: string): Promise<string[]> {
  const lines = linesOf(await examined(practice)).filter((line) => line.check === check)
  return lines.map(({ verdict, text }) => `${verdict} ${text}`)
}

/** Puts other credentials in place of the federated ones; their path. */
async function useCredentials(practice: Practice, file: object, mode: number): Promise<string> {
  const path = join(dirname(practice.project), 'other-credentials.json')
  await writeFile(path, JSON.stringify(file))
  await chmod(path, mode)
  practice.env.GOOGLE_APPLICATION_CREDENTIALS = path
  return path
}

const keyFile = {
  type: 'service_account',
  client_email: 'a@b.iam.gserviceaccount.com',
  private_key: 'SECRET-KEY',
}
const login = {
  type: 'authorized_user',
  client_id: 'x',
  client_secret: 'SECRET-KEY',
  refresh_token: 'SECRET-KEY',
}

describe('the record of what viewers are shown', () => {
  it('is not missed where nobody but owners has a link, or viewers have been shown nothing', async () => {
    const practice = await healthyPractice()
    expect(await linesFor(practice, 'viewers-record')).toEqual([
      'pass Nobody but owners has a link, so no record for viewers is kept',
    ])
    await letIn(practice, { label: 'Front desk', audience: 'viewer' })
    const [line] = await linesFor(practice, 'viewers-record')
    expect(line).toMatch(/^note Viewers have been shown nothing yet: the next sync takes/)
  })

  it.each([
    [{}, /^pass Viewers are shown the numbers up to (20..-..-..) \(\d+ days ago\); from 20..-..-07 on/],
    [{ state: 'withdrawn' }, /^note Viewers are shown nothing for now; from 20..-..-07 on/],
    [{ state: 'empty' }, /^note Viewers are shown nothing yet, no row counts that early/],
    [{ day: '2020-01-31' }, /^note Viewers are shown nothing newer than 2020-01-31: the next sync takes/],
  ] as const)('says what they are shown, and when the next is due: %o', async (change, said) => {
    const practice = await healthyPractice()
    await withViewer(practice, change)
    const [line] = await linesFor(practice, 'viewers-record')
    expect(line).toMatch(said)
  })
})

/** Gives a token for a login that is none, and no way to Google itself, which would be asked for one otherwise. */
function giveToken({ known }: Practice): void {
  const unread = () => Promise.reject(new SyncError('Not asked.', 'This is a test.'))
  known.token = () => Promise.resolve()
  known.clockSkew = () => Promise.resolve(null)
  Object.assign(known, {
    google: unread,
    googleWriter: unread,
    spreadsheet: unread,
    file: unread,
    look: unread,
  })
}

describe('the credentials', () => {
  it('of a closed key file outside the repository are taken, with a word for better ones', async () => {
    const practice = await healthyPractice()
    await useCredentials(practice, keyFile, 0o600)
    practice.known.token = () => Promise.resolve()
    expect((await linesFor(practice, 'credentials'))[0]).toMatch(/^pass Credentials found: a key file/)
    expect(await linesFor(practice, 'credentials-private')).toEqual([
      'pass The key file can be opened by you alone, and lies outside the repository',
      'note A key file never ends by itself: where you can, use workload identity federation instead.',
    ])
  })

  it('of a key file that others can read are refused', async () => {
    const practice = await healthyPractice()
    await useCredentials(practice, keyFile, 0o644)
    const report = await examined(practice)
    expect(faultsOf(report)).toContain('fail credentials')
    expect(JSON.stringify(report)).not.toContain('SECRET-KEY')
  })

  it('of a key file in the repository are refused', async () => {
    const practice = await healthyPractice()
    const inside = join(practice.project, 'key.json')
    await writeFile(inside, JSON.stringify(keyFile), { mode: 0o600 })
    practice.env.GOOGLE_APPLICATION_CREDENTIALS = inside
    expect(faultsOf(await examined(practice))).toContain('fail credentials')
  })

  it('of a login that others can read are warned of', async () => {
    const practice = await healthyPractice()
    await useCredentials(practice, login, 0o644)
    giveToken(practice)
    const report = await examined(practice)
    expect(faultsOf(report)).toContain('warn credentials-private')
    expect(JSON.stringify(report)).not.toContain('SECRET-KEY')
  })

  it('of a login say no address, and so does the doctor', async () => {
    const practice = await healthyPractice()
    await useCredentials(practice, login, 0o600)
    giveToken(practice)
    expect((await linesFor(practice, 'account'))[0]).toMatch(/^note The credentials do not say their address/)
  })
})

describe('the schedule', () => {
  it('is told as it is found: nothing, the workflow, a timer, an enabled timer', async () => {
    const practice = await healthyPractice()
    const systemd = join(practice.project, 'systemd')
    expect((await linesFor(practice, 'schedule'))[0]).toMatch(/^note Nothing runs the sync/)
    await mkdir(join(practice.project, '.github', 'workflows'), { recursive: true })
    await writeFile(join(practice.project, '.github', 'workflows', 'sync.yml'), '')
    expect((await linesFor(practice, 'schedule'))[0]).toMatch(/^note No timer is installed here. The GitHub/)
    await mkdir(join(systemd, 'timers.target.wants'), { recursive: true })
    await writeFile(join(systemd, 'practice-vitals.timer'), '')
    expect((await linesFor(practice, 'schedule'))[0]).toMatch(/installed, but not enabled/)
    await writeFile(join(systemd, 'timers.target.wants', 'practice-vitals.timer'), '')
    expect((await linesFor(practice, 'schedule'))[0]).toMatch(/^pass The timer .* is enabled/)
  })
})

describe('what is not there yet', () => {
  it('is told and not counted as a fault', async () => {
    const practice = await healthyPractice()
    await rm(practice.bundle, { recursive: true })
    await rm(`${practice.bundle}-heartbeat.json`)
    await practice.writeConfig(healthyConfig.replace(/ {2}status_workbook.*\n/, ''))
    expect(faultsOf(await examined(practice))).toEqual(['warn root-urls'])
    expect((await linesFor(practice, 'heartbeat'))[0]).toMatch(/^note The sync has not run/)
    expect((await linesFor(practice, 'bundle'))[0]).toMatch(/^note No bundle has been published/)
    expect((await linesFor(practice, 'status-named'))[0]).toMatch(/^note No status workbook is set/)
    expect(await linesFor(practice, 'status-editable')).toEqual([])
  })

  it('is a private folder, which the sync makes', async () => {
    const practice = await healthyPractice()
    const configPath = join(dirname(practice.project), 'practice.yaml')
    await writeFile(configPath, healthyConfig, { mode: 0o600 })
    await rm(join(practice.project, 'data'), { recursive: true })
    await letIn({ configPath, project: practice.project })
    await rm(join(practice.project, 'data'), { recursive: true })
    // The signing key was in there, and the sync does not make it.
    const faults = ['fail signing-key', 'warn root-urls']
    expect(faultsOf(await examined({ ...practice, configPath }))).toEqual(faults)
  })

  it('is a git repository, where the project was only copied', async () => {
    const practice = await healthyPractice()
    practice.known.isIgnored = () => Promise.resolve(null)
    expect((await linesFor(practice, 'git-ignored'))[0]).toMatch(/^note There is no git repository/)
  })
})

describe('a time zone', () => {
  it('of its own offset is warned of where the config names none', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig(healthyConfig.replace(/ {2}time_zone.*\n/, ''))
    practice.google.spreadsheet('frontdesk').timeZone = 'GMT-07:00'
    expect(faultsOf(await examined(practice))).toEqual([
      'warn root-urls',
      'warn time-zone frontdesk',
      'warn time-zone office',
    ])
  })

  it('is compared with the first spreadsheet where the config names none', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig(healthyConfig.replace(/ {2}time_zone.*\n/, ''))
    expect(faultsOf(await examined(practice))).toEqual(['warn root-urls'])
    practice.google.spreadsheet('office').timeZone = 'America/Denver'
    expect(faultsOf(await examined(practice))).toEqual(['warn root-urls', 'warn time-zone office'])
  })
})

describe("this computer's clock", () => {
  it('is behind when a spreadsheet was last changed in its future', async () => {
    const practice = await healthyPractice()
    const later = new Date(Date.now() + 40 * 60_000).toISOString()
    practice.google.add({
      id: 'future',
      title: 'Two Rivers later',
      modifiedTime: later,
      tabs: [{ title: 'Notes' }],
    })
    await practice.writeConfig(
      healthyConfig.replace('/d/office/', '/d/future/').replace(/ {2}- { spreadsheet: office.*\n/, ''),
    )
    const [line] = await linesFor(practice, 'clock')
    expect(line).toMatch(/^fail This computer's clock is (39|40) minutes behind Google's/)
  })
})

describe('a volatile spreadsheet', () => {
  it('that is marked so is in order', async () => {
    const practice = await healthyPractice()
    practice.google
      .spreadsheet('office')
      .edit('Expenses', 2, 2, { formula: '=IMPORTRANGE("x", "y")', value: 'Rent' })
    await practice.writeConfig(
      healthyConfig.replace('d/office/edit\n', 'd/office/edit\n      volatile: true\n'),
    )
    expect((await linesFor(practice, 'volatile office'))[0]).toMatch(/^pass It is marked volatile/)
    practice.google.spreadsheet('office').edit('Expenses', 2, 2, 'Rent')
    expect((await linesFor(practice, 'volatile office'))[0]).toMatch(/^note It is marked volatile/)
  })
})
