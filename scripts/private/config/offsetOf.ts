import { isMap, isNode, isPair, isScalar, type Document } from 'yaml'

/** Where a path stands in a YAML file, as an offset: its key if it has one, else the nearest thing around it. */
export function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  if (path.length === 0) return 0
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const last = String(path.at(-1))
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === last,
    )
    if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0]
  }
  const node: unknown = document.getIn(path, true)
  if (isNode(node) && node.range) return node.range[0]
  return offsetOf(document, path.slice(0, -1))
}
