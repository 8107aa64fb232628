import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DoctorContext } from '../../../scripts/doctor/context.ts'
import { examine } from '../../../scripts/doctor/examine.ts'
import { openContext } from '../../../scripts/doctor/openContext.ts'
import type { Line, ReportGroup } from '../../../scripts/doctor/runChecks.ts'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'
import { invite, type InviteRequest } from '../../../scripts/share/invite.ts'
import { openSharing } from '../../../scripts/share/openSharing.ts'
import { readSealing } from '../../../scripts/share/readSealing.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import type { NewSpreadsheet } from '../../google/StandInSpreadsheet.ts'

/** Cell values that no line of the doctor's or setup's may ever show. */
export const canaries = ['CANARY-PATIENT-4711', 'Canary Quill', 'CANARY-ACCOUNT-42', '4711.47'] as const

const day = 45_962

/** Two spreadsheets that are read and one that is written to, of the invented Two Rivers Clinic. */
export const spreadsheets: readonly NewSpreadsheet[] = [
  {
    id: 'frontdesk',
    title: 'Two Rivers front desk',
    timeZone: 'America/Chicago',
    modifiedTime: '2026-10-31T12:00:00.000Z',
    tabs: [
      {
        title: 'Schedule',
        rows: [
          ['Appt ID', 'Patient ID', 'Appointment Date', 'Provider', 'Status', 'Patient Name'],
          ['A1', 'CANARY-PATIENT-4711', day, 'Ada Birch', 'completed', 'Canary Quill'],
          ['A2', 'P2', day + 1, 'Ada Birch', 'no show', 'Canary Quill'],
        ],
      },
      { title: 'Notes', rows: [['Canary Quill called']] },
    ],
  },
  {
    id: 'office',
    title: 'Two Rivers office',
    timeZone: 'America/Chicago',
    modifiedTime: '2026-10-31T12:00:00.000Z',
    tabs: [
      {
        title: 'Expenses',
        rows: [
          ['Invoice Date', 'Category', 'Vendor', 'Amount'],
          [day, 'Rent', 'Canary Quill', 4711.47],
          [day + 31, 'Rent', 'Canary Quill', 4200],
        ],
      },
    ],
  },
  {
    id: 'answers',
    title: 'Two Rivers status',
    timeZone: 'America/Chicago',
    modifiedTime: '2026-10-31T12:00:00.000Z',
    access: 'writer',
    tabs: [{ title: 'Status', rows: [] }],
  },
]

export const healthyConfig = `practice:
  name: Two Rivers Clinic
  time_zone: America/Chicago
sheets:
  spreadsheets:
    - link: https://docs.google.com/spreadsheets/d/frontdesk/edit
    - link: https://docs.google.com/spreadsheets/d/office/edit
  status_workbook: https://docs.google.com/spreadsheets/d/answers/edit
sharing:
  site: https://numbers.tworivers.example/
tabs:
  - { spreadsheet: frontdesk, sheet_id: 0, tab: Schedule, dataset: appointments }
  - { spreadsheet: office, tab: Expenses, dataset: expenses }
`

/** A project folder, a config and a stand-in for Google in which nothing is wrong. */
export interface Practice {
  readonly google: StandIn
  readonly project: string
  readonly configPath: string
  readonly bundle: string
  /** To be changed by a test before it examines. */
  readonly env: NodeJS.ProcessEnv
  /** Takes the place of what the context would find. */
  readonly known: { -readonly [Key in keyof DoctorContext]?: DoctorContext[Key] }
  writeConfig(text: string): Promise<void>
}

/** Starts it; it is taken down when the test is over. */
export async function healthyPractice(): Promise<Practice> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  const google = await startStandIn({ folder: join(folder, 'credentials'), spreadsheets })
  onTestFinished(async () => {
    await google.close()
    await rm(folder, { recursive: true, force: true })
  })
  const project = join(folder, 'project')
  const workspace = join(project, 'data', 'private')
  const bundle = join(workspace, 'bundle')
  const configPath = join(workspace, 'practice.yaml')
  await mkdir(bundle, { recursive: true, mode: 0o700 })
  for (const one of [workspace, bundle]) await chmod(one, 0o700)
  const writePrivate = (path: string, text: string) => writeFile(path, text, { mode: 0o600 })
  await writeFile(join(project, '.gitignore'), 'data/private/\n')
  execFileSync('git', ['init', '-q'], { cwd: project })
  await writePrivate(configPath, healthyConfig)
  await letIn({ configPath, project })
  await publish({ configPath, project, bundle })
  await writeFile(`${bundle}-heartbeat.json`, JSON.stringify({ time: new Date().toISOString(), ok: true }))
  return {
    google,
    project,
    configPath,
    bundle,
    env: { ...google.env, HOME: folder },
    known: { freeBytes: () => Promise.resolve(1e11), nodeVersion: '24.21.0' },
    writeConfig: (text) => writePrivate(configPath, text),
  }
}

/** Lets somebody in, an owner for good unless told otherwise. */
export async function letIn(
  { configPath, project }: Pick<Practice, 'configPath' | 'project'>,
  request: Partial<InviteRequest> = {},
): Promise<void> {
  const { place, today } = await openSharing(configPath, { project, now: new Date().toISOString() })
  await invite(
    { label: 'Dr. Quill', audience: 'owner', days: null, twoPart: false, ...request },
    place,
    today,
  )
}

/** A bundle of hardly anything, sealed and signed as a sync does it at a moment (UTC), now unless told. */
export async function publish(
  { configPath, project, bundle }: Pick<Practice, 'configPath' | 'project' | 'bundle'>,
  syncedAt = new Date().toISOString(),
): Promise<void> {
  const { place, today } = await openSharing(configPath, { project, now: syncedAt })
  const sealing = await readSealing(place, today)
  const parts = [{ name: 'practice', audience: 'viewer', bytes: Buffer.from('{}') }] as const
  await writeBundle(bundle, parts, {
    demo: false,
    syncedAt,
    sealing: { ...sealing, recheck: null },
    before: null,
  })
}

/** The doctor's findings. Waits for nothing: a retry comes at once. */
export async function examined(practice: Practice): Promise<ReportGroup[]> {
  const { project, configPath, bundle, env } = practice
  let slept = 0
  const clock = {
    now: () => Date.now() + slept,
    sleep: (milliseconds: number) => {
      slept += milliseconds
      return Promise.resolve()
    },
  }
  const context = openContext({
    project,
    configPath,
    bundle,
    systemdFolder: join(project, 'systemd'),
    effects: { clock, random: () => 0.5, env },
  })
  return examine({ ...context, ...practice.known })
}

/** Every line that is not in order, and was really checked: its check, its verdict. */
export function faultsOf(report: readonly ReportGroup[]): string[] {
  return linesOf(report)
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
    .map(({ check, verdict }) => `${verdict} ${check}`)
}

export function linesOf(report: readonly ReportGroup[]): Line[] {
  return report.flatMap(({ lines }) => [...lines])
}
