/** The engine's own name for a kind of failure; the text after it may quote a cell. */
const engineErrorKind = /^[A-Z][A-Za-z-]*(?: [A-Z][A-Za-z]*)* Error(?=:)/

/** Kinds that arise before any row is read: their first line speaks of the SQL alone. */
const sqlErrorLine = /^(?:Parser|Binder|Catalog) Error:.*/

/**
 * A failure of the private database, told without its values: DuckDB's messages quote cells
 * (`Could not convert string '…'`), so only what was being done and the kind of failure are kept.
 * The engine's error is not attached as a cause either, since causes are printed.
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'

  constructor(doing: string, engineError?: unknown) {
    const text = engineError instanceof Error ? engineError.message : ''
    const kind = sqlErrorLine.exec(text)?.[0] ?? engineErrorKind.exec(text)?.[0]
    super(kind === undefined ? `ledger failed: ${doing}` : `ledger failed: ${doing} (${kind})`)
  }
}
