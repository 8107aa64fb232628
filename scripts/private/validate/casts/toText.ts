/** Text as people read it: NBSP as space, runs of blanks as one, a leading apostrophe (text mark) gone. */
export function toText(cell: string | number | boolean): string {
  const text = String(cell)
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()
  return text.startsWith("'") ? text.slice(1).trim() : text
}
