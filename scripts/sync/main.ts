import { join, relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import ora from 'ora'
import { SyncError } from '../errors/SyncError.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { readConfig } from '../private/config/readConfig.ts'
import { folderSource } from '../private/sources/folderSource.ts'
import type { Reject } from '../private/intake.ts'
import { IntakeRefusal } from '../private/validate/IntakeRefusal.ts'
import { reportProblems } from './reportProblems.ts'
import { summarise, totalsOf, type Destination } from './summarise.ts'
import { sync, type SyncOptions, type SyncResult } from './sync.ts'
import { writeQuarantine } from './writeQuarantine.ts'

interface Options {
  readonly source: 'demo' | 'folder'
  readonly folder?: string
  readonly config?: string
  readonly out?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

const project = resolve(import.meta.dirname, '../..')

const program = new Command('sync')
  .description('Reads spreadsheets, checks every row, and writes the bundle that the site shows.')
  .addOption(
    new Option('--source <kind>', 'where rows come from').choices(['demo', 'folder']).default('demo'),
  )
  .addOption(
    new Option(
      '--folder <dir>',
      'folder of XLSX, XLS, ODS, CSV and TSV files; implies --source folder',
    ).implies({
      source: 'folder',
    }),
  )
  .option(
    '--config <file>',
    'YAML file with tabs, maps and settings (see scripts/private/config/example.yaml)',
  )
  .option('--out <dir>', 'where the bundle goes (demo: public/bundle, otherwise data/private/bundle)')
  .option('--dry-run', 'read and check everything, write nothing')
  .option('--json', 'print the summary as JSON')
  .parse()

const options = program.opts<Options>()
const spinner = ora({ isSilent: !process.stderr.isTTY, stream: process.stderr })
const demo = options.source === 'demo'
const folder =
  options.out ?? (demo ? join(project, 'public', 'bundle') : join(project, 'data', 'private', 'bundle'))
// Beside the bundle, never in it: a demo's bundle lies where the site is served from.
const quarantine = demo
  ? join(project, 'data', 'private', 'demo-quarantine.csv')
  : `${resolve(folder)}-quarantine.csv`

try {
  await run()
} catch (error) {
  spinner.stop()
  reportProblems(error, { json: options.json === true })
  if (error instanceof IntakeRefusal && error.rejects.length > 0 && !options.dryRun) {
    const list = await listRejects(error.rejects)
    if (list !== null) console.error(`Every rejected row: ${list}`)
  }
  process.exitCode = 1
}

async function run(): Promise<void> {
  if (demo && options.folder !== undefined) {
    throw new SyncError(
      'The demo practice is read from no folder.',
      'Leave --folder away, or say --source folder.',
    )
  }
  const out = options.dryRun ? null : folder
  const config = options.config === undefined ? defaultConfig : await readConfig(options.config)
  const { now, ...input } = demo ? await demoInput(config) : folderInput(config)
  const result = await sync({ ...input, config, out, project }, { now, progress })
  const list = out === null ? null : await listRejects(result.intake.rejects)
  spinner.stop()
  print(result, { demo, out: out === null ? null : shown(out), quarantine: list })
}

/** Where the list of rejected rows went; null, and a note, if it could not be written: the run stands. */
async function listRejects(rejects: readonly Reject[]): Promise<string | null> {
  try {
    await writeQuarantine(quarantine, rejects)
    return shown(quarantine)
  } catch {
    console.error(`Note: the list of rejected rows could not be written to ${shown(quarantine)}.`)
    return null
  }
}

type Input = Pick<SyncOptions, 'source' | 'asOf'> & { readonly now: () => string }

/** The simulation is loaded only when it is asked for. */
async function demoInput(config: SyncConfig): Promise<Input> {
  const { demoSource } = await import('./demoSource.ts')
  const { demoAsOf, demoNow } = await import('../demo/demoClock.ts')
  const asOf = config.as_of ?? demoAsOf
  return { source: await demoSource(project, progress), asOf, now: () => demoNow }
}

function folderInput(config: SyncConfig): Input {
  if (options.folder === undefined) {
    throw new SyncError('No folder named.', 'Say where the spreadsheets lie: --source folder --folder <dir>')
  }
  const asOf = config.as_of ?? null
  return { source: folderSource(options.folder), asOf, now: () => new Date().toISOString() }
}

function progress(text: string): void {
  if (spinner.isSpinning) spinner.text = text
  else spinner.start(text)
}

function print(result: SyncResult, destination: Destination): void {
  if (!options.json) {
    console.log(summarise(result, destination))
    return
  }
  const { practice, bytes } = result
  const { health } = result
  console.log(
    JSON.stringify({ ok: true, practice, ...destination, bytes, totals: totalsOf(health), health }, null, 1),
  )
}

function shown(path: string): string {
  return relative(process.cwd(), path) || '.'
}
