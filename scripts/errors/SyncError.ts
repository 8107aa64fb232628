import { onOneLine } from './onOneLine.ts'

/**
 * A problem that a person can mend. The message says what is wrong and where (tab, row, column),
 * the hint what to do; neither ever holds a cell's value, nor anything that a terminal obeys.
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
    super(onOneLine(message), options.cause === undefined ? undefined : { cause: options.cause })
    this.hint = onOneLine(hint)
    this.others = options.others ?? []
  }
}
