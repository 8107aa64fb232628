import { spawn } from 'node:child_process'
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { temporaryFolder } from '../helpers/syncFolder.ts'
import { projectView, type CommandRun } from '../sync/runSync.ts'
import { Planted } from './canary.ts'
import type { Layer } from './layersOf.ts'
import { filesBelow, leaks, saidBy } from './outputs.ts'
import { pinsOf, plantedPlaces, writePlantedFolder, type Places } from './plantedFolder.ts'
import { plantedTabs, type PlantedTab } from './plantedTabs.ts'
import { canarySharing, type CanarySharing } from './sharing.ts'
import { Sweep } from './Sweep.ts'

const project = resolve(import.meta.dirname, '../..')

/** How a command is run otherwise than by itself. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Loads `trouble.ts` first. */
  readonly trouble?: { readonly kind: string; readonly at: number; readonly text?: string }
  /** No file may grow beyond so many kilobytes, as on a disk that is full. */
  readonly fullAfter?: number
}

/** A practice with canaries, in a folder of its own, and all that a test asks of it. */
export interface PlantedPractice {
  readonly root: string
  /** The project's own code with a `data` of its own; the command's working folder. */
  readonly view: string
  /** The spreadsheets. */
  readonly input: string
  /** Of a config that goes well. */
  readonly config: string
  readonly configText: string
  readonly out: string
  readonly tabs: readonly PlantedTab[]
  readonly places: Places
  readonly sharing: CanarySharing
  /** Plants a further text, for one failure. */
  plant(name: string): string
  run(options: readonly string[], more?: RunOptions): Promise<CommandRun>
  /**
   * Every canary that came out of a run, each as a line; the input and the private workspace are not looked at, nor
   * is a bundle that is known to be the old one.
   */
  cameOut(run: CommandRun, bundle?: 'with the bundle' | 'without'): Promise<string[]>
  /** What lies where nothing may: in the folder for temporary files, and beside the project's own folders. */
  strays(): Promise<string[]>
  /** The published files, opened, in which a text is found: whether a sweep sees anything at all. */
  published(text: string): Promise<string[]>
  close(): Promise<void>
}

/** Up to when rows count: the month of all planted rows is over, since a running one is shown as a whole only. */
export const plantedAsOf = '2026-11-10'

/** The lines of a config with which the planted tabs go well; `more` stands above the tabs. */
function configOf(sharing: CanarySharing, places: Places): string {
  return [
    'practice:\n  time_zone: America/Chicago',
    `as_of: ${plantedAsOf}`,
    'limits:\n  rejected_share: 0.6',
    sharing.config.trimEnd(),
    `tabs:\n${pinsOf(places)}`,
  ].join('\n')
}

/** Writes the practice as a folder of spreadsheets; `tabsOf` says what stands in them. */
export async function plantedPractice(
  tabsOf: (planted: Planted) => PlantedTab[] = plantedTabs,
): Promise<PlantedPractice> {
  const root = await temporaryFolder()
  const [values, names] = [new Planted(), new Planted()]
  const places = plantedPlaces(names)
  const tabs = tabsOf(values)
  const [input, temp, config] = [join(root, 'in'), join(root, 'temp'), join(root, 'config.yaml')]
  await writePlantedFolder(input, tabs, { planted: values, places })
  await mkdir(temp)
  const sharing = await canarySharing(root)
  const configText = configOf(sharing, places)
  await writeFile(config, configText)
  const view = await projectView(join(root, 'project'))
  const outside = join(root, 'out')
  const out = join(outside, 'bundle')
  const nameSweep = new Sweep(names.all)
  const opened = () => filesBelow(out, 'bundle')
  let built: Sweep | null = null
  const valueSweep = () => (built ??= new Sweep(values.all))
  return {
    root,
    view,
    input,
    config,
    configText,
    out,
    tabs,
    places,
    sharing,
    plant: (name) => {
      const text = values.text(name)
      built = null
      return text
    },
    run: (options, more = {}) => runCommand(view, options, { temp, ...more }),
    cameOut: async (run, bundle = 'with the bundle') => {
      const beside = await besideWorkspace(outside)
      const isNew = ({ where }: Layer) =>
        bundle !== 'without' || !where.startsWith(join('out', 'bundle', sep))
      const all = [...saidBy(run), ...beside.filter(isNew), ...(await ofView(view))]
      const found = await leaks(valueSweep(), all, sharing.identities)
      if (bundle === 'without') return found
      return [...found, ...(await leaks(nameSweep, await opened(), sharing.identities))]
    },
    strays: async () => {
      const allowed = ['data', 'node_modules', 'public', 'scripts', 'src']
      const inView = (await readdir(view)).filter((name) => !allowed.includes(name))
      return [...(await readdir(temp)), ...inView]
    },
    published: async (text) => {
      const seen = new Planted()
      seen.given('published', text)
      return leaks(new Sweep(seen.all), await opened(), sharing.identities)
    },
    close: () => rm(root, { recursive: true, force: true }),
  }
}

/** The bundle and what lies beside it, but for the private copies of Google's spreadsheets. */
async function besideWorkspace(outside: string): Promise<Layer[]> {
  const all = await filesBelow(outside, 'out')
  return all.filter(({ where }) => !where.startsWith(join('out', 'bundle-sheets')))
}

/** What a run left in the project: links to its code are not followed. */
async function ofView(view: string): Promise<Layer[]> {
  return (await Promise.all(['data', 'public'].map((name) => filesBelow(join(view, name), name)))).flat()
}

/** A copy of the practice's spreadsheets in which something is wrong. */
export async function brokenFolder(
  { root, input, tabs, places }: PlantedPractice,
  name: string,
  change: {
    readonly tabs?: (tabs: readonly PlantedTab[]) => PlantedTab[]
    readonly files?: (folder: string) => Promise<void>
  },
): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder)
  if (change.tabs) await writePlantedFolder(folder, change.tabs(tabs), { planted: new Planted(), places })
  else for (const file of await readdir(input)) await copyFile(join(input, file), join(folder, file))
  await change.files?.(folder)
  return folder
}

/** Runs the sync as a person does, with an empty folder for temporary files. */
function runCommand(
  view: string,
  options: readonly string[],
  { temp, env = {}, trouble, fullAfter }: RunOptions & { readonly temp: string },
): Promise<CommandRun> {
  const node = join(project, 'node_modules/.bin/node')
  const preload = trouble ? ['--import', join(import.meta.dirname, 'trouble.ts')] : []
  const command = [
    node,
    ...preload,
    '--preserve-symlinks-main',
    join(view, 'scripts/sync/main.ts'),
    ...options,
  ]
  const limit = fullAfter === undefined ? '' : `ulimit -f ${String(fullAfter)}; `
  const child = spawn('bash', ['-c', `${limit}exec "$@"`, 'bash', ...command], {
    cwd: view,
    env: {
      ...process.env,
      NO_COLOR: '1',
      NODE_OPTIONS: '',
      TMPDIR: temp,
      TROUBLE: trouble?.kind ?? '',
      TROUBLE_AT: String(trouble?.at ?? 0),
      TROUBLE_TEXT: trouble?.text ?? '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, ...said }))
  })
}
