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
import { writeBundle } from '../publish/writeBundle.ts'
import { dayOf } from './dayOf.ts'
import { createOutput, guardOutput } from './guardOutput.ts'
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
  const { source, config, out, project } = options
  const demo = source.kind === 'demo'
  if (out !== null) await guardOutput(out, { demo, project })
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
    const parts = await bundleParts({ tables, practice, health })
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0)
    const head = { demo, syncedAt: effects.now() }
    if (out !== null) await createOutput(out, { demo })
    const manifest = out === null ? null : await writeBundle(out, parts, head)
    return { practice, intake: read, health, tables, worklists, manifest, bytes }
  } finally {
    await ledger.close()
  }
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
