import type { BundlePart } from './bundlePart.ts'

/** What JSON writes as it is: V8 (seen in 13.6) can read a key with an escape as another one. */
const plainName = /^[\w/.-]+$/

/**
 * Parts as one pack, in the order of their names: the index's length, the index, the parts. What
 * `src/bundle/unpack.ts` reads. The same parts give the same bytes. Throws for a name of more than ASCII letters, digits and `_/.-`.
 */
export function encodePack(parts: readonly Pick<BundlePart, 'name' | 'bytes'>[]): Uint8Array {
  const sorted = parts.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  let offset = 0
  const places = sorted.map(({ name, bytes }): [string, [number, number]] => {
    if (!plainName.test(name)) throw new Error('a part of a pack has a name that is not plain')
    const place: [number, number] = [offset, bytes.length]
    offset += bytes.length
    return [name, place]
  })
  const index = Buffer.from(JSON.stringify(Object.fromEntries(places)))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(index.length)
  return Buffer.concat([length, index, ...sorted.map(({ bytes }) => bytes)])
}
