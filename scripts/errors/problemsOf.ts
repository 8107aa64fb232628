import { getSystemErrorMap } from 'node:util'
import { SyncError } from './SyncError.ts'

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
  return [
    {
      message: `This failed in a way that is not known (${kindOf(error)} at ${placesOf(error)}).`,
      hint: 'Please report this line; it holds no data of yours. What was published last stays as it was.',
    },
  ]
}

/**
 * The class of an error and the system's code, such as `Error ENOSPC` for a full disk. Neither its text nor its
 * name: a foreign error may have put a cell's value into either.
 */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name } = error.constructor
  const kind = /^[A-Z]\w{2,40}$/.test(name) ? name : 'Error'
  const code = 'code' in error && isKnownCode(error.code) ? ` ${error.code}` : ''
  return `${kind}${code}`
}

const systemCodes = new Set([...getSystemErrorMap().values()].map(([code]) => code))

/** Codes of the system, of Node and of its unpacker: a closed list, and two forms that hold no text. */
function isKnownCode(code: unknown): code is string {
  return typeof code === 'string' && (systemCodes.has(code) || /^(?:ERR_[A-Z_]+|Z_[A-Z]+_ERROR)$/.test(code))
}

/** The innermost places in our own code, as `scripts/…:line`, three at most. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown place'
  const { stack = '', message } = error
  // The text comes first in a stack and may look like a place itself.
  const start = message === '' ? 0 : stack.indexOf(message) + message.length
  const places = stack
    .slice(start)
    .split('\n')
    .flatMap((line) => /^\s+at .*?\b((?:scripts|src)\/[\w./-]+:\d+):\d+\)?$/.exec(line)?.[1] ?? [])
  return [...new Set(places)].slice(0, 3).join(', ') || 'an unknown place'
}
