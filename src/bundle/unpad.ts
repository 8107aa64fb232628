import { BundleError } from './BundleError.ts'
import { padmeSize } from './padmeSize.ts'

/** Bytes before the content: its length, little-endian. */
export const padHeader = 8

/**
 * What was padded: 8 bytes of length, the content, zeros up to a Padmé size. Throws `BundleError` for
 * anything that is not exactly that.
 */
export function unpad(padded: Uint8Array): Uint8Array {
  if (padded.length < padHeader) throw new BundleError('damaged')
  const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength)
  const length = Number(view.getBigUint64(0, true))
  const end = padHeader + length
  if (end > padded.length || padmeSize(end) !== padded.length) throw new BundleError('damaged')
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new BundleError('damaged')
  return padded.subarray(padHeader, end)
}
