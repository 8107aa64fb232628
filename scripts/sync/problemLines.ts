import type { Health } from '../../src/bundle/bundle.ts'
import { onOneLine } from '../errors/onOneLine.ts'
import type { Intake } from '../private/intake.ts'
import { counted } from '../words/counted.ts'
import { dollars } from '../words/dollars.ts'
import { wrapped } from '../words/wrapped.ts'
import { screenWidth } from './tabLines.ts'

/** What a run read and noticed. */
interface Found {
  readonly health: Pick<Health, 'rejected' | 'unmapped' | 'warnings'>
  readonly intake: Pick<Intake, 'taken' | 'caveats' | 'unmapped'>
}

/** Problems of one kind, gravest first. */
interface Kind {
  readonly title: string
  /** Each as its lines. */
  readonly entries: readonly (readonly string[])[]
}

/** A note says in so many lines what it is about; the list of all has the whole of it. */
const noteLines = 2

/**
 * What is wrong with what was read, gravest first: tabs of which nothing counts, rows that do not, values that count under
 * no name, then notes, known limits of reports last. The first of each kind, then as many as `room` lines hold; the
 * rest are counted, and `whole` says where they are. Never a value.
 */
export function problemLines(result: Found, room: number, whole: string): string[] {
  const kinds = kindsOf(result).map((kind) =>
    kind.title === note ? { ...kind, entries: kind.entries.map(cut) } : kind,
  )
  const chosen = choose(kinds, room)
  const left = kinds.flatMap(({ title, entries }, kind) => {
    const more = entries.length - (chosen[kind] ?? 0)
    if (more === 0) return []
    return [title === note ? counted(more, 'note') : `${more.toLocaleString('en-US')} ${title.toLowerCase()}`]
  })
  const more = `${indent}and more: ${left.join(', ')}. ${whole}`
  return [
    ...kinds.flatMap(({ entries }, kind) => entries.slice(0, chosen[kind]).flat()),
    ...(left.length === 0 ? [] : wrapped(more, screenWidth, indent)),
  ]
}

/** All of the same, and every note to its end: what is cut on the screen may be told nowhere else. */
export function everyProblem(result: Found): string[] {
  return kindsOf(result).flatMap(({ entries }) => entries.flat())
}

const note = 'Note'

function kindsOf(result: Found): Kind[] {
  const { health, intake } = result
  const lost = intake.taken.flatMap(({ leftOut }) => leftOut ?? [])
  const told = new Set([...lost, ...intake.caveats])
  const notes = [...health.warnings.filter((one) => !told.has(one)), ...intake.caveats]
  return [
    kindOf('Left out', lost),
    kindOf('Rejected', rejected(result)),
    kindOf('Unknown', unmapped(result)),
    kindOf(note, notes),
  ]
}

const indent = ' '.repeat(10)

function kindOf(title: string, entries: readonly string[]): Kind {
  const start = `${title}:`.padEnd(indent.length)
  return { title, entries: entries.map((one) => wrapped(start + onOneLine(one), screenWidth, indent)) }
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= noteLines) return lines
  const last = lines[noteLines - 1] ?? ''
  return [...lines.slice(0, noteLines - 1), `${last.slice(0, screenWidth - 1)}…`]
}

/** How many of each kind: the first of all, then in order until the room is full; a line is kept for the rest. */
function choose(kinds: readonly Kind[], room: number): number[] {
  const chosen = kinds.map(({ entries }) => Math.min(1, entries.length))
  const lines = (kind: number, entry: number) => kinds[kind]?.entries[entry]?.length ?? 0
  let used = 1 + kinds.reduce((sum, _, kind) => sum + (chosen[kind] === 0 ? 0 : lines(kind, 0)), 0)
  for (const [kind, { entries }] of kinds.entries()) {
    for (let entry = 1; entry < entries.length; entry += 1) {
      if (used + lines(kind, entry) > room) break
      used += lines(kind, entry)
      chosen[kind] = entry + 1
    }
  }
  return chosen
}

function rejected({ health }: Found): string[] {
  return [...health.rejected]
    .sort((a, b) => b.rows - a.rows)
    .map(({ tab, column, rule, rows, fix }) => {
      const where = column === null ? tab : `${tab}, column ${column}`
      return `${where}: ${rule} (${counted(rows, 'row')}). ${fix}`
    })
}

/** With the first cell of each, since its value is not told, and where to say what it means. */
function unmapped({ health, intake }: Found): string[] {
  return [...health.unmapped]
    .sort((a, b) => Math.abs(b.cents ?? 0) - Math.abs(a.cents ?? 0) || b.rows - a.rows)
    .map(({ dataset, field, values, rows, cents }) => {
      const found = intake.unmapped.find((one) => one.dataset === dataset && one.field === field)
      const money = cents === null ? '' : `, ${dollars(cents)}`
      const what = `${dataset}.${field}: ${counted(values, 'value')} on ${counted(rows, 'row')}${money}`
      if (found === undefined) return what
      const { row, column, tab } = found.first
      const place = column === null ? `row ${String(row)}` : `${column}${String(row)}`
      return `${what}; the first in ${onOneLine(tab)}, ${place}. Add to ${found.mapTab ?? listOf(field)}`
    })
}

/** Where names are listed that no map tab has. */
function listOf(field: string): string {
  return `the ${field.endsWith('provider') ? 'providers' : 'payers'} tab`
}
