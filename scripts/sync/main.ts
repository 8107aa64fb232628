import { join, relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import ora from 'ora'
import { Temporal } from 'temporal-polyfill'
import { demoAsOf, demoNow } from '../demo/demoClock.ts'
import { SyncError } from '../errors/SyncError.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { readConfig } from '../private/config/readConfig.ts'
import { defaultSettings } from '../private/settings.ts'
import { folderSource } from '../private/sources/folderSource.ts'
import { demoSource } from './demoSource.ts'
import { guardOutput } from './guardOutput.ts'
import { reportProblems } from './reportProblems.ts'
import { summarise, totalsOf } from './summarise.ts'
import { sync } from './sync.ts'
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

try {
  await run()
} catch (error) {
  spinner.stop()
  reportProblems(error, { json: options.json === true })
  process.exitCode = 1
}

async function run(): Promise<void> {
  const demo = options.source === 'demo'
  const progress = (text: string) => void (spinner.isSpinning ? (spinner.text = text) : spinner.start(text))
  const config = options.config === undefined ? defaultConfig : await readConfig(options.config)
  const source = demo ? await demoSource(project, progress) : folderSource(folderOf(options))
  const asOf = demo ? demoAsOf : (config.as_of ?? today(config))
  const folder =
    options.out ?? (demo ? join(project, 'public', 'bundle') : join(project, 'data', 'private', 'bundle'))
  const out = options.dryRun ? null : folder
  if (out !== null) await guardOutput(out, { demo, project })
  const result = await sync(
    { source, config, asOf, out },
    { now: () => (demo ? demoNow : new Date().toISOString()), progress },
  )
  const quarantine = join(project, 'data', 'private', `quarantine-${source.kind}.csv`)
  if (out !== null) await writeQuarantine(quarantine, result.intake.rejects)
  spinner.stop()
  const shown = (path: string) => relative(process.cwd(), path) || '.'
  const destination = {
    demo,
    out: out === null ? null : shown(out),
    quarantine: out === null ? null : shown(quarantine),
  }
  if (options.json) {
    const { health } = result.intake
    console.log(
      JSON.stringify(
        {
          ok: true,
          practice: result.practice,
          ...destination,
          bytes: result.bytes,
          totals: totalsOf(health),
          health,
        },
        null,
        1,
      ),
    )
  } else {
    console.log(summarise(result, destination))
  }
}

function folderOf({ folder }: Options): string {
  if (folder !== undefined) return folder
  throw new SyncError('No folder named.', 'Say where the spreadsheets lie: --source folder --folder <dir>')
}

function today(config: SyncConfig): string {
  return Temporal.Now.plainDateISO(config.practice.time_zone ?? defaultSettings.time_zone).toString()
}
