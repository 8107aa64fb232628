import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { presetIds } from '../../scripts/private/presets/presets.ts'
import { log } from '../../scripts/log/log.ts'
import { everyReport } from './reports/everyReport.ts'
import { reportText } from './reports/reportText.ts'

// A folder with one file of every preset: node tests/presets/writeEveryReport.ts FOLDER

const [folder] = process.argv.slice(2)
if (folder === undefined)
  throw new Error('Say into which folder: node tests/presets/writeEveryReport.ts FOLDER')
await mkdir(folder, { recursive: true })
for (const report of everyReport) await writeFile(join(folder, report.file), reportText(report))
const without = presetIds.filter((id) => everyReport.every(({ preset }) => preset !== id))
log.say(`${String(everyReport.length)} reports written to ${resolve(folder)}.`)
if (without.length > 0) log.say(`Without a report: ${without.join(', ')}.`)
