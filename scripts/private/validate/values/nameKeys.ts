/** Letters behind a name that are no part of it, and titles before it. */
const credentials = new Set(
  'md do np pa pac npc fnp fnpc fnpbc dnp aprn arnp rn lpn cnm cns crna phd psyd lcsw lmft lpc pt dpt ot otr dc dpm od dds dmd mbbs mph msn bsn facp faafp faap facog jr sr ii iii iv dr doctor prof'.split(
    ' ',
  ),
)

/**
 * Keys under which a person's name may be found, the surest first: `last|first`, whatever way it is
 * written (`Last, First M.`, `LAST,FIRST`, `Dr. A. Smith`, `SMITH, ANNA MD`, `Anna Smith, NP-C`).
 * A first name of one letter gives `last|a`; a double last name gives a key for each reading.
 */
export function nameKeys(name: string): string[] {
  // A maiden name or a nickname in parentheses: `Smith (Miller), Anna`.
  const plain = name.replace(/\([^()]*\)/g, ' ')
  const parts = (plain.trim() === '' ? name : plain)
    .split(',')
    .map((part) => wordsOf(part))
    .filter((words) => words.length > 0)
  const [head = [], next] = parts
  if (next !== undefined) return head.map((_, start) => keyOf(head.slice(start), next[0]))
  const [first, ...rest] = head
  if (rest.length === 0) return first === undefined ? [] : [`${first}|`]
  return rest.map((_, start) => keyOf(rest.slice(start), first)).reverse()
}

/** The same keys with the first name cut to its initial. */
export function initialKeys(name: string): string[] {
  return nameKeys(name).map((key) => key.replace(/\|(.).*$/u, '|$1'))
}

/** What a name says beyond its last and first name; two that differ in it are two people. */
export interface NameMarks {
  /** Initial of a middle name. */
  readonly middle: string | null
  /** `jr`, `sr`, `ii` … */
  readonly generation: string | null
}

const generations = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/**
 * The marks of a name, whatever way it is written: `Smith, Anna B.`, `Anna B Smith`. Between first and last name only a
 * single letter is a middle name, because `Miller Smith` may be a last name.
 */
export function nameMarks(name: string): NameMarks {
  const parts = name
    .replace(/\([^()]*\)/g, ' ')
    .split(',')
    .map((part) => wordsOf(part))
    .filter((words) => words.length > 0)
  const [head = [], next] = parts
  const between = head.slice(1, -1).find((word) => word.length === 1)
  const middle = next === undefined ? between : next[1]
  const generation = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .find((word) => generations.has(word))
  return { middle: middle?.charAt(0) ?? null, generation: generation ?? null }
}

/** Whether a text names several people (`Smith, Anna / Jones, Bob`); letters behind a name (`NP/MD`) are nobody. */
export function namesSeveral(name: string): boolean {
  return name.split(/[;/&+]|\s(?:and|or)\s/i).filter((part) => wordsOf(part).length > 0).length > 1
}

/** A name for people when there is no providers tab: one blank between words, no trailing comma. */
export function tidyName(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*/g, ', ')
    .replace(/[,\s]+$/, '')
    .trim()
}

function keyOf(last: readonly string[], first: string | undefined): string {
  return `${last.join(' ')}|${first ?? ''}`
}

function wordsOf(part: string): string[] {
  return part
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(np|pa|fnp)-(c|bc)\b/g, '$1$2')
    .replace(/\b([a-z])\.(?=[a-z]\.)/g, '$1')
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !credentials.has(word))
}
