/** What is searched of an entry: its name, abbreviations, number and sentence, as one text. */
export interface SearchedEntry {
  readonly id: string
  readonly words: string
}

/**
 * The ids of the entries in which every word that was typed begins a word, whatever its case, accents and signs; all of
 * them where none was typed. Pure.
 */
export function entriesFound(entries: readonly SearchedEntry[], typed: string): ReadonlySet<string> {
  const asked = wordsOf(typed)
  const found = entries.filter(({ words }) => {
    const own = wordsOf(words)
    return asked.every((word) => own.some((one) => one.startsWith(word)))
  })
  return new Set(found.map(({ id }) => id))
}

/** `A/R over 90 days` is `ar over 90 days`: signs within a word are nobody's to remember. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase()
  return plain
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
}
