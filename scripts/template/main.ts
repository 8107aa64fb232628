import { resolve } from 'node:path'
import { Command } from 'commander'
import { shownPath } from '../files/shownPath.ts'
import { problemsOf } from '../errors/problemsOf.ts'
import { SyncError } from '../errors/SyncError.ts'
import { connectGoogle } from '../google/connectGoogle.ts'
import type { GoogleApi } from '../google/googleApi.ts'
import { exampleLink, spreadsheetLink } from '../google/spreadsheetLink.ts'
import { guardProcess } from '../log/guardProcess.ts'
import { log } from '../log/log.ts'
import { isTimeZone } from '../private/config/isTimeZone.ts'
import { spreadsheetId } from '../private/config/spreadsheetId.ts'
import { createSpreadsheet } from './createSpreadsheet.ts'
import { fillSpreadsheet } from './fillSpreadsheet.ts'
import { nextSteps } from './nextSteps.ts'
import { writeTemplateFile } from './writeTemplateFile.ts'

interface Options {
  readonly out: string
  readonly force?: true
  readonly google?: true
  readonly title: string
  readonly into?: string
  readonly timeZone?: string
}

/** Milliseconds for one request, and for all of them. */
const [requestTimeout, wholeTime] = [90_000, 300_000]

guardProcess()

const program = new Command('template')
  .description('Writes the workbook that a practice fills in: as XLSX, or as a Google spreadsheet.')
  .option('--out <file>', 'where the XLSX goes', 'practice-vitals-template.xlsx')
  .option('--force', 'replace the file if it is there')
  .option('--google', 'make a new Google spreadsheet instead, with the usual Google credentials')
  .option('--title <title>', 'title of the new Google spreadsheet', 'Practice Vitals')
  .option(
    '--into <link>',
    'make the template of this empty Google spreadsheet, shared with the account as Editor',
  )
  .option('--time-zone <zone>', 'time zone of the practice, such as America/Chicago')
  .parse()

try {
  log.say(await run(program.opts<Options>()))
} catch (error) {
  for (const { message, hint } of problemsOf(error)) log.complain(`✗ ${message}\n  ${hint}\n`)
  process.exitCode = 1
}

/** What was done, and what to do next. */
async function run(options: Options): Promise<string> {
  const timeZone = timeZoneOf(options.timeZone)
  if (options.into !== undefined) return fill(options.into, timeZone)
  if (options.google) return create(options.title, timeZone)
  await writeTemplateFile(options.out, { timeZone, force: options.force === true })
  return nextSteps({ kind: 'file', path: shownPath(resolve(options.out), process.cwd()) })
}

async function create(title: string, timeZone: string | null): Promise<string> {
  const google = await connect()
  const { url } = await createSpreadsheet(google, { title, timeZone })
  return nextSteps({ kind: 'created', url, account: google.account })
}

async function fill(link: string, timeZone: string | null): Promise<string> {
  const id = spreadsheetId(link)
  if (id === null) {
    throw new SyncError(
      'What stands behind --into is not the link of a Google spreadsheet.',
      `Open the spreadsheet in the browser and copy its address: ${exampleLink}`,
    )
  }
  const google = await connect()
  const title = await fillSpreadsheet(google, id, { timeZone })
  return nextSteps({ kind: 'filled', title, url: spreadsheetLink(id), account: google.account })
}

function connect(): Promise<GoogleApi> {
  return connectGoogle({
    access: 'write',
    changeDetection: false,
    requestTimeout,
    deadline: Date.now() + wholeTime,
    project: resolve(import.meta.dirname, '../..'),
  })
}

function timeZoneOf(name: string | undefined): string | null {
  if (name === undefined) return null
  if (isTimeZone(name)) return name
  throw new SyncError(
    `There is no such time zone: "${name}".`,
    'Name it as America/New_York, America/Chicago, America/Denver or America/Los_Angeles are named.',
  )
}
