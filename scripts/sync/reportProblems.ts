import { SyncError } from '../errors/SyncError.ts'

/** A problem as a person reads it. */
export interface Problem {
  readonly message: string
  readonly hint: string
}

/** Every problem behind an error, itself first; what was not foreseen is named without its text. */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof SyncError) {
    return [{ message: error.message, hint: error.hint }, ...error.others.flatMap(problemsOf)]
  }
  // The text of an unforeseen error may hold a cell's value: only its kind and its place are safe.
  return [
    {
      message: `The sync failed in a way it does not know (${kindOf(error)} at ${placeOf(error)}).`,
      hint: 'Nothing was published. Please report this line; it holds no data of yours.',
    },
  ]
}

/** Prints all problems at once: to the error stream for people, or as JSON to the output. */
export function reportProblems(error: unknown, { json }: { json: boolean }): void {
  const problems = problemsOf(error)
  if (json) {
    console.log(JSON.stringify({ ok: false, problems }, null, 1))
    return
  }
  const count = problems.length === 1 ? '' : ` (${String(problems.length)} problems)`
  console.error(`Refused: nothing was published, the last good bundle is untouched${count}.\n`)
  for (const { message, hint } of problems.slice(0, 20)) console.error(`✗ ${message}\n  ${hint}\n`)
  if (problems.length > 20) console.error(`and ${String(problems.length - 20)} more`)
}

/** With the system's code, such as ENOSPC for a full disk, where there is one. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && /^[A-Z][A-Z0-9_]+$/.test(String(error.code)) ? ` ${String(error.code)}` : ''
  return `${error.name}${code}`
}

/** The innermost place in our own code, as `scripts/…:line`. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return /((?:scripts|src)\/[\w./-]+:\d+)/.exec(stack)?.[1] ?? 'an unknown place'
}
