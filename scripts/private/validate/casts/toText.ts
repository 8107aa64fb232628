import { mendEncoding } from './mendEncoding.ts'

/**
 * Text as people read it: NBSP as space, runs of blanks as one, a leading apostrophe (text mark) gone, UTF-8 that was
 * read as Windows-1252 (`Ã±`) put right.
 */
export function toText(cell: string | number | boolean): string {
  const text = mendEncoding(String(cell))
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()
  return text.startsWith("'") ? text.slice(1).trim() : text
}
