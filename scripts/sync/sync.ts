import type { Manifest, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { SyncError } from '../errors/SyncError.ts'
import type { SyncConfig } from '../private/config/config.ts'
import type { Intake } from '../private/intake.ts'
import { openLedger } from '../private/ledger/openLedger.ts'
import type { Source } from '../private/sources/source.ts'
import { intake } from '../private/validate/intake.ts'
import { bundleParts } from '../publish/bundleParts.ts'
import { describePractice } from '../publish/describePractice.ts'
import { writeBundle } from '../publish/writeBundle.ts'
import { targetsOf } from './targetsOf.ts'

export interface SyncOptions {
  readonly source: Source
  readonly config: SyncConfig
  /** Civil date in the practice's time zone up to which rows count. */
  readonly asOf: string
  /** Where the bundle goes; null is a dry run. */
  readonly out: string | null
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
  readonly tables: readonly CubeTable[]
  /** Null after a dry run. */
  readonly manifest: Manifest | null
  readonly bytes: number
}

/**
 * One run, top to bottom: read, recognise, validate, ledger, cubes, answers, bundle. Throws `SyncError`
 * with every problem found; nothing is published then.
 */
export async function sync(options: SyncOptions, effects: SyncEffects): Promise<SyncResult> {
  const { source, config, asOf, out } = options
  const ledger = await openLedger()
  try {
    const read = await intake(source, ledger, { config, asOf, progress: (text) => effects.progress(text) })
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
    effects.progress('preparing answers')
    const parts = await bundleParts({ tables, practice, health: read.health })
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0)
    const head = { demo: source.kind === 'demo', syncedAt: effects.now() }
    const manifest = out === null ? null : await writeBundle(out, parts, head)
    return { practice, intake: read, tables, manifest, bytes }
  } finally {
    await ledger.close()
  }
}
