/** The answer to a reader's own question, cell by cell: numbers as they are, anything else as text. */
export interface SqlAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Whether there were more rows than are given. */
  readonly isCut: boolean
}

/** As many rows as a question is answered with. */
export const mostRows = 1_000
