/** A text that stands at a height of the plot, in pixels from the top, before and after it was moved. */
export interface PlacedLabel {
  readonly lines: readonly string[]
  /** Where its line ends, or its layer has its middle. */
  readonly at: number
  /** Where its first line stands, so that it touches no other. */
  readonly top: number
}

/** About the width of a letter, and the height of a line, at the size of the labels. */
export const letterWidth = 6.2
export const lineHeight = 13

const longestLine = 15
const mostLines = 4

/** Names without what all of them begin with: `Days to sign, median` and `…, slowest tenth` are `Median` and `Slowest tenth`. */
export function toldApart(labels: readonly string[]): string[] {
  const [first = ''] = labels
  const end = first.lastIndexOf(', ')
  const head = end < 0 ? '' : first.slice(0, end + 2)
  if (labels.length < 2 || head === '' || !labels.every((label) => label.startsWith(head))) return [...labels]
  return labels.map((label) => {
    const rest = label.slice(head.length)
    return rest.charAt(0).toUpperCase() + rest.slice(1)
  })
}

/** A text in short lines, broken at blanks and hyphens; what does not fit ends with an ellipsis. */
export function wrapLabel(text: string, longest = longestLine): string[] {
  const lines: string[] = []
  for (const word of text.split(/(?<=[ -])/)) {
    const last = lines.at(-1)
    if (last !== undefined && (last + word).trimEnd().length <= longest) lines[lines.length - 1] = last + word
    else lines.push(word)
  }
  const short = lines.map((line) => line.trimEnd())
  const kept = short.slice(0, mostLines).map((line) => cut(line, longest))
  return short.length <= mostLines ? kept : [...kept.slice(0, -1), `${cut(kept.at(-1) ?? '', longest - 1)}…`]
}

function cut(line: string, longest: number): string {
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

/** The room, in pixels, that labels take beside a plot. */
export function labelWidth(labels: readonly (readonly string[])[]): number {
  return Math.max(0, ...labels.flat().map((line) => line.length)) * letterWidth
}

/**
 * Labels at the heights of their ends, moved apart where they would touch, and kept between `top` and `bottom` where
 * there is room for all. Comes in the order of the input.
 */
export function placeLabels(
  labels: readonly { readonly lines: readonly string[]; readonly at: number }[],
  top: number,
  bottom: number,
): PlacedLabel[] {
  const heights = labels.map(({ lines }) => lines.length * lineHeight + 2)
  const order = labels
    .map((_, index) => index)
    .toSorted((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0))
  const tops = labels.map(({ at }, index) => at - (heights[index] ?? 0) / 2)
  let free = top
  for (const index of order) {
    tops[index] = Math.max(tops[index] ?? 0, free)
    free = (tops[index] ?? 0) + (heights[index] ?? 0)
  }
  let limit = Math.max(bottom, top + heights.reduce((sum, height) => sum + height, 0))
  for (const index of order.toReversed()) {
    tops[index] = Math.min(tops[index] ?? 0, limit - (heights[index] ?? 0))
    limit = tops[index] ?? 0
  }
  return labels.map(({ lines, at }, index) => ({ lines, at, top: tops[index] ?? 0 }))
}
