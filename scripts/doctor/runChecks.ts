import { onOneLine } from '../errors/onOneLine.ts'
import { problemsOf } from '../errors/problemsOf.ts'
import { SyncError } from '../errors/SyncError.ts'
import { fail, type Check, type CheckGroup, type Finding } from './check.ts'
import type { DoctorContext } from './context.ts'

/** A finding with the check that it comes from. */
export interface Line extends Finding {
  readonly check: string
}

export interface ReportGroup {
  readonly title: string
  readonly lines: readonly Line[]
}

/** What became of the checks so far: those that failed, or waited for one that did, with its title. */
export type Outcomes = Map<string, 'passed' | { readonly because: string }>

/**
 * Makes the checks of a group in order. One whose prerequisite failed is not made, and says because of what;
 * `outcomes` remembers across groups.
 */
export async function runChecks(
  group: CheckGroup,
  context: DoctorContext,
  outcomes: Outcomes,
): Promise<ReportGroup> {
  const lines: Line[] = []
  for (const check of group.checks) {
    const findings = await findingsOf(check, context, outcomes)
    lines.push(...findings.map((finding) => lineOf(check, finding)))
  }
  return { title: onOneLine(group.title), lines }
}

/** Names from spreadsheets stand in it: nothing that a terminal obeys may. */
function lineOf({ id }: Check, { verdict, text, remedy }: Finding): Line {
  return { check: id, verdict, text: onOneLine(text), remedy: remedy === null ? null : onOneLine(remedy) }
}

async function findingsOf(
  check: Check,
  context: DoctorContext,
  outcomes: Outcomes,
): Promise<readonly Finding[]> {
  for (const need of check.needs) {
    const outcome = outcomes.get(need)
    if (outcome === undefined) throw new Error(`unknown check: ${need}, needed by ${check.id}`)
    if (outcome === 'passed') continue
    outcomes.set(check.id, outcome)
    const text = `Not checked: ${check.title} (mend first: ${outcome.because}).`
    return [{ verdict: 'unchecked', text, remedy: null }]
  }
  const findings = await check.run(context).catch(failuresOf)
  const failed = findings.some((finding) => finding.verdict === 'fail')
  outcomes.set(check.id, failed ? { because: check.title } : 'passed')
  return findings
}

/** An error in the words that the sync would use; of one that was not foreseen only its kind and place. */
export function failuresOf(error: unknown): Finding[] {
  if (error instanceof SyncError) return problemsOf(error).map(({ message, hint }) => fail(message, hint))
  const [problem] = problemsOf(error)
  const place = /\(.+\)/.exec(problem?.message ?? '')?.[0] ?? ''
  return [
    fail(
      `The check itself failed in a way that is not known ${place}.`,
      'Please report this line; it holds no data of yours.',
    ),
  ]
}
