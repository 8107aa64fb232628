import { gunzipSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { parquetReadObjects } from 'hyparquet'

/** Bytes as they lie there, or what they become when they are opened. */
export interface Layer {
  readonly where: string
  readonly bytes: Uint8Array
}

const ageHeader = Buffer.from('age-encryption.org/v1')
const parquetMark = Buffer.from('PAR1')

/**
 * Everything that is in a published file: itself, decrypted with any of the identities, unpadded, cut into its
 * parts, unpacked, and Parquet decoded to text. Written from the format alone; shares nothing with the reader.
 * A sealed file that none of the identities opens stays closed.
 */
export async function layersOf(file: Layer, identities: readonly string[] = []): Promise<Layer[]> {
  const inside = await opened(file, identities)
  const deeper = await Promise.all(inside.map((layer) => layersOf(layer, identities)))
  return [file, ...deeper.flat()]
}

async function opened({ where, bytes }: Layer, identities: readonly string[]): Promise<Layer[]> {
  const buffer = Buffer.from(bytes)
  const at = (what: string, content: Uint8Array) => ({ where: `${where} > ${what}`, bytes: content })
  if (startsWith(buffer, ageHeader)) {
    const plain = await decrypted(bytes, identities)
    return plain === null ? [] : [at('decrypted', plain)]
  }
  if (startsWith(buffer, parquetMark)) return [at('decoded', await decoded(bytes))]
  if (buffer[0] === 0x1f && buffer[1] === 0x8b) return [at('unpacked', gunzipSync(buffer))]
  const content = unpadded(buffer)
  if (content) return [at('unpadded', content)]
  return partsOf(buffer).map(([name, part]) => at(name, part))
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}

async function decrypted(bytes: Uint8Array, identities: readonly string[]): Promise<Uint8Array | null> {
  for (const identity of identities) {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const plain = await decrypter.decrypt(bytes).catch(() => null)
    if (plain !== null) return plain
  }
  return null
}

/** Eight bytes of length, so much content, and nothing but zeros. */
function unpadded(bytes: Buffer): Buffer | null {
  if (bytes.length < 16) return null
  const length = Number(bytes.readBigUInt64LE(0))
  if (length === 0 || length > bytes.length - 8) return null
  const rest = bytes.subarray(8 + length)
  return rest.every((byte) => byte === 0) ? bytes.subarray(8, 8 + length) : null
}

/** Four bytes of length, an index as JSON, and the parts one after the other behind it. */
function partsOf(bytes: Buffer): (readonly [string, Buffer])[] {
  if (bytes.length < 8) return []
  const length = bytes.readUInt32LE(0)
  if (length < 2 || length > bytes.length - 4) return []
  try {
    const index = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Record<string, [number, number]>
    const start = 4 + length
    return Object.entries(index).map(([name, [from, size]]) => [
      name,
      bytes.subarray(start + from, start + from + size),
    ])
  } catch {
    return []
  }
}

/** Every cell and every column's name, one a line, as text. */
async function decoded(bytes: Uint8Array): Promise<Buffer> {
  const copy = new Uint8Array(bytes)
  const rows = await parquetReadObjects({ file: copy.buffer })
  const cells = rows.flatMap((row) => [...Object.keys(row), ...Object.values(row).map(cellText)])
  return Buffer.from(cells.join('\n'))
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'string' ? cell : String(cell)
}
