import { join, relative, resolve } from 'node:path'
import { onOneLine } from '../errors/onOneLine.ts'
import { SyncError } from '../errors/SyncError.ts'
import { exampleLink } from '../google/spreadsheetLink.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { configPath } from '../private/config/configPath.ts'
import { readConfig } from '../private/config/readConfig.ts'
import { spreadsheetId } from '../private/config/spreadsheetId.ts'
import { folderSource } from '../private/sources/folderSource.ts'
import { guardProcess } from '../log/guardProcess.ts'
import { log } from '../log/log.ts'
import { terminalSpinner } from '../log/terminalSpinner.ts'
import type { Reject } from '../private/intake.ts'
import { IntakeRefusal } from '../private/validate/IntakeRefusal.ts'
import { readersSummary } from '../share/readersSummary.ts'
import type { SharedSealing } from '../share/readSealing.ts'
import { sharingPlace, type SharingPlace } from '../share/sharingPlace.ts'
import { connections } from './connections.ts'
import { printedFields } from './printedFields.ts'
import { readOptions } from './readOptions.ts'
import { refuseViewers } from './refuseViewers.ts'
import { reportProblems } from './reportProblems.ts'
import type { Sealing } from '../publish/sealing.ts'
import { sealingOf } from './sealingOf.ts'
import type { SheetsRun } from './sheetsRun.ts'
import { summarise, totalsOf, type Destination } from './summarise.ts'
import { summariseReading } from './summariseReading.ts'
import type { SyncOptions, SyncResult } from './sync.ts'
import { writeAudit } from './writeAudit.ts'
import { writeNotes } from './writeNotes.ts'
import { writeQuarantine } from './writeQuarantine.ts'

guardProcess()

const project = resolve(import.meta.dirname, '../..')
const options = readOptions()
const spinner = await terminalSpinner()
const demo = options.source === 'demo'
const folder =
  options.out ?? (demo ? join(project, 'public', 'bundle') : join(project, 'data', 'private', 'bundle'))
// Beside the bundle, never in it: a demo's bundle lies where the site is served from.
const quarantine = demo
  ? join(project, 'data', 'private', 'demo-quarantine.csv')
  : `${resolve(folder)}-quarantine.csv`
const auditPage = demo ? join(project, 'data', 'private', 'demo-audit.txt') : `${resolve(folder)}-audit.txt`
const notes = demo ? join(project, 'data', 'private', 'demo-notes.txt') : `${resolve(folder)}-notes.txt`
const systemNow = () => new Date().toISOString()
// Whatever a run makes beside its bundle is for its owner alone; the demo's bundle is served to everyone.
if (!demo) process.umask(0o077)

try {
  await run()
} catch (error) {
  spinner.stop()
  reportProblems(error, { json: options.json === true })
  if (error instanceof IntakeRefusal && error.rejects.length > 0 && !options.dryRun) {
    const list = await listRejects(error.rejects)
    if (list !== null) log.complain(`Every rejected row: ${list}`)
  }
  process.exitCode = 1
}

async function run(): Promise<void> {
  refuseWrongPair()
  // The demo's numbers do not depend on the practice that uses this computer.
  const named = demo && options.config === undefined ? null : await configPath(options.config, project)
  const config = named === null ? defaultConfig : await readConfig(named)
  const sharing = sharingPlace(config, { configPath: named, project })
  if (options.source === 'sheets') {
    await sheets(withSpreadsheets(config), sharing)
    return
  }
  const out = options.dryRun ? null : folder
  const { now, ...input } = demo ? await demoInput(config) : folderInput(config)
  const sealing = await sealingFor(sharing)
  // The demo is published in the open, under its own name and no other.
  const used = demo ? { ...config, practice: {} } : config
  const { withdrawViewers = false } = options
  const given = { ...input, config: used, out, project, sealing, withdrawViewers }
  // Late: what is wrong with the config or the links is told in half the time.
  const { sync } = await import('./sync.ts')
  const result = await sync(given, { now, progress })
  const lists = await writeLists(out === null ? null : result)
  spinner.stop()
  print(result, { demo, out: out === null ? null : shown(out), ...lists }, sealing)
}

async function sheets(config: SyncConfig, sharing: SharingPlace): Promise<void> {
  const { dryRun = false, full = false, acceptFewerRows = false, withdrawViewers = false } = options
  const sealing = config.sheets.spreadsheets.length === 0 ? null : await sealingFor(sharing)
  const effects = { now: systemNow, progress, note, connections: connections(config.sheets, project) }
  const read = { dryRun, full, acceptFewerRows, withdrawViewers }
  const given = { config, out: folder, project, sealing, ...read }
  const { runSheets } = await import('./runSheets.ts')
  const done = await runSheets(given, effects)
  const lists = await writeLists(done.outcome === 'published' ? done.result : null)
  spinner.stop()
  if (!options.json) log.say(summariseReading(done))
  if (done.result) {
    print(done.result, { demo, out: dryRun ? null : shown(folder), ...lists }, sealing, done)
  } else if (options.json) {
    log.json({ ok: true, ...facts(done), ...opensFor(sealing) }, printedFields)
  } else if (sealing) {
    log.say(readersSummary(sealing))
  }
  for (const trouble of done.troubles) note(trouble)
  if (done.troubles.length > 0) process.exitCode = 3
}

function facts({ outcome, requests, reading }: SheetsRun) {
  const spreadsheets = reading.spreadsheets.map(({ title, state, readAt }) => ({ title, state, readAt }))
  return { outcome, requests, spreadsheets }
}

/** For whom the numbers are sealed; null where no real practice's are written. Throws `SyncError`. */
async function sealingFor(place: SharingPlace): Promise<(SharedSealing & Sealing) | null> {
  if (demo || options.dryRun === true) return null
  const sealing = await sealingOf(place, {
    now: systemNow(),
    out: folder,
    unattended: options.source === 'sheets',
  })
  if (options.ownersOnly === true) refuseViewers(sealing)
  return sealing
}

function opensFor(sealing: SharedSealing | null) {
  if (sealing === null) return {}
  return {
    opensFor: sealing.readers.map(({ label, audience, expires }) => ({ label, audience, expires })),
  }
}

/** Options that belong to another source would be left unheard. */
function refuseWrongPair(): void {
  const { source } = options
  if (options.folder !== undefined && source !== 'folder') {
    const what = demo ? 'The demo practice is' : 'Google Sheets are'
    throw new SyncError(`${what} read from no folder.`, 'Leave --folder away, or say --source folder.')
  }
  if (source === 'sheets') return
  const unheard = [
    options.spreadsheet && '--spreadsheet',
    options.full && '--full',
    options.acceptFewerRows && '--accept-fewer-rows',
  ].find((name) => typeof name === 'string')
  if (unheard === undefined) return
  throw new SyncError(`${unheard} is for Google Sheets.`, `Leave it away, or say --source sheets.`)
}

function withSpreadsheets(config: SyncConfig): SyncConfig {
  const links = options.spreadsheet ?? []
  const added = links.map((text) => {
    const link = spreadsheetId(text)
    if (link !== null) return { link, volatile: false }
    throw new SyncError(
      '--spreadsheet names no Google spreadsheet.',
      `Paste its link as the browser shows it: ${exampleLink}`,
    )
  })
  const { spreadsheets } = config.sheets
  const others = added.filter(
    ({ link }, index) =>
      !spreadsheets.some((one) => one.link === link) && added.findIndex((one) => one.link === link) === index,
  )
  return { ...config, sheets: { ...config.sheets, spreadsheets: [...spreadsheets, ...others] } }
}

/** Where the lists for the owner's eyes went; null for what was not written. */
async function writeLists(result: SyncResult | null): Promise<WrittenLists> {
  if (result === null) return { quarantine: null, auditPage: null, notes: null }
  return {
    quarantine: await listRejects(result.intake.rejects),
    auditPage: await kept(auditPage, 'the privacy audit', (path) => writeAudit(path, result)),
    notes: await kept(notes, 'the list of notes', (path) => writeNotes(path, result)),
  }
}

type WrittenLists = Pick<Destination, 'quarantine' | 'auditPage' | 'notes'>

function listRejects(rejects: readonly Reject[]): Promise<string | null> {
  return kept(quarantine, 'the list of rejected rows', (path) => writeQuarantine(path, rejects))
}

/** Where a list went; null, and a note, if it could not be written: the run stands. */
async function kept(
  path: string,
  what: string,
  write: (path: string) => Promise<void>,
): Promise<string | null> {
  try {
    await write(path)
    return shown(path)
  } catch {
    log.complain(`Note: ${what} could not be written to ${shown(path)}.`)
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
  return { source: folderSource(options.folder), asOf: config.as_of ?? null, now: systemNow }
}

function progress(text: string): void {
  const line = onOneLine(text)
  if (spinner.isSpinning) spinner.text = line
  else spinner.start(line)
}

function note({ message, hint, others }: SyncError): void {
  log.problem({ message, hint }, '!')
  for (const other of others) note(other)
}

function print(
  result: SyncResult,
  destination: Destination,
  sealing: SharedSealing | null,
  sheetsRun?: SheetsRun,
): void {
  if (!options.json) {
    log.say(summarise(result, destination))
    if (sealing) log.say(readersSummary(sealing))
    return
  }
  const { practice, bytes, health, audit } = result
  const more = sheetsRun ? facts(sheetsRun) : {}
  const totals = totalsOf(health)
  log.json(
    {
      ok: true,
      ...more,
      practice,
      ...destination,
      ...opensFor(sealing),
      bytes,
      totals,
      audit,
      viewers: viewersFacts(result),
      health,
    },
    printedFields,
  )
}

function viewersFacts({ viewers }: SyncResult) {
  if (viewers === null) return null
  const { edition, isNew, isWithdrawn, next } = viewers
  return { day: edition?.day ?? null, isNew, isWithdrawn, next }
}

function shown(path: string): string {
  return relative(process.cwd(), path) || '.'
}
