import type { Health, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { Intake } from '../private/intake.ts'
import type { LoggedTimes, UnmatchedNotes, UnvaluedWork } from '../private/ledger/ledger.ts'
import { slotNotes } from './slotNotes.ts'
import { percentGoals, unknownGoals } from './targetsOf.ts'

/** What a run notices after the rows are read. */
export interface LaterFindings {
  /** How many names of providers and of sites are not published. */
  readonly unnamed: Readonly<Record<'provider' | 'location', number>>
  /** The sums before the gate, which say where slots are not known. */
  readonly ungated: readonly CubeTable[]
  /** Charge lines that nothing says the work RVUs of. */
  readonly unvaluedWork: UnvaluedWork
  /** Encounters whose notes find no appointment. */
  readonly unmatchedNotes: UnmatchedNotes
  /** What of the wait log fits the schedule. */
  readonly loggedTimes: LoggedTimes
  /** The names that are published. */
  readonly practice: Pick<Practice, 'filters'>
}

/**
 * The data's health with notes on goals that no metric answers or reaches, on names that are kept private, and on
 * missing slots, work RVUs and appointments of notes.
 */
export function healthNotes({ health, goals }: Intake, later: LaterFindings): Health {
  const { unnamed } = later
  const unknown = unknownGoals(goals)
  const percent = percentGoals(goals)
  const named = unknown === 1 ? 'row names a metric' : 'rows name metrics'
  const notes = [
    unknown > 0 &&
      `Tab for goals: ${String(unknown)} ${named} not known, so without effect; the Definitions page lists the names.`,
    percent > 0 &&
      `${String(percent)} of the goals for a rate are above 200 %: type them as 95% or 0.95, not as 95.`,
    unnamed.provider > 0 &&
      `Providers kept private: ${String(unnamed.provider)}. Fewer than 11 patients stand behind the name, or it looks like a number, an address or a date: give each provider a display name in the providers tab.`,
    unnamed.location > 0 &&
      `Sites kept private: ${String(unnamed.location)}. Fewer than 11 patients stand behind the name, or it looks like a number, an address or a date: call sites by words.`,
    unvaluedNote(later.unvaluedWork),
    unmatchedNote(later.unmatchedNotes),
    ...waitLogNotes(later.loggedTimes),
    ...slotNotes(later.ungated, later.practice.filters),
  ]
  return { ...health, warnings: [...health.warnings, ...notes.filter((note) => note !== false)] }
}

/** False where every charge line of the last twelve months has its work RVUs, or the practice keeps none. */
function unvaluedNote({ lines, codes }: UnvaluedWork): string | false {
  if (lines === 0) return false
  const [named, of] = [lines === 1 ? 'line has' : 'lines have', codes === 1 ? 'code' : 'codes']
  return `Work RVUs: ${lines.toLocaleString('en-US')} charge ${named} none in the last 12 months (${String(codes)} procedure ${of}): add the codes to the wRVU table, for the year of the service.`
}

/** False where the note of every encounter finds its appointment, or the practice keeps none apart from the schedule. */
function unmatchedNote({ encounters, unmatched }: UnmatchedNotes): string | false {
  if (unmatched === 0) return false
  const [some, all] = [unmatched, encounters].map((count) => count.toLocaleString('en-US'))
  const match = unmatched === 1 ? 'matches' : 'match'
  return `Notes: ${some ?? ''} of ${all ?? ''} encounters ${match} no appointment of the provider and day, neither by number nor by patient, so their notes are counted nowhere. Add the appointment number or the patient number to the encounters tab, and check that providers and days agree with the schedule.`
}

/** None where every change of the wait log finds its booking and agrees with it, or there is no such log. */
function waitLogNotes({ changes, unmatched, untimely, differing }: LoggedTimes): (string | false)[] {
  const count = (value: number) => value.toLocaleString('en-US')
  const rows = (value: number) => (value === 1 ? 'status change' : 'status changes')
  return [
    unmatched > 0 &&
      `Wait log: ${count(unmatched)} of ${count(changes)} ${rows(changes)} ${unmatched === 1 ? 'matches' : 'match'} no booking of the patient, day, start and provider, so ${unmatched === 1 ? 'its time counts' : 'their times count'} nowhere. Export schedule and log for the same days, and check that both name patients and providers alike.`,
    untimely > 0 &&
      `Wait log: ${count(untimely)} ${rows(untimely)} ${untimely === 1 ? 'is' : 'are'} of another day than the booking, or before the arrival, so ${untimely === 1 ? 'its time does' : 'their times do'} not count.`,
    differing > 0 &&
      `Wait log: ${count(differing)} ${differing === 1 ? 'booking has' : 'bookings have'} other times in the schedule; the schedule's count.`,
  ]
}
