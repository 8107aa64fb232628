import { onOneLine } from './onOneLine.ts'

/**
 * A problem that a person can mend. The message says what is wrong and where (tab, row, column),
 * the hint what to do; neither ever holds a cell's value, nor anything that a terminal obeys. Nor does its
 * cause: of a foreign error, whose text may quote a cell, none is kept.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError'
  readonly hint: string
  /** Further problems found in the same run, so that all can be shown at once. */
  readonly others: readonly SyncError[]

  constructor(
    message: string,
    hint: string,
    options: { cause?: unknown; others?: readonly SyncError[] } = {},
  ) {
    super(onOneLine(message), isSafe(options.cause) ? { cause: options.cause } : undefined)
    this.hint = onOneLine(hint)
    this.others = options.others ?? []
  }
}

/** Our own refusals, and what the system says of files: it names a path and a code. */
function isSafe(cause: unknown): boolean {
  return cause instanceof SyncError || (cause instanceof Error && 'syscall' in cause)
}
