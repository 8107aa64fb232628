import type { BundlePart } from './bundlePart.ts'

/**
 * Parts as one pack, in the order of their names: the index's length, the index, the parts. What
 * `src/bundle/unpack.ts` reads. The same parts give the same bytes.
 */
export function encodePack(parts: readonly Pick<BundlePart, 'name' | 'bytes'>[]): Uint8Array {
  const sorted = parts.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  let offset = 0
  const places = sorted.map(({ name, bytes }): [string, [number, number]] => {
    const place: [number, number] = [offset, bytes.length]
    offset += bytes.length
    return [name, place]
  })
  const index = Buffer.from(JSON.stringify(Object.fromEntries(places)))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(index.length)
  return Buffer.concat([length, index, ...sorted.map(({ bytes }) => bytes)])
}
