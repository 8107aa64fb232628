/** How many words a two-part link has. */
export const wordCount = 6

/**
 * The words of a text as they were generated: lower case, in order. Spacing, commas, line breaks, list
 * numbers and the kinds of hyphen that phones put in are forgiven.
 */
export function normalWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .split(/[^a-z-]+/)
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word !== '')
}
