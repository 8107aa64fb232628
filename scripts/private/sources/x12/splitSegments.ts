/** One segment of an X12 file. */
export interface Segment {
  /** Its place in the file, from 1: what messages name. */
  readonly number: number
  /** `CLP` */
  readonly id: string
  /** Its elements from 01 on, without blanks around them; position 0 is CLP01. */
  readonly elements: readonly string[]
  /** Between the parts of an element. */
  readonly component: string
}

/** What an X12 file is made of, and what keeps it from being read. */
export interface Segments {
  readonly segments: readonly Segment[]
  /** Sentences, with the number of the segment where there is one. */
  readonly problems: readonly { readonly segment: number | null; readonly text: string }[]
}

/** The ISA segment has this many elements, each with a fixed width; what follows the last but one are delimiters. */
const interchangeElements = 16

/** Whether a text is an X12 interchange: it begins with an ISA segment. */
export function isX12(text: string): boolean {
  return /^\uFEFF?\s*ISA[^\p{L}\p{N}\s]/u.test(text)
}

/**
 * Cuts X12 text into segments. Each interchange says in its first segment which characters part elements, parts of
 * elements and segments; line breaks between segments mean nothing. Nothing is read after a problem.
 */
export function splitSegments(text: string): Segments {
  const segments: Segment[] = []
  let at = afterBlank(text, text.startsWith('\uFEFF') ? 1 : 0)
  while (at < text.length) {
    const problem = (what: string): Segments => ({
      segments,
      problems: [{ segment: segments.length === 0 ? null : segments.length, text: what }],
    })
    const marks = text.startsWith('ISA', at) ? delimiters(text, at) : null
    if (marks === null) {
      return problem(
        segments.length === 0
          ? 'it does not begin with a whole ISA segment'
          : 'something follows the end of the interchange',
      )
    }
    for (let isOver = false; !isOver && at < text.length; at = afterBlank(text, at)) {
      const end = text.indexOf(marks.segment, at)
      if (end < 0) return problem('it ends in the middle of a segment')
      const [id = '', ...elements] = text
        .slice(at, end)
        .split(marks.element)
        .map((element) => element.trim())
      segments.push({ number: segments.length + 1, id, elements, component: marks.component })
      isOver = id === 'IEA'
      at = end + 1
    }
  }
  return { segments, problems: [] }
}

interface Delimiters {
  readonly element: string
  readonly component: string
  readonly segment: string
}

function delimiters(text: string, start: number): Delimiters | null {
  const element = text[start + 3] ?? ''
  let at = start + 2
  for (let count = 0; count < interchangeElements; count += 1) {
    at = element === '' ? -1 : text.indexOf(element, at + 1)
    if (at < 0) return null
  }
  const component = text[at + 1] ?? ''
  const segment = text[at + 2] ?? ''
  const marks = [element, component, segment]
  const isPlain = marks.every((mark) => mark !== '' && !/[\p{L}\p{N} ]/u.test(mark))
  return isPlain && new Set(marks).size === marks.length ? { element, component, segment } : null
}

function afterBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1
  return at
}
