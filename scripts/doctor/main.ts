import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { systemClock } from '../google/clock.ts'
import { examine } from './examine.ts'
import { countLines, formatReport } from './formatReport.ts'
import { guardProcess } from '../log/guardProcess.ts'
import { log } from '../log/log.ts'
import { terminalSpinner } from '../log/terminalSpinner.ts'
import { openContext } from './openContext.ts'
import { printedFields } from './printedFields.ts'

interface Options {
  readonly config?: string
  readonly out?: string
  readonly json?: boolean
}

guardProcess()

const project = resolve(import.meta.dirname, '../..')

const options = new Command('doctor')
  .description(
    'Checks everything that could keep a sync of Google Sheets from going well, and says what to do.',
  )
  .option('--config <file>', 'the config to examine (default: data/private/practice.yaml)')
  .option('--out <dir>', "the bundle's folder, if the sync is given one (default: data/private/bundle)")
  .option('--json', 'print the findings as JSON')
  .addHelpText('after', '\nExit codes: 0 nothing to mend; 1 something is (✗). No cell is changed.')
  .parse()
  .opts<Options>()

const spinner = await terminalSpinner({ isSilent: options.json === true })
const context = openContext({
  project,
  configPath: resolve(options.config ?? join(project, 'data', 'private', 'practice.yaml')),
  bundle: resolve(options.out ?? join(project, 'data', 'private', 'bundle')),
  systemdFolder: '/etc/systemd/system',
  effects: { clock: systemClock, random: Math.random, env: process.env },
})

const report = await examine(context, (text) => {
  spinner.start(text)
})
spinner.stop()
const counts = countLines(report)
if (options.json) log.json({ ok: counts.fail === 0, counts, groups: report }, printedFields)
else log.say(formatReport(report, Math.min(process.stdout.columns, 110) || 100))
process.exitCode = counts.fail === 0 ? 0 : 1
