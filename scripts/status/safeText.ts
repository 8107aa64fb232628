/** So many UTF-16 units fit a cell of Google Sheets. */
export const cellLimit = 50_000

const ending = '… (cut)'

/**
 * Text that no spreadsheet program executes: not in Google Sheets, where it is written as a string anyway,
 * nor in another program after an export as CSV, even one that splits at semicolons or ignores quotes. An
 * apostrophe goes before text that starts, after blanks and quotes, with = + - @ or their full-width forms,
 * and before such text after a separator. Control characters, line ends and invisible marks that turn the
 * reading direction become blanks; lone surrogates become U+FFFD. At most 50,000 UTF-16 units.
 */
export function safeText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/\p{Noncharacter_Code_Point}/gu, '\uFFFD')
  const guarded = plain.replace(formulaStart, "$<before>'$<start>")
  return guarded.length <= cellLimit ? guarded : cutText(guarded, cellLimit)
}

// Blanks, invisible marks and quotes may stand before what a program takes for a formula's first character.
const formulaStart = /(?<before>^|[,;|])(?<start>[\s\p{Cf}\p{M}"“”„«»`]*[=+\-@＝＋－＠﹢﹣﹦﹫])/gu

/** Text of at most `limit` UTF-16 units, whole characters only, with a note where it was cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  // A surrogate pair cut in two would leave half a character.
  return text.slice(0, limit - ending.length).replace(/[\uD800-\uDBFF]$/, '') + ending
}
