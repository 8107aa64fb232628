/** A file with scripts as the builder wrote it; names are relative to the site's root. */
export interface BuiltChunk {
  readonly fileName: string
  /** What it holds, such as `numbers`; see `chunkOf`. */
  readonly name: string
  /** The files without which it does not run, in the order in which they run. */
  readonly imports: readonly string[]
  /** Whether it has code of its own, beside its imports. */
  readonly runs: boolean
}
