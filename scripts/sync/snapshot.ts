import { formatsOf } from './formatsOf.ts'
import { Temporal } from 'temporal-polyfill'
import type { Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { Intake } from '../private/intake.ts'
import type {
  Ledger,
  LoggedTimes,
  TotalsCheck,
  UnmatchedNotes,
  UnvaluedWork,
} from '../private/ledger/ledger.ts'
import { describePractice, type PracticeFacts } from '../publish/describePractice.ts'
import { publishableTables, type PublishableTables } from './publishableTables.ts'
import { publishedVocabulary } from './publishedVocabulary.ts'
import { targetsOf } from './targetsOf.ts'

/** A practice's sums at a date, small groups merged, with the audit's report on them and the practice they show. */
export interface Snapshot extends PublishableTables {
  readonly practice: Practice
  /** The sums before the gate: never published. */
  readonly ungated: readonly CubeTable[]
  readonly unvaluedWork: UnvaluedWork
  readonly unmatchedNotes: UnmatchedNotes
  readonly loggedTimes: LoggedTimes
  readonly totalsCheck: TotalsCheck
}

/** Which date, and what an intake said besides rows. */
export interface SnapshotOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** Whether that day is over: its appointments count then, and its month may have closed. */
  readonly isDayOver: boolean
  readonly read: Intake
  readonly progress: (text: string) => void
}

/**
 * Adds the ledger's rows up to a date and passes the sums through gate and audit. Null where no row counts. What the
 * ledger is asked for afterwards is of this date too. Throws `SyncError`.
 */
export async function snapshot(ledger: Ledger, options: SnapshotOptions): Promise<Snapshot | null> {
  const { asOf, isDayOver, read, progress } = options
  progress('adding up')
  const tables = await ledger.cubes({ asOf, isDayOver, settings: read.settings })
  const known = { ...practiceFacts(options), lacks: await ledger.lackingInputs() }
  if (describePractice(tables, known) === null) return null
  progress('protecting small groups')
  const people: Ledger['people'] = (fact, cut) => ledger.people(fact, cut)
  const twoDates = await ledger.twoDates()
  const lines = await ledger.billingLines()
  const vocabulary = publishedVocabulary(tables)
  const sums = { asOf: runningDay(options), tables, people, vocabulary }
  const safe = await publishableTables({ ...sums, twoDates, lines })
  const practice = describePractice(safe.tables, known)
  if (practice === null) return null
  const found = {
    unvaluedWork: await ledger.unvaluedWork(),
    unmatchedNotes: await ledger.unmatchedNotes(),
    loggedTimes: await ledger.loggedTimes(),
    totalsCheck: await ledger.totalsCheck(),
  }
  return { ...safe, report: { ...safe.report, asOf }, practice, ungated: tables, ...found }
}

/** The first day that is not over: gate and audit merge its month as one that still runs. */
function runningDay({ asOf, isDayOver }: SnapshotOptions): string {
  return isDayOver ? Temporal.PlainDate.from(asOf).add({ days: 1 }).toString() : asOf
}

function practiceFacts({ asOf, isDayOver, read }: SnapshotOptions): Omit<PracticeFacts, 'lacks'> {
  const { settings, goals, providerOrder } = read
  return {
    name: settings.practice_name,
    timeZone: settings.time_zone,
    asOf,
    isDayOver,
    fiscalYearStart: settings.fiscal_year_start,
    formats: formatsOf(settings),
    maturityDays: settings.maturity_days,
    targets: targetsOf(goals),
    providerOrder,
  }
}
