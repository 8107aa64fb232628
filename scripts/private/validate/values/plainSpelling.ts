/**
 * A spelling as somebody copied it: the status workbook writes `'=x`, `'+x`, `'-x` and `'@x` for values
 * that a spreadsheet would execute, and the apostrophe must not keep the copy from matching the value.
 */
export function plainSpelling(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '')
}
