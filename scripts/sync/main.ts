import { join, relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import ora from 'ora'
import { Temporal } from 'temporal-polyfill'
import { SyncError } from '../errors/SyncError.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { readConfig } from '../private/config/readConfig.ts'
import { defaultSettings } from '../private/settings.ts'
import { folderSource } from '../private/sources/folderSource.ts'
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
  .option('--folder <dir>', 'folder of XLSX, CSV and TSV files, for --source folder')
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
    await writeQuarantine(quarantine, error.rejects)
    console.error(`Every rejected row: ${shown(quarantine)}`)
  }
  process.exitCode = 1
}

async function run(): Promise<void> {
  const out = options.dryRun ? null : folder
  const config = options.config === undefined ? defaultConfig : await readConfig(options.config)
  const { now, ...input } = demo ? await demoInput() : folderInput(config)
  const result = await sync({ ...input, config, out, project }, { now, progress })
  if (out !== null) await writeQuarantine(quarantine, result.intake.rejects)
  spinner.stop()
  print(result, {
    demo,
    out: out === null ? null : shown(out),
    quarantine: out === null ? null : shown(quarantine),
  })
}

type Input = Pick<SyncOptions, 'source' | 'asOf'> & { readonly now: () => string }

/** The simulation is loaded only when it is asked for. */
async function demoInput(): Promise<Input> {
  const { demoSource } = await import('./demoSource.ts')
  const { demoAsOf, demoNow } = await import('../demo/demoClock.ts')
  return { source: await demoSource(project, progress), asOf: demoAsOf, now: () => demoNow }
}

function folderInput(config: SyncConfig): Input {
  if (options.folder === undefined) {
    throw new SyncError('No folder named.', 'Say where the spreadsheets lie: --source folder --folder <dir>')
  }
  const timeZone = config.practice.time_zone ?? defaultSettings.time_zone
  const asOf = config.as_of ?? Temporal.Now.plainDateISO(timeZone).toString()
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
