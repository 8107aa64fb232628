/**
 * A reader's own question as a statement of at most `rows` rows. What stands in the parentheses can be a query and
 * nothing else (SELECT, WITH, FROM, VALUES, PIVOT, DESCRIBE, SHOW, SUMMARIZE): whatever would change something, or set it,
 * is no subquery to the engine's parser. A text that closes the parenthesis and goes on makes more than one statement,
 * which cannot be prepared. Only to be run once the engine has prepared it.
 */
export function boundedSelect(text: string, rows: number): string {
  if (!Number.isSafeInteger(rows) || rows < 1) throw new Error('invalid number of rows')
  // A semicolon at the end is how statements are written; the line's end closes a comment.
  const question = text.trim().replace(/[;\s]+$/, '')
  return `select * from (\n${question}\n) limit ${rows}`
}

/** A question to begin with: what came in, month by month. */
export const exampleQuestion = [
  'select month, net_payment_cents / 100 as dollars',
  'from transactions',
  'where months = 1',
  'order by month desc',
].join('\n')

/** A question to begin with about one table; its name must be one of a list. */
export function questionAbout(table: string): string {
  return [`from ${table}`, 'where months = 1', 'order by month desc'].join('\n')
}
