/**
 * Text on one line, without what a terminal or a build's log obeys: names of tabs and spreadsheets come from
 * other people.
 */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}
