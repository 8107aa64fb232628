import type { Problem } from '../errors/problemsOf.ts'
import { printable, type Printable } from './printable.ts'
import { withoutSecrets } from './withoutSecrets.ts'

/** The one way to a command's output. Every line is our own words; what comes from elsewhere never passes as it is. */
export const log = {
  /** Lines for people, to the output. */
  say: (text: string): void => write(process.stdout, text),
  /** Lines for people, to the error stream. */
  complain: (text: string): void => write(process.stderr, text),
  /** A problem and its remedy, to the error stream; `mark` stands before it. */
  problem: ({ message, hint }: Problem, mark: '✗' | '!'): void =>
    write(process.stderr, `${mark} ${message}\n  ${hint}`),
  /** For programs, to the output: only the fields that are named. */
  json: (value: unknown, allowed: Printable): void =>
    write(process.stdout, JSON.stringify(printable(value, allowed), null, 1)),
} as const

function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${withoutSecrets(withoutControls(text))}\n`)
}

/** Terminals obey these; our own lines have line ends alone. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
}
