import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { log } from '../../scripts/log/log.ts'
import { everyReport } from './reports/everyReport.ts'
import { reportFile, reportsConfig } from './reports/reportFile.ts'

// A folder with one file of every preset, and the config that goes with it, to look at what a sync says:
// node tests/presets/writeEveryReport.ts FOLDER

const [folder] = process.argv.slice(2)
if (folder === undefined)
  throw new Error('Say into which folder: node tests/presets/writeEveryReport.ts FOLDER')
const exports = join(folder, 'exports')
const config = join(folder, 'practice.yaml')
await mkdir(exports, { recursive: true })
for (const report of everyReport) await writeFile(join(exports, report.file), reportFile(report))
await writeFile(config, reportsConfig(everyReport))
log.say(`${String(everyReport.length)} reports written. To read them:`)
log.say(`  npm run sync -- --source folder --folder ${exports} --config ${config} --dry-run`)
