import { problemsOf } from '../errors/problemsOf.ts'
import { log } from './log.ts'

/** Prints every problem behind an error, with its remedy: to the error stream for people, or as JSON to the output. */
export function printProblems(error: unknown, { json = false }: { readonly json?: boolean } = {}): void {
  const problems = problemsOf(error)
  if (json) log.json({ ok: false, problems }, { ok: 'truth', problems: [{ message: 'text', hint: 'text' }] })
  else for (const problem of problems) log.problem(problem, '✗')
}
