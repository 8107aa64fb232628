import type { Health, Manifest, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { SyncError } from '../errors/SyncError.ts'
import type { SyncConfig } from '../private/config/config.ts'
import type { Intake } from '../private/intake.ts'
import { openLedger } from '../private/ledger/openLedger.ts'
import type { Source } from '../private/sources/source.ts'
import { intake } from '../private/validate/intake.ts'
import { namePlaces } from '../private/worklists/namePlaces.ts'
import type { Worklist } from '../private/worklists/worklist.ts'
import { bundleParts } from '../publish/bundleParts.ts'
import type { FrozenTables } from '../publish/freezeTables.ts'
import { describePractice } from '../publish/describePractice.ts'
import { nobodyCanOpen } from '../publish/nobodyCanOpen.ts'
import type { Sealing } from '../publish/sealing.ts'
import { writeBundle } from '../publish/writeBundle.ts'
import type { AuditReport } from '../private/audit/auditReport.ts'
import type { CubeOptions, Ledger } from '../private/ledger/ledger.ts'
import { dayOf } from './dayOf.ts'
import { writeFrozen } from './frozenRecord.ts'
import { createOutput, guardOutput } from './guardOutput.ts'
import { healthNotes } from './healthNotes.ts'
import { heldTables } from './heldTables.ts'
import { publishableTables, type PublishableTables } from './publishableTables.ts'
import { publishedHealth } from './publishedHealth.ts'
import type { TabName } from './publishedNames.ts'
import { publishedPractice } from './publishedPractice.ts'
import { publishedVocabulary } from './publishedVocabulary.ts'
import { refuseIdentifiers } from './refuseIdentifiers.ts'
import { targetsOf } from './targetsOf.ts'
import { toldDays } from './toldDays.ts'

export interface SyncOptions {
  readonly source: Source
  readonly config: SyncConfig
  /** Civil date in the practice's time zone up to which rows count; null is the day of `now` there. */
  readonly asOf: string | null
  /** Where the bundle goes; null is a dry run. */
  readonly out: string | null
  /** The project's folder: its served folders never take a real practice's bundle. */
  readonly project: string
  /** For whom the bundle is sealed. Only the demo and a dry run do without; a demo that has it is sealed too. */
  readonly sealing?: Sealing | null
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
  readonly practice: Practice
  readonly intake: Intake
  /** As published: the intake's, and what the run noticed later. */
  readonly health: Health
  /** As published: small groups merged. */
  readonly tables: readonly CubeTable[]
  /** What the privacy audit checked; it has no findings, or nothing would be published. */
  readonly audit: AuditReport
  /** Whether closed months stayed as they were published last, until the running one closes. */
  readonly isHeld: boolean
  /** Empty unless asked for. Rows that name patients: for the status workbook alone. */
  readonly worklists: readonly Worklist[]
  /** Null after a dry run. */
  readonly manifest: Manifest | null
  readonly bytes: number
}

/**
 * One run, top to bottom: read, recognise, validate, ledger, gate, audit, answers, bundle. Throws `SyncError`
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
    const asOf = today(read.settings.time_zone)
    if (!demo) refuseFuture(asOf, dayOf(effects.now(), read.settings.time_zone))
    const safe = await safeSums(ledger, { asOf, settings: read.settings, progress })
    const held = await heldTables({ asOf, tables: safe.tables }, { out, sealing })
    const practice = describe(held, read)
    const worklists = options.worklists ? namePlaces(await ledger.worklists(), read.tabs) : []
    effects.progress('preparing answers')
    const health = healthNotes(read, { ...held, unnamed: safe.unnamed })
    // The demo practice is invented, its people too.
    const told = demo
      ? { practice, health }
      : { practice: publishedPractice(practice), health: publishedHealth(health, { names: names(), asOf }) }
    const { tables, isHeld } = held
    const { provider_names: nameReaders = 'owners' } = config.sharing
    const parts = await bundleParts({ tables, ...told, nameReaders })
    refuseIdentifiers(parts, [asOf, held.asOf, ...toldDays(told.health)])
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0)
    const result = { practice, intake: read, health, tables, audit: safe.report, isHeld, worklists, bytes }
    if (out === null) return { ...result, manifest: null }
    await createOutput(out, { demo: isOpen })
    // Noted before anything is published: what is out and not noted could never be told from what follows.
    const before = held.isNoted ? () => writeFrozen(out, held) : () => Promise.resolve()
    const head = { demo, syncedAt: effects.now(), sealing, before }
    return { ...result, manifest: await writeBundle(out, parts, head) }
  } finally {
    await ledger.close()
  }
}

/** A day to come would close months that still run, and what is held until they close would be published. */
function refuseFuture(asOf: string, today: string): void {
  if (asOf <= today) return
  throw new SyncError(
    `"as_of" in the config, ${asOf}, is a day to come.`,
    'Leave "as_of" out (rows then count up to today), or set it to today or an earlier day.',
  )
}

/** The ledger's sums with small groups merged, and the audit's report on them. Throws `SyncError`. */
async function safeSums(
  ledger: Ledger,
  { asOf, settings, progress }: CubeOptions & { readonly progress: (text: string) => void },
): Promise<PublishableTables> {
  progress('adding up')
  const tables = await ledger.cubes({ asOf, settings })
  progress('protecting small groups')
  const people: Ledger['people'] = (fact, cut) => ledger.people(fact, cut)
  const twoDates = await ledger.twoDates()
  return publishableTables({ asOf, tables, people, twoDates, vocabulary: publishedVocabulary(tables) })
}

/** The practice as its published sums show it. Throws `SyncError` if there are none. */
function describe({ tables, asOf }: FrozenTables, { settings, goals, providerOrder }: Intake): Practice {
  const practice = describePractice(tables, {
    name: settings.practice_name,
    timeZone: settings.time_zone,
    asOf,
    fiscalYearStart: settings.fiscal_year_start,
    maturityDays: settings.maturity_days,
    targets: targetsOf(goals),
    providerOrder,
  })
  if (practice) return practice
  throw new SyncError(
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
  return { source: { ...source, tabs }, names: () => names }
}
