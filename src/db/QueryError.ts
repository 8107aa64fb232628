/** A statement that the engine refused. The engine's own words are the cause: they may repeat values. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  /** The statement's text, with `?` for every value. */
  readonly sql: string

  constructor(sql: string, cause: unknown) {
    super('query failed', { cause })
    this.sql = sql
  }
}
