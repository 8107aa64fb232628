import { drawElement } from './drawElement.ts'
import { inLightColors } from './lightColors.ts'

/** What a picture of a chart says around the drawing. */
export interface PictureTexts {
  readonly title: string
  readonly summary: string
  /** Filter, date basis, freshness and source, a line each. */
  readonly foot: readonly string[]
}

const padding = 20
const scale = 2

interface Line {
  readonly text: string
  readonly size: number
  readonly weight: number
  readonly color: string
}

/**
 * A chart as a PNG on a light ground, twice as fine as the screen: its title and sentence, the drawing (or the table that
 * stands in its place), and under it what it is of and where it comes from.
 */
export function chartPicture(body: HTMLElement, texts: PictureTexts): Promise<Blob> {
  const canvas = inLightColors(body, () => draw(body, texts))
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png'),
  )
}

/** A colour as it is within an element: a token says both schemes' until something has it. */
function colorIn(element: HTMLElement, color: string): string {
  const probe = document.createElement('i')
  probe.style.color = color
  element.append(probe)
  const computed = getComputedStyle(probe).color
  probe.remove()
  return computed
}

function draw(body: HTMLElement, { title, summary, foot }: PictureTexts): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw on')
  const style = getComputedStyle(body)
  const token = (name: string) => colorIn(body, `var(${name})`)
  const { fontFamily } = style
  const width = Math.ceil(Math.max(body.getBoundingClientRect().width, body.scrollWidth))
  const height = Math.ceil(Math.max(body.getBoundingClientRect().height, body.scrollHeight))

  const wrapped = (lines: readonly Line[]) =>
    lines.flatMap((line) => wrap(context, line, { width, fontFamily }))
  const head = wrapped([
    { text: title, size: 16, weight: 650, color: token('--ink') },
    { text: summary, size: 13, weight: 400, color: token('--ink-2') },
  ])
  const end = wrapped(foot.map((text) => ({ text, size: 11, weight: 400, color: token('--ink-3') })))

  canvas.width = (width + 2 * padding) * scale
  canvas.height = Math.ceil(heightOf(head) + heightOf(end) + height + 4 * padding) * scale
  context.scale(scale, scale)
  context.fillStyle = token('--surface')
  context.fillRect(0, 0, canvas.width, canvas.height)
  const under = write(context, head, { top: padding, fontFamily })
  context.save()
  context.translate(padding, under + padding)
  drawElement(context, body)
  context.restore()
  write(context, end, { top: under + height + 2 * padding, fontFamily })
  return canvas
}

/** A text in as many lines as it needs. */
function wrap(
  context: CanvasRenderingContext2D,
  line: Line,
  { width, fontFamily }: { readonly width: number; readonly fontFamily: string },
): Line[] {
  context.font = `${String(line.weight)} ${String(line.size)}px ${fontFamily}`
  const rows: string[] = []
  for (const word of line.text.split(' ').filter(Boolean)) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim()
    if (rows.length > 0 && context.measureText(longer).width <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows.map((text) => ({ ...line, text }))
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size }) => sum + size * 1.4, 0)
}

/** Writes lines from `top` down, and says where they end. */
function write(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  { top, fontFamily }: { readonly top: number; readonly fontFamily: string },
): number {
  let at = top
  for (const { text, size, weight, color } of lines) {
    context.font = `${String(weight)} ${String(size)}px ${fontFamily}`
    context.fillStyle = color
    at += size * 1.4
    context.fillText(text, padding, at - size * 0.4)
  }
  return at
}
