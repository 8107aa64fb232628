import type { Segment } from './splitSegments.ts'
import type { X12Problem } from './X12Problem.ts'

/** The transaction sets of a file, each from ST to SE, and what is wrong with what is around them. */
export interface Envelope {
  readonly sets: readonly (readonly Segment[])[]
  readonly problems: readonly X12Problem[]
  /** Whether the sender marked an interchange as a test (ISA15). */
  readonly isTest: boolean
}

/** An envelope's segments: which one opens and closes it, and where each has its control number. */
const levels = [
  { opens: 'ISA', closes: 'IEA', number: 12, of: 'interchange' },
  { opens: 'GS', closes: 'GE', number: 5, of: 'functional group' },
  { opens: 'ST', closes: 'SE', number: 1, of: 'transaction set' },
] as const

interface Open {
  readonly level: number
  readonly segment: Segment
  /** What is inside: groups, sets, or segments with both ends. */
  count: number
}

/** Follows interchanges, groups and sets: each must be closed by its own number, with the count that was found. */
export function checkEnvelope(segments: readonly Segment[]): Envelope {
  const problems: X12Problem[] = []
  const sets: Segment[][] = []
  const open: Open[] = []
  const say = ({ number, id }: Segment, text: string): void => {
    problems.push({ segment: number, id, text })
  }
  for (const segment of segments) {
    const opened = levels.findIndex(({ opens }) => opens === segment.id)
    const closed = levels.findIndex(({ closes }) => closes === segment.id)
    const inner = open.at(-1)
    if (opened >= 0) {
      if (opened !== open.length) say(segment, `it stands where no ${levels[opened]?.of ?? ''} can begin`)
      if (inner) inner.count += 1
      open.push({ level: opened, segment, count: opened === 2 ? 1 : 0 })
      if (opened === 2) sets.push([segment])
    } else if (closed >= 0) {
      if (closed === 2 && inner) inner.count += 1
      if (inner?.level === closed) checkClose(segment, inner, say)
      else say(segment, `it closes no ${levels[closed]?.of ?? ''} that is open`)
      if (closed === 2 && inner?.level === 2) sets.at(-1)?.push(segment)
      open.pop()
    } else if (inner?.level === 2) {
      inner.count += 1
      sets.at(-1)?.push(segment)
    } else if (segment.id !== 'TA1') say(segment, 'it stands outside of any transaction set')
  }
  for (const { level, segment } of open)
    say(segment, `the ${levels[level]?.of ?? ''} is not closed: the file was cut off`)
  const isTest = segments.some(({ id, elements }) => id === 'ISA' && elements[14] === 'T')
  return { sets, problems, isTest }
}

function checkClose(
  segment: Segment,
  { level, segment: opener, count }: Open,
  say: (segment: Segment, text: string) => void,
): void {
  const { number, of } = levels[level] ?? levels[0]
  const [told, own] = segment.elements
  if (own?.trim() !== opener.elements[number]?.trim())
    say(segment, `its control number is not that of the ${of}`)
  if (!/^\d{1,9}$/.test(told ?? '') || Number(told) !== count) {
    const inside = ['functional groups', 'transaction sets', 'segments'][level] ?? ''
    say(segment, `it counts other ${inside} than the ${String(count)} there are`)
  }
}
