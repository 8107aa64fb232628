import { chmod, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { healthyConfig, type Practice } from './healthyPractice.ts'

/** A fault that a practice may have. */
export interface Planted {
  readonly fault: string
  /** The lines that it flips, and no other. */
  readonly flips: readonly string[]
  readonly plant: (practice: Practice) => unknown
}

const desk = (practice: Practice) => practice.google.spreadsheet('frontdesk')
/** Writes a config in which one text is another. */
export const config = (from: string, to: string) => (practice: Practice) =>
  practice.writeConfig(healthyConfig.replace(from, to))

/** Faults of a config, its spreadsheets, its credentials and its runs, one at a time. */
export const plantedFaults: readonly Planted[] = [
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
      desk(practice).edit('Schedule', 2, 2, 1.2345678901234567e19)
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
