import { BundleError } from './BundleError.ts'

/** The parts of a pack by name; views into its bytes. */
export type Pack = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/**
 * Reads a pack: 4 bytes of length (little-endian), a JSON index `{name: [offset, length]}` of that length,
 * and the parts, one behind the other. Throws `BundleError` for anything that is not exactly that.
 */
export function unpack(bytes: Uint8Array<ArrayBuffer>): Pack {
  if (bytes.length < 4) throw new BundleError('damaged')
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (start > bytes.length) throw new BundleError('damaged')
  const parts = new Map<string, Uint8Array<ArrayBuffer>>()
  let end = start
  for (const [name, [offset, length]] of Object.entries(indexOf(bytes.subarray(4, start)))) {
    const from = start + offset
    if (from !== end || !(length >= 0) || from + length > bytes.length) throw new BundleError('damaged')
    end = from + length
    parts.set(name, bytes.subarray(from, end))
  }
  if (end !== bytes.length) throw new BundleError('damaged')
  return parts
}

function indexOf(bytes: Uint8Array): Record<string, [number, number]> {
  try {
    const index: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (
      typeof index === 'object' &&
      index !== null &&
      !Array.isArray(index) &&
      Object.values(index).every(isPlace)
    ) {
      return index as Record<string, [number, number]>
    }
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
  throw new BundleError('damaged')
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger)
}
