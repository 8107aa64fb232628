import type { ChoiceCell, DateCell, Look, NumberCell, StatusRow, TextCell } from './statusSheet.ts'

/** Text that runs over empty neighbours. */
export function text(words: string, look?: Look): TextCell {
  return look === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, look }
}

/** Long text, on several lines. */
export function wrapped(words: string): TextCell {
  return { kind: 'text', text: words, wrap: true }
}

/** Text that opens a place in a spreadsheet; without an address plain text. */
export function linked(words: string, link: string | null): TextCell {
  return link === null ? text(words) : { kind: 'text', text: words, link }
}

export function count(value: number | null, look?: Look): NumberCell | null {
  return value === null ? null : { kind: 'count', value, ...(look ? { look } : {}) }
}

/** Integer cents. */
export function money(cents: number | null, look?: Look): NumberCell | null {
  return cents === null ? null : { kind: 'money', value: cents, ...(look ? { look } : {}) }
}

/** A civil date, `2026-10-31`. */
export function date(day: string | null): DateCell | null {
  return day === null ? null : { kind: 'date', date: day }
}

export function choice(choices: readonly string[]): ChoiceCell {
  return { kind: 'choice', choices }
}

export function headerRow(labels: readonly string[]): StatusRow {
  return labels.map((label) => text(label, 'header'))
}

/** A sentence on rows of its own, broken between words so that it stays readable beside the tables. */
export function sentence(words: string, look?: Look): StatusRow[] {
  return linesOf(words).map((line) => [text(line, look)])
}

const lineLength = 150

function linesOf(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= lineLength) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
