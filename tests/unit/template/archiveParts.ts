import { inflateRawSync } from 'node:zlib'

/** The parts of a zip archive by path, as text, in the order of its directory. */
export function archiveParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const data = Buffer.from(bytes)
  const end = data.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const count = data.readUInt16LE(end + 10)
  const parts = new Map<string, string>()
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const [method, size] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 20)]
    const nameLength = data.readUInt16LE(at + 28)
    const name = data.toString('utf8', at + 46, at + 46 + nameLength)
    if (parts.has(name)) throw new Error(`part written twice: ${name}`)
    const local = data.readUInt32LE(at + 42)
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    const packed = data.subarray(start, start + size)
    parts.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString())
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return parts
}
