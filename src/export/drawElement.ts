/**
 * Draws what an element shows (a plot's SVG, a legend, a table) on a canvas whose origin is the element's upper left
 * corner: shapes, texts and grounds as they are computed now. No picture of the page is taken, so nothing has to be
 * allowed by the page's policy. Clips are not heeded.
 */
export function drawElement(context: CanvasRenderingContext2D, root: Element): void {
  const { left, top } = root.getBoundingClientRect()
  context.save()
  context.translate(-left, -top)
  drawInside(context, root)
  context.restore()
}

function drawInside(context: CanvasRenderingContext2D, element: Element): void {
  const style = getComputedStyle(element)
  if (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    element.matches('.visually-hidden, title, defs')
  )
    return
  if (element instanceof SVGGeometryElement) drawShape(context, element, style)
  else if (element instanceof HTMLElement) drawGround(context, element, style)
  for (const child of element.childNodes) {
    if (child instanceof Element) drawInside(context, child)
    else if (child instanceof Text && element instanceof SVGTextContentElement)
      drawLabel(context, element, style)
    else if (child instanceof Text) drawWords(context, child, style)
  }
}

function drawGround(
  context: CanvasRenderingContext2D,
  element: HTMLElement,
  { backgroundColor, borderTopLeftRadius, borderTopWidth, borderTopColor }: CSSStyleDeclaration,
): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  context.beginPath()
  context.roundRect(left, top, width, height, Number.parseFloat(borderTopLeftRadius) || 0)
  context.fillStyle = backgroundColor
  context.fill()
  const line = Number.parseFloat(borderTopWidth) || 0
  if (line === 0) return
  context.fillStyle = borderTopColor
  context.fillRect(left, top, width, line)
}

function drawShape(
  context: CanvasRenderingContext2D,
  element: SVGGeometryElement,
  style: CSSStyleDeclaration,
): void {
  const matrix = element.getScreenCTM()
  if (!matrix) return
  context.save()
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
  const path = pathOf(element)
  paint(context, style, { fill: () => context.fill(path), stroke: () => context.stroke(path) })
  context.restore()
}

function pathOf(element: SVGGeometryElement): Path2D {
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '')
  const path = new Path2D()
  const of = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '0')
  if (element instanceof SVGRectElement) path.roundRect(of('x'), of('y'), of('width'), of('height'), of('rx'))
  if (element instanceof SVGCircleElement) path.arc(of('cx'), of('cy'), of('r'), 0, 2 * Math.PI)
  if (element instanceof SVGLineElement) {
    path.moveTo(of('x1'), of('y1'))
    path.lineTo(of('x2'), of('y2'))
  }
  return path
}

interface Strokes {
  readonly fill: () => void
  readonly stroke: () => void
}

/** Fills and strokes in the order that the style says, each with its own opacity. */
function paint(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  { fill, stroke }: Strokes,
): void {
  const opacity = Number(style.opacity)
  const fills = () => {
    if (style.fill === 'none') return
    context.globalAlpha = opacity * Number(style.fillOpacity)
    context.fillStyle = style.fill
    fill()
  }
  const strokes = () => {
    const width = Number.parseFloat(style.strokeWidth)
    if (style.stroke === 'none' || !(width > 0)) return
    context.globalAlpha = opacity * Number(style.strokeOpacity)
    context.strokeStyle = style.stroke
    context.lineWidth = width
    context.lineJoin = 'round'
    const dashes = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/)
    context.setLineDash(dashes.map(Number.parseFloat))
    stroke()
  }
  const order = style.paintOrder.startsWith('stroke') ? [strokes, fills] : [fills, strokes]
  for (const one of order) one()
  context.globalAlpha = 1
}

/** A label of a plot, where its first letter stands. */
function drawLabel(
  context: CanvasRenderingContext2D,
  element: SVGTextContentElement,
  style: CSSStyleDeclaration,
): void {
  const text = element.textContent.trim()
  const matrix = element.getScreenCTM()
  if (text === '' || element.getNumberOfChars() === 0 || !matrix) return
  const { x, y } = element.getStartPositionOfChar(0)
  context.save()
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
  context.font = fontOf(style)
  paint(context, style, {
    fill: () => context.fillText(text, x, y),
    stroke: () => context.strokeText(text, x, y),
  })
  context.restore()
}

/** Words of a table or a legend, each where it stands. */
function drawWords(context: CanvasRenderingContext2D, node: Text, style: CSSStyleDeclaration): void {
  context.font = fontOf(style)
  context.fillStyle = style.color
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const range = document.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const { left, top, height } = range.getBoundingClientRect()
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(word)
    context.fillText(word, left, top + (height - up - down) / 2 + up)
  }
}

function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
}
