import { problemsOf } from '../errors/problemsOf.ts'
import { log } from '../log/log.ts'
import { printProblems } from '../log/printProblems.ts'

/** So many are shown at once; mending the first often mends others. */
const shownProblems = 20

/** Prints all problems at once: to the error stream for people, or as JSON to the output. */
export function reportProblems(error: unknown, { json }: { json: boolean }): void {
  if (json) {
    printProblems(error, { json })
    return
  }
  const problems = problemsOf(error)
  const count = problems.length === 1 ? '' : ` (${String(problems.length)} problems)`
  log.complain(`Refused: nothing was published, the last good bundle is untouched${count}.\n`)
  for (const { message, hint } of problems.slice(0, shownProblems)) log.complain(`✗ ${message}\n  ${hint}\n`)
  if (problems.length > shownProblems) log.complain(`and ${String(problems.length - shownProblems)} more`)
}
