import { generateKeyPairSync } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatReport } from '../../../scripts/doctor/formatReport.ts'
import {
  canaries,
  examined,
  faultsOf,
  healthyConfig,
  healthyPractice,
  letIn,
  linesOf,
  publish,
  type Practice,
} from './healthyPractice.ts'

/** Tests always talk to a stand-in, and the doctor says so. */
const always = 'warn root-urls'

interface Planted {
  readonly fault: string
  /** The lines that it flips, and no other. */
  readonly flips: readonly string[]
  readonly plant: (practice: Practice) => unknown
}

const desk = (practice: Practice) => practice.google.spreadsheet('frontdesk')
const config = (from: string, to: string) => (practice: Practice) =>
  practice.writeConfig(healthyConfig.replace(from, to))

const planted: readonly Planted[] = [
  {
    fault: 'a spreadsheet that is not shared',
    flips: ['fail shared frontdesk'],
    plant: (practice) => (desk(practice).access = 'none'),
  },
  {
    fault: 'a link of a spreadsheet that was deleted',
    flips: ['fail shared gone'],
    plant: config('/d/office/', '/d/gone/'),
  },
  {
    fault: 'an Excel workbook that lies in Drive',
    flips: ['fail kind frontdesk'],
    plant: (practice) =>
      (desk(practice).mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  },
  {
    fault: 'a spreadsheet in the bin',
    flips: ['fail bin frontdesk'],
    plant: (practice) => (desk(practice).trashed = true),
  },
  {
    fault: 'a source that is shared for editing',
    flips: ['warn viewer frontdesk'],
    plant: (practice) => (desk(practice).access = 'writer'),
  },
  {
    fault: 'the Drive API switched off',
    flips: ['fail drive frontdesk', 'fail drive office', 'fail status-editable'],
    plant: (practice) => {
      practice.google.disable('drive')
    },
  },
  {
    fault: 'a spreadsheet in another time zone',
    flips: ['warn time-zone frontdesk'],
    plant: (practice) => (desk(practice).timeZone = 'America/Denver'),
  },
  {
    fault: 'a pinned tab that was deleted',
    flips: ['fail pins frontdesk', 'warn recognised frontdesk'],
    plant: (practice) => {
      desk(practice).removeTab('Schedule')
    },
  },
  {
    fault: 'a pinned tab that was renamed',
    flips: ['warn pins frontdesk'],
    plant: (practice) => {
      desk(practice).rename('Schedule', 'Bookings')
    },
  },
  {
    fault: 'an entry of the config that fits no tab',
    flips: ['fail pins-fit'],
    plant: config('tab: Expenses,', 'tab: Costs,'),
  },
  {
    fault: 'a header that nobody knows',
    flips: ['fail recognised frontdesk'],
    plant: (practice) => {
      desk(practice).edit('Schedule', 1, 5, 'Canary Quill')
    },
  },
  {
    fault: 'a hidden tab with data',
    flips: ['warn recognised frontdesk'],
    plant: (practice) => {
      desk(practice).hide('Schedule')
    },
  },
  {
    fault: 'a date typed as text',
    flips: ['warn cells frontdesk'],
    plant: (practice) => {
      desk(practice).edit('Schedule', 2, 3, '11/02/2025')
    },
  },
  {
    fault: 'an id whose digits are lost',
    flips: ['warn cells frontdesk'],
    plant: (practice) => {
      desk(practice).edit('Schedule', 2, 2, 12345678901234567000)
    },
  },
  {
    fault: 'a formula that ends in an error',
    flips: ['warn cells frontdesk'],
    plant: (practice) => {
      desk(practice).edit('Schedule', 2, 4, { error: '#REF!', message: 'Canary Quill' })
    },
  },
  {
    fault: 'a formula that fetches from elsewhere',
    flips: ['warn volatile frontdesk'],
    plant: (practice) => {
      desk(practice).edit('Schedule', 2, 4, { formula: '=IMPORTRANGE("x", "y")', value: 'Ada Birch' })
    },
  },
  {
    fault: 'a connected table',
    flips: ['warn other-tabs frontdesk'],
    plant: (practice) => {
      desk(practice).addTab({ title: 'Warehouse', type: 'DATA_SOURCE' })
    },
  },
  {
    fault: 'a copy of a tab',
    flips: ['warn tabs-alike'],
    plant: (practice) => {
      const { rows } = { rows: [0, 1, 2].map((row) => desk(practice).tab('Schedule').grid.row(row)) }
      desk(practice).addTab({ title: 'Schedule copy', rows })
    },
  },
  {
    fault: 'a status workbook that is shared for reading only',
    flips: ['fail status-editable'],
    plant: (practice) => (practice.google.spreadsheet('answers').access = 'reader'),
  },
  {
    fault: 'a status workbook that is shared with nobody',
    flips: ['fail status-readable'],
    plant: (practice) => (practice.google.spreadsheet('answers').access = 'none'),
  },
  {
    fault: 'a status workbook that is one of the sources',
    flips: ['fail config-valid'],
    plant: config('/d/answers/', '/d/office/'),
  },
  {
    fault: 'a spreadsheet that is listed twice',
    flips: ['fail config-valid'],
    plant: config('  status_workbook', '    - link: office\n  status_workbook'),
  },
  {
    fault: 'a mistyped key in the config',
    flips: ['fail config-valid'],
    plant: config('time_zone:', 'timezone:'),
  },
  {
    fault: 'no config',
    flips: ['fail config-found'],
    plant: (practice) => rm(practice.configPath),
  },
  {
    fault: 'credentials that are nowhere',
    flips: ['fail credentials'],
    plant: (practice) => rm(practice.env.GOOGLE_APPLICATION_CREDENTIALS ?? ''),
  },
  {
    fault: 'an account that the identity may not act for',
    flips: ['fail token'],
    plant: (practice) => {
      practice.google.fault({ on: 'impersonation', times: Infinity, do: { kind: 'status', status: 403 } })
    },
  },
  {
    fault: 'an address that is not of this computer',
    flips: ['fail root-urls'],
    plant: (practice) => (practice.env.VITALS_SHEETS_ROOT_URL = 'https://sheets.example.com/'),
  },
  {
    fault: 'a clock that is an hour behind',
    flips: ['fail clock'],
    plant: (practice) => (practice.known.clockSkew = () => Promise.resolve(-3_600_000)),
  },
  {
    fault: 'an old Node.js',
    flips: ['fail node'],
    plant: (practice) => (practice.known.nodeVersion = '20.20.2'),
  },
  {
    fault: 'a full disk',
    flips: ['fail disk-space'],
    plant: (practice) => (practice.known.freeBytes = () => Promise.resolve(1_000_000)),
  },
  {
    fault: 'a disk that is nearly full',
    flips: ['warn disk-space'],
    plant: (practice) => (practice.known.freeBytes = () => Promise.resolve(1e9)),
  },
  {
    fault: 'a workspace that git would commit',
    flips: ['fail git-ignored', 'fail signing-key-place'],
    plant: (practice) => rm(join(practice.project, '.gitignore')),
  },
  {
    fault: 'a workspace that others can open',
    flips: ['fail workspace-modes'],
    plant: (practice) => chmod(join(practice.project, 'data', 'private'), 0o755),
  },
  {
    fault: 'a private file that others could read',
    flips: ['warn workspace-modes'],
    plant: (practice) => writeFile(`${practice.bundle}-quarantine.csv`, '', { mode: 0o644 }),
  },
  {
    fault: 'a run that is two days old',
    flips: ['warn heartbeat'],
    plant: (practice) => {
      const time = new Date(Date.now() - 48 * 3_600_000).toISOString()
      return writeFile(`${practice.bundle}-heartbeat.json`, JSON.stringify({ time, ok: true }))
    },
  },
  {
    fault: 'a run that failed',
    flips: ['warn heartbeat'],
    plant: (practice) => {
      const time = new Date().toISOString()
      return writeFile(`${practice.bundle}-heartbeat.json`, JSON.stringify({ time, ok: false }))
    },
  },
  {
    fault: 'a damaged heartbeat',
    flips: ['fail heartbeat'],
    plant: (practice) => writeFile(`${practice.bundle}-heartbeat.json`, '{'),
  },
  {
    fault: 'a damaged manifest',
    flips: ['fail bundle'],
    plant: (practice) => writeFile(join(practice.bundle, 'manifest.json'), '{"files":'),
  },
  {
    fault: 'a file missing from the bundle',
    flips: ['fail bundle'],
    plant: async ({ bundle }) => {
      const [file = ''] = await readdir(join(bundle, 'data'))
      await rm(join(bundle, 'data', file))
    },
  },
]

const readersOf = ({ configPath }: Practice) => join(dirname(configPath), 'readers.yaml')
const keyOf = ({ project }: Practice) => join(project, 'data', 'private', 'signing-key.pem')

/** Moves the signing key to another place in the project, and lets the config say so. */
async function moveKey(practice: Practice, place: string): Promise<void> {
  await mkdir(dirname(join(practice.project, place)), { recursive: true, mode: 0o700 })
  await rename(keyOf(practice), join(practice.project, place))
  const site = '  site: https://numbers.tworivers.example/\n'
  await practice.writeConfig(healthyConfig.replace(site, `${site}  signing_key: ../../${place}\n`))
}

const inSharing: readonly Planted[] = [
  { fault: 'nobody let in', flips: ['fail readers'], plant: (practice) => rm(readersOf(practice)) },
  {
    fault: 'a damaged readers file',
    flips: ['fail readers'],
    plant: (practice) => writeFile(readersOf(practice), '- label: Canary Quill\n'),
  },
  {
    fault: 'everybody expired',
    flips: ['fail readers'],
    plant: async (practice) => {
      const text = await readFile(readersOf(practice), 'utf8')
      await writeFile(readersOf(practice), text.replace('expires: null', 'expires: 2020-02-29'))
    },
  },
  {
    fault: 'nobody who is an owner',
    flips: ['fail readers-owner'],
    plant: async (practice) => {
      const text = await readFile(readersOf(practice), 'utf8')
      await writeFile(readersOf(practice), text.replace('audience: owner', 'audience: viewer'))
    },
  },
  {
    fault: 'somebody whose link ends soon',
    flips: ['warn readers-end'],
    plant: (practice) => letIn(practice, { label: 'Temp', audience: 'viewer', days: 14 }),
  },
  {
    fault: 'a readers file into which others could write themselves',
    flips: ['fail readers-closed', 'warn workspace-modes'],
    plant: (practice) => chmod(readersOf(practice), 0o620),
  },
  {
    fault: 'a signing key that others can read',
    flips: ['fail signing-key', 'warn workspace-modes'],
    plant: (practice) => chmod(keyOf(practice), 0o640),
  },
  {
    fault: 'a signing key that is gone',
    flips: ['fail signing-key'],
    plant: (practice) => rm(keyOf(practice)),
  },
  {
    fault: 'a signing key in a folder that is served',
    flips: ['fail signing-key'],
    plant: (practice) => moveKey(practice, 'public/key.pem'),
  },
  {
    fault: 'a signing key in the bundle',
    flips: ['fail signing-key-place'],
    plant: (practice) => moveKey(practice, 'data/private/bundle/data/key.pem'),
  },
  {
    fault: 'a signing key that git would take along',
    flips: ['fail signing-key-place'],
    plant: (practice) => moveKey(practice, 'keys/key.pem'),
  },
  {
    fault: 'no address of the site',
    flips: ['warn site'],
    plant: config('sharing:\n  site: https://numbers.tworivers.example/\n', ''),
  },
  {
    fault: 'a bundle that was signed by another key',
    flips: ['fail bundle-signed'],
    plant: (practice) => {
      const { privateKey } = generateKeyPairSync('ed25519')
      return writeFile(keyOf(practice), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    },
  },
  {
    fault: 'a bundle that is too old to be shown',
    flips: ['fail bundle-signed'],
    plant: (practice) => publish(practice, new Date(Date.now() - 15 * 86_400_000).toISOString()),
  },
]

describe('the doctor', () => {
  it('finds nothing to mend in a healthy practice', async () => {
    const practice = await healthyPractice()
    const report = await examined(practice)
    expect(faultsOf(report)).toEqual([always])
    expect(linesOf(report).filter(({ verdict }) => verdict === 'unchecked')).toEqual([])
  })

  it.each([...planted, ...inSharing])(
    'finds $fault and nothing else, has a remedy, and shows no cell',
    async (given) => {
      const { flips, plant } = given
      const practice = await healthyPractice()
      await plant(practice)
      const report = await examined(practice)
      const expected = flips.includes('fail root-urls') ? flips : [always, ...flips]
      expect([...new Set(faultsOf(report))].sort()).toEqual([...expected].sort())
      const faults = linesOf(report).filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
      expect(faults.filter(({ remedy }) => (remedy ?? '').length < 10)).toEqual([])
      const said = formatReport(report, 100) + JSON.stringify(report)
      for (const secret of [...canaries, '11/02/2025']) expect(said).not.toContain(secret)
    },
  )

  it('makes no check of a spreadsheet that cannot be read, and says why', async () => {
    const practice = await healthyPractice()
    practice.google.spreadsheet('frontdesk').access = 'none'
    const lines = linesOf(await examined(practice)).filter(({ verdict }) => verdict === 'unchecked')
    expect(lines.length).toBeGreaterThan(5)
    const others = lines.filter(({ check }) => check !== 'pins-fit')
    expect(others.every(({ check }) => check.endsWith(' frontdesk'))).toBe(true)
    expect(lines[0]?.text).toBe(
      'Not checked: whether it is a Google spreadsheet (mend first: whether it is shared with the account).',
    )
  })

  it('asks Google nothing without a valid config', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig('practice: [')
    await examined(practice)
    expect(practice.google.log).toEqual([])
  })

  it('reads twenty rows of each tab, in one request for each spreadsheet and rendering', async () => {
    const practice = await healthyPractice()
    await examined(practice)
    const reads = practice.google.log.filter(({ path }) => path.includes('values:batchGet'))
    expect(reads).toHaveLength(4)
    expect(decodeURIComponent(reads[0]?.path ?? '')).toContain("ranges='Schedule'!A1:Z20")
  })

  it('names the address that spreadsheets are shared with', async () => {
    const practice = await healthyPractice()
    const [line] = linesOf(await examined(practice)).filter(({ check }) => check === 'account')
    expect(line).toMatchObject({ verdict: 'pass' })
    expect(line?.text).toContain(practice.google.account)
  })

  it('warns of a config outside the project that everybody can read', async () => {
    const practice = await healthyPractice()
    const configPath = join(dirname(practice.project), 'practice.yaml')
    await copyFile(practice.configPath, configPath)
    await copyFile(readersOf(practice), join(dirname(configPath), 'readers.yaml'))
    await chmod(configPath, 0o644)
    expect(faultsOf(await examined({ ...practice, configPath }))).toEqual(['warn config-private', always])
    await chmod(configPath, 0o600)
    expect(faultsOf(await examined({ ...practice, configPath }))).toEqual([always])
  })

  it('tries to write to the status workbook where Drive is not asked', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig(healthyConfig.replace('sheets:\n', 'sheets:\n  change_detection: false\n'))
    expect(faultsOf(await examined(practice))).toEqual([always])
    expect(practice.google.log.filter(({ kind }) => kind === 'drive')).toEqual([])
    expect(practice.google.log.filter(({ kind }) => kind === 'sheets-write')).toHaveLength(1)
    practice.google.spreadsheet('answers').access = 'reader'
    expect(faultsOf(await examined(practice))).toEqual([always, 'fail status-editable'])
  })

  it('leaves Google alone where only a folder is synced', async () => {
    const practice = await healthyPractice()
    await practice.writeConfig('practice:\n  name: Two Rivers Clinic\n')
    const report = await examined(practice)
    expect(report.map(({ title }) => title)).toEqual(['This computer', 'Config', 'Sharing', 'Runs'])
    expect(practice.google.log).toEqual([])
  })
})
