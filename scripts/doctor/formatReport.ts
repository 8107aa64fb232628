import type { Verdict } from './check.ts'
import type { Line, ReportGroup } from './runChecks.ts'

const marks: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✗',
  warn: '!',
  note: '·',
  unchecked: '–',
}

/** How many lines ended how. */
export type Counts = Readonly<Record<Verdict, number>>

export function countLines(groups: readonly ReportGroup[]): Counts {
  const counts = { pass: 0, fail: 0, warn: 0, note: 0, unchecked: 0 }
  for (const { lines } of groups) for (const { verdict } of lines) counts[verdict] += 1
  return counts
}

/** The doctor's findings for people: a heading for each subject, a mark for each line, the remedy beneath it. */
export function formatReport(groups: readonly ReportGroup[], width: number): string {
  const shown = groups.filter(({ lines }) => lines.length > 0)
  const blocks = shown.map(({ title, lines }) =>
    [title, ...gathered(lines).flatMap((line) => formatLine(line, width))].join('\n'),
  )
  return [...blocks, formatSummary(countLines(groups))].join('\n\n')
}

/** Three and more in a row that wait for the same become one line: what matters is what they wait for. */
function gathered(lines: readonly Line[]): Line[] {
  const gathered: Line[] = []
  for (let start = 0; start < lines.length;) {
    const line = lines[start]
    if (!line) break
    const length = line.verdict === 'unchecked' ? runOf(lines.slice(start)) : 1
    if (length < 3) gathered.push(...lines.slice(start, start + length))
    else gathered.push({ ...line, text: `Not checked: ${String(length)} things ${reasonOf(line)}` })
    start += length
  }
  return gathered
}

/** How many lines from the first on were not checked for its reason. */
function runOf(lines: readonly Line[]): number {
  const [first] = lines
  const end = lines.findIndex(
    (line) => line.verdict !== 'unchecked' || reasonOf(line) !== (first && reasonOf(first)),
  )
  return end < 0 ? lines.length : end
}

function reasonOf({ text }: Line): string {
  return text.slice(text.indexOf('(mend first: '))
}

function formatLine({ verdict, text, remedy }: Line, width: number): string[] {
  const [first, ...more] = wrap(text, width - 4)
  const lines = [`  ${marks[verdict]} ${first ?? ''}`, ...more.map((line) => `    ${line}`)]
  return remedy === null ? lines : [...lines, ...wrap(remedy, width - 6).map((line) => `      ${line}`)]
}

function formatSummary(counts: Counts): string {
  const parts = [
    counts.fail > 0 ? `${String(counts.fail)} to mend (✗)` : null,
    counts.warn > 0 ? `${String(counts.warn)} to look at (!)` : null,
    counts.unchecked > 0 ? `${String(counts.unchecked)} not checked (–)` : null,
    `${String(counts.pass)} in order (✓)`,
  ].filter((part) => part !== null)
  const verdict = counts.fail > 0 ? 'A sync would not go well yet' : 'Nothing stands in the way of a sync'
  return `${verdict}: ${parts.join(', ')}.`
}

/** Lines of at most so many letters; a longer word, such as a path or an address, stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > Math.max(width, 20)) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines
}
