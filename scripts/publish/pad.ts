import { padmeSize } from '../../src/bundle/padmeSize.ts'
import { padHeader } from '../../src/bundle/unpad.ts'

/** Content behind its length (8 bytes, little-endian), with zeros up to a Padmé size. What `unpad` reads. */
export function pad(content: Uint8Array): Uint8Array {
  const padded = Buffer.alloc(padmeSize(padHeader + content.length))
  padded.writeBigUInt64LE(BigInt(content.length))
  padded.set(content, padHeader)
  return padded
}
