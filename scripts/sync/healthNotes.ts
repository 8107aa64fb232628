import type { Health, Practice } from '../../src/bundle/bundle.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { Intake } from '../private/intake.ts'
import { slotNotes } from './slotNotes.ts'
import { percentGoals, unknownGoals } from './targetsOf.ts'

/** What a run notices after the rows are read. */
export interface LaterFindings {
  /** How many names of providers and of sites are not published. */
  readonly unnamed: Readonly<Record<'provider' | 'location', number>>
  /** The sums before the gate, which say where slots are not known. */
  readonly ungated: readonly CubeTable[]
  /** The names that are published. */
  readonly practice: Pick<Practice, 'filters'>
}

/**
 * The data's health with notes on goals that no metric answers or reaches, on names that are kept private, and on
 * missing slots.
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
    ...slotNotes(later.ungated, later.practice.filters),
  ]
  return { ...health, warnings: [...health.warnings, ...notes.filter((note) => note !== false)] }
}
