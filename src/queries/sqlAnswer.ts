/** The answer to a reader's own question, cell by cell: numbers as they are, anything else as text. */
export interface SqlAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Whether there were more rows than are given. */
  readonly isCut: boolean
  /** How many columns the question has; more than are given where they are more than `mostColumns`. */
  readonly columnCount: number
  /** Whether a text was longer than `mostCharacters`; its end is an ellipsis then. */
  readonly isShortened: boolean
}

/** As many rows as a question is answered with. */
export const mostRows = 1_000

/** As many columns: with more cells than these a page does not answer for minutes. No published table has as many. */
export const mostColumns = 50

/** As many characters of a text. */
export const mostCharacters = 500
