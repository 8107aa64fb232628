import { writeAs } from '../../src/format/formats.ts'
import { formatsOf } from './formatsOf.ts'
import type { Health, Manifest, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { SyncError } from '../errors/SyncError.ts'
import type { SyncConfig } from '../private/config/config.ts'
import type { Intake } from '../private/intake.ts'
import { openLedger } from '../private/ledger/openLedger.ts'
import type { Source } from '../private/sources/source.ts'
import { intake } from '../private/validate/intake.ts'
import { namePlaces } from '../private/worklists/namePlaces.ts'
import type { OfficeNumbers } from '../private/office/officeNumbers.ts'
import type { Worklist } from '../private/worklists/worklist.ts'
import type { BundlePart } from '../publish/bundlePart.ts'
import { providerAliases } from '../publish/aliasProviders.ts'
import { editionParts } from '../publish/editionParts.ts'
import { nobodyCanOpen } from '../publish/nobodyCanOpen.ts'
import type { Sealing } from '../publish/sealing.ts'
import { shownToViewers } from '../publish/shownToViewers.ts'
import { shownParts, viewersParts } from '../publish/viewersParts.ts'
import { writeBundle } from '../publish/writeBundle.ts'
import type { AuditReport } from '../private/audit/auditReport.ts'
import { formatAudit } from '../private/audit/formatAudit.ts'
import type { Ledger } from '../private/ledger/ledger.ts'
import { dayOf } from './dayOf.ts'
import { createOutput, guardOutput } from './guardOutput.ts'
import { healthNotes } from './healthNotes.ts'
import { publishedHealth } from './publishedHealth.ts'
import type { TabName } from './publishedNames.ts'
import { publishedPractice } from './publishedPractice.ts'
import { refuseIdentifiers } from './refuseIdentifiers.ts'
import { snapshot, type Snapshot } from './snapshot.ts'
import { toldDays } from './toldDays.ts'
import { viewersEdition, type TakenEdition, type ViewersEdition, type ViewersRun } from './viewersEdition.ts'

export interface SyncOptions {
  readonly source: Source
  readonly config: SyncConfig
  /** Civil date in the practice's time zone up to which rows count; null is the day of `now` there. */
  readonly asOf: string | null
  /** Where the bundle goes; null is a dry run. */
  readonly out: string | null
  /** The project's folder: its served folders never take a real practice's bundle. */
  readonly project: string
  /**
   * For whom the bundle is sealed. Only the demo and a dry run do without: the open demo is the owners' edition. A
   * sealed demo is published like any practice: for owners, and for viewers if there are any.
   */
  readonly sealing?: Sealing | null
  /** Whether viewers are to be shown nothing until the next month end is a week past (`viewersEdition`). */
  readonly withdrawViewers?: boolean
  /** Whether to gather the worklists too, which only a status workbook takes. */
  readonly worklists?: boolean
}

/** The outside world, so that tests can hold it still. */
export interface SyncEffects {
  /** UTC, for the manifest. */
  now(): string
  progress(text: string): void
}

/** What a run did; all that the summary and the private workspace need. */
export interface SyncResult {
  /** As owners are shown it, up to the as-of date. */
  readonly practice: Practice
  readonly intake: Intake
  /** As published: the intake's, and what the run noticed later. */
  readonly health: Health
  /** As published for owners: small groups merged. */
  readonly tables: readonly CubeTable[]
  /** What the privacy audit checked of them; it has no findings, or nothing would be published. */
  readonly audit: AuditReport
  /** What viewers are shown; null where nobody but owners has a link, and after a dry run. */
  readonly viewers: ViewersEdition | null
  /** Empty unless asked for. Rows that name patients: for the status workbook alone. */
  readonly worklists: readonly Worklist[]
  /** Null unless worklists were asked for. Sums of few people: for the status workbook alone. */
  readonly office: OfficeNumbers | null
  /** Null after a dry run. */
  readonly manifest: Manifest | null
  readonly bytes: number
}

/**
 * One run, top to bottom: read, recognise, validate, ledger, gate, audit, answers, bundle. Owners get everything as of
 * today; viewers what they may see as of the last month end that has settled (`viewersEdition`). Throws `SyncError`
 * with every problem found; nothing is published then.
 */
export async function sync(options: SyncOptions, effects: SyncEffects): Promise<SyncResult> {
  const { config, out, project, sealing = null } = options
  const { source, names } = withNames(options.source)
  const demo = source.kind === 'demo'
  if (out !== null && !demo && sealing === null) throw nobodyCanOpen()
  // A demo that is sealed is kept as carefully as a practice's: its private note lies beside it.
  const isOpen = demo && sealing === null
  if (out !== null) await guardOutput(out, { demo: isOpen, project })
  const ledger = await openLedger()
  try {
    const today = (timeZone: string) => options.asOf ?? dayOf(effects.now(), timeZone)
    const progress = (text: string) => effects.progress(text)
    const read = await intake(source, ledger, { config, asOf: today, progress })
    writeAs(formatsOf(read.settings))
    const asOf = today(read.settings.time_zone)
    const clock = dayOf(effects.now(), read.settings.time_zone)
    if (!demo) refuseFuture(asOf, clock)
    const work: Work = { ledger, read, progress, demo, names }
    const owners = await ownersEdition(work, asOf)
    const worklists = options.worklists ? namePlaces(await ledger.worklists(), read.tabs) : []
    const office = options.worklists ? await ledger.officeNumbers() : null
    const take = (day: string) => takeEdition(work, day)
    const run = { today: asOf, clock, ...viewersRun(options) }
    const viewers = await viewersEdition(run, take)
    const { provider_names: nameReaders = 'owners' } = config.sharing
    const seen = shownParts(viewers?.edition?.parts ?? [], nameReaders)
    refuseIdentifiers(seen, viewers?.edition ? [viewers.edition.day] : [])
    const parts = [...owners.parts, ...seen]
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0)
    const { practice, health, tables, report: audit } = owners
    const result = { practice, intake: read, health, tables, audit, viewers, worklists, office, bytes }
    if (out === null) return { ...result, manifest: null }
    await createOutput(out, { demo: isOpen })
    // Noted before anything is published: what is out and not noted could never be told from what follows.
    const before = () => viewers?.note() ?? Promise.resolve(null)
    const head = { demo, syncedAt: effects.now(), sealing, before }
    return { ...result, manifest: await writeBundle(out, parts, head) }
  } finally {
    await ledger.close()
  }
}

/** What the options say of the viewers' edition. */
function viewersRun({
  out,
  sealing = null,
  withdrawViewers = false,
}: SyncOptions): Pick<ViewersRun, 'sealing' | 'shown' | 'isWithdrawn'> {
  const isWithdrawn = withdrawViewers
  if (out === null || !sealing) return { sealing: null, shown: () => Promise.resolve(null), isWithdrawn }
  return { sealing, shown: () => shownToViewers(out, sealing.signingKey), isWithdrawn }
}

/** What is told of a practice besides sums. */
interface Told {
  readonly practice: Practice
  readonly health: Health
}

/** What both editions are made from. */
interface Work {
  readonly ledger: Ledger
  readonly read: Intake
  readonly progress: (text: string) => void
  readonly demo: boolean
  readonly names: () => readonly TabName[]
}

interface OwnersEdition extends Snapshot {
  readonly health: Health
  readonly parts: readonly BundlePart[]
}

/** Everything, as of today. Throws `SyncError`, also where no row counts. */
async function ownersEdition(work: Work, asOf: string): Promise<OwnersEdition> {
  const { ledger, read, progress } = work
  const now = await snapshot(ledger, { asOf, isDayOver: false, read, progress })
  if (now === null) throw nothingCounts(asOf)
  const health = healthNotes(read, now)
  progress('preparing answers')
  const aliases = { provider: [...providerAliases(now.tables, now.practice)] }
  const told = publishedOf({ practice: { ...now.practice, aliases }, health }, work)
  const parts = await editionParts('owner', { tables: now.tables, ...told })
  refuseIdentifiers(parts, [asOf, ...toldDays(told.health)])
  return { ...now, health, parts }
}

/** What viewers may see, as of a month end; null where no row counts up to it. Throws `SyncError`. */
async function takeEdition(work: Work, day: string): Promise<TakenEdition | null> {
  const { ledger, read } = work
  const progress = (text: string) => work.progress(`${text}, for viewers`)
  const then = await snapshot(ledger, { asOf: day, isDayOver: true, read, progress })
  if (then === null) return null
  progress('preparing answers')
  const told = publishedOf({ practice: then.practice, health: read.health }, work)
  const parts = await viewersParts({ tables: then.tables, ...told })
  return { parts, audit: formatAudit(then.report, 'viewers') }
}

/** What may be told besides sums. The demo practice is invented, its people too: it tells all. */
function publishedOf(told: Told, { demo, names }: Work): Told {
  if (demo) return told
  const { asOf } = told.practice
  return {
    practice: publishedPractice(told.practice),
    health: publishedHealth(told.health, { names: names(), asOf }),
  }
}

/** A day to come would close months that still run, and show viewers what has not settled. */
function refuseFuture(asOf: string, today: string): void {
  if (asOf <= today) return
  throw new SyncError(
    `"as_of" in the config, ${asOf}, is a day to come.`,
    'Leave "as_of" out (rows then count up to today), or set it to today or an earlier day.',
  )
}

function nothingCounts(asOf: string): SyncError {
  return new SyncError(
    `Nothing to publish: no row up to ${asOf} counts.`,
    'Check the as-of date in the config, and that the schedule, billing or payroll tab holds rows before it.',
  )
}

/** The source, and the names of the tabs that it gave last. */
function withNames(source: Source): {
  readonly source: Source
  readonly names: () => readonly TabName[]
} {
  let names: readonly TabName[] = []
  const tabs = async () => {
    const found = await source.tabs()
    names = found.map(({ workbook, name }) => ({ workbook, name }))
    return found
  }
  // Known only when the tabs are: a copy of the source would have what it said before it was read.
  const watched: Source = {
    ...source,
    tabs,
    get warnings() {
      return source.warnings ?? []
    },
  }
  return { source: watched, names: () => names }
}
