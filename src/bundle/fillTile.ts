import { sparkShape } from '../components/sparkShape.ts'
import type { TileView } from '../components/tileView.ts'

/** Puts a view into a tile's markup as `Tile` would: the same texts and classes, without the framework. */
export function fillTile(tile: HTMLElement, view: TileView): void {
  tile.dataset.state = view.state
  tile.dataset.span = view.span
  put(tile, 'value', view.value, view.state === 'ready' ? '' : 'quiet')
  put(tile, 'unit', view.unit)
  put(tile, 'status', view.statusWord, `badge ${view.status}`)
  put(tile, 'target', view.target)
  put(tile, 'basis', view.basis)
  put(tile, 'maturity', view.maturityWord, `maturity ${view.maturity}`)
  put(tile, 'as-of', view.asOf)
  put(tile, 'range', view.sparkRange)
  view.changes.forEach((change, index) => {
    const part = partOf(tile, `change-${index}`)
    if (!part) return
    part.className = `change ${change.tone}`
    const [text, against] = part.children
    if (text) text.textContent = change.text
    if (against) against.textContent = change.against
  })
  const { line, ...parts } = sparkShape(view)
  partOf(tile, 'spark')?.setAttribute('d', line)
  for (const [part, path] of Object.entries(parts)) partOf(tile, `spark-${part}`)?.setAttribute('d', path)
}

function put(tile: HTMLElement, part: string, text: string, className?: string): void {
  const element = partOf(tile, part)
  if (!element) return
  element.textContent = text
  if (className !== undefined) element.className = className
}

function partOf(tile: HTMLElement, part: string): Element | null {
  return tile.querySelector(`[data-part="${part}"]`)
}
