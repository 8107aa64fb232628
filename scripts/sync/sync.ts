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
import { describePractice } from '../publish/describePractice.ts'
import { nobodyCanOpen } from '../publish/nobodyCanOpen.ts'
import type { Sealing } from '../publish/sealing.ts'
import { writeBundle } from '../publish/writeBundle.ts'
import { dayOf } from './dayOf.ts'
import { createOutput, guardOutput } from './guardOutput.ts'
import { publishedHealth } from './publishedHealth.ts'
import type { TabName } from './publishedNames.ts'
import { publishedPractice } from './publishedPractice.ts'
import { percentGoals, targetsOf, unknownGoals } from './targetsOf.ts'

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
  readonly tables: readonly CubeTable[]
  /** Empty unless asked for. Rows that name patients: for the status workbook alone. */
  readonly worklists: readonly Worklist[]
  /** Null after a dry run. */
  readonly manifest: Manifest | null
  readonly bytes: number
}

/**
 * One run, top to bottom: read, recognise, validate, ledger, cubes, answers, bundle. Throws `SyncError`
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
    effects.progress('adding up')
    const tables = await ledger.cubes({ asOf, settings: read.settings })
    const practice = describePractice(tables, {
      name: read.settings.practice_name,
      timeZone: read.settings.time_zone,
      asOf,
      fiscalYearStart: read.settings.fiscal_year_start,
      maturityDays: read.settings.maturity_days,
      targets: targetsOf(read.goals),
      providerOrder: read.providerOrder,
    })
    if (!practice) {
      throw new SyncError(
        `Nothing to publish: no row up to ${asOf} counts.`,
        'Check the as-of date in the config, and that the schedule, billing or payroll tab holds rows before it.',
      )
    }
    const worklists = options.worklists ? namePlaces(await ledger.worklists(), read.tabs) : []
    effects.progress('preparing answers')
    const health = withNotes(read)
    // The demo practice is invented, its people too.
    const told = demo
      ? { practice, health }
      : { practice: publishedPractice(practice), health: publishedHealth(health, { names: names(), asOf }) }
    const parts = await bundleParts({ tables, ...told })
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0)
    const head = { demo, syncedAt: effects.now(), sealing }
    if (out !== null) await createOutput(out, { demo: isOpen })
    const manifest = out === null ? null : await writeBundle(out, parts, head)
    return { practice, intake: read, health, tables, worklists, manifest, bytes }
  } finally {
    await ledger.close()
  }
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

/** The data's health with notes on goals that no metric answers, or that no metric can reach. */
function withNotes({ health, goals }: Intake): Health {
  const unknown = unknownGoals(goals)
  const percent = percentGoals(goals)
  const notes = [
    `Tab for goals: ${String(unknown)} ${unknown === 1 ? 'row names a metric' : 'rows name metrics'} not known, so without effect; the Definitions page lists the names.`,
    `${String(percent)} of the goals for a rate are above 200 %: type them as 95% or 0.95, not as 95.`,
  ]
  return {
    ...health,
    warnings: [...health.warnings, ...notes.filter((_, index) => [unknown, percent][index])],
  }
}
