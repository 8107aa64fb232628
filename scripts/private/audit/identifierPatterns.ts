/** Something that must not stand in what is published. */
export interface SweepPattern {
  readonly name: string
  /** With the flag `g`. */
  readonly expression: RegExp
  /** Whether a match is meant and harmless. */
  readonly isAllowed?: (match: string) => boolean
}

/** What identifies a person, wherever it stands; narrow enough not to turn up in compressed bytes. */
export const identifierPatterns: readonly SweepPattern[] = [
  {
    name: 'e-mail address',
    expression:
      /(?:[\w.+-]{3,}@[\w-]{3,}(?:\.[\w-]+)*\.[a-z]{2,10}|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov))\b/gi,
  },
  { name: 'phone number', expression: /(?<![\d.])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d.])/g },
  { name: 'social security number', expression: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    name: 'record number',
    expression:
      /\b(?:MRN|medical record|chart|patient|account|acct|member|policy)(?: ?(?:id|no|num|number))?\.?[ :#=]{1,3}[A-Z]{0,3}\d{4,}/gi,
    // `Member: 2020 Health`: a year is no record's number, unless nothing else can be meant.
    isAllowed: (match) =>
      /[ :#=](?:19|20)\d{2}$/.test(match) && !/MRN|record|\b(?:id|no|num|number)\b/i.test(match),
  },
  {
    name: 'date of a day',
    expression: /(?<!\d)\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}(?!\d)/g,
    // How our own remedies say that a date is typed.
    isAllowed: (match) => match === '1/31/2026' || match === '31/1/2026',
  },
]

/** Keys that open or sign a bundle, or a cloud account. */
export const secretPatterns: readonly SweepPattern[] = [
  { name: 'age identity', expression: /AGE-SECRET-KEY/gi },
  { name: 'private key', expression: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY|"private_key"/g },
]

const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const year = '(?:19|20)\\d{2}'

/** How people write a day; with slashes and a whole year it is among the patterns above. */
const writtenDays = [
  '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])', // 1980-06-12
  `${day}([/-])${day}\\1\\d{2}`, // 6/12/80
  `${day}-${day}-${year}`, // 6-12-1980
  `${month}\\.? ${day}(?:st|nd|rd|th)?,? ${year}`, // June 12 1980
  `${day}([ -])${month}\\.?\\2(?:19|20)?\\d{2}`, // 12-Jun-1980
].join('|')

/**
 * Days, as `2026-03-14` or as people write them. Allowed are the days given (the as-of date, say) and the first and
 * last days of months, which say no more than the month, both written as the former.
 */
export function dayPattern(allowed: readonly string[]): SweepPattern {
  return {
    name: 'date finer than a month',
    expression: new RegExp(`(?<![\\da-z])(?:${writtenDays})(?!\\d)`, 'gi'),
    isAllowed: (match) => allowed.includes(match) || isEdgeOfMonth(match),
  }
}

function isEdgeOfMonth(day: string): boolean {
  if (!/^\d{4}-/.test(day)) return false
  if (day.endsWith('-01')) return true
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0))
  return last.toISOString().slice(0, 10) === day
}
