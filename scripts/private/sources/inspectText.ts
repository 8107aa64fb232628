import { isUtf8 } from 'node:buffer'
import { basename } from 'node:path'
import { SyncError } from '../../errors/SyncError.ts'
import { readBytes } from './readBytes.ts'

/** How the bytes of a text file are to be read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What one pass over a text file tells. */
export interface TextInspection {
  readonly encoding: Encoding
  /** The first part of the text, without its byte-order mark. */
  readonly sample: string
  /** Whether the sample is the whole file. */
  readonly isWhole: boolean
}

const sampleBytes = 256 * 1024

/** First bytes of what people rename to .csv: zip (XLSX, ODS), old Excel and Word, PDF, gzip. */
const binarySignatures = ['504b0304', 'd0cf11e0', '25504446', '1f8b08']

/**
 * Finds a text file's encoding: by its byte-order mark, by the zeros of unmarked UTF-16, else UTF-8
 * if every byte of the file agrees, else Windows-1252. Throws `SyncError` if it is not text.
 */
export async function inspectText(path: string): Promise<TextInspection> {
  const head: Buffer[] = []
  let headLength = 0
  let totalLength = 0
  const utf8 = utf8Check()
  for await (const chunk of readBytes(path)) {
    totalLength += chunk.length
    if (headLength < sampleBytes) headLength += head.push(chunk) && chunk.length
    if (!utf8.accepts(chunk) && headLength >= sampleBytes) break
  }
  const start = Buffer.concat(head).subarray(0, sampleBytes)
  refuseBinary(path, start)
  const encoding = utf16Of(start) ?? (utf8.isComplete() ? 'utf-8' : 'windows-1252')
  return {
    encoding,
    sample: new TextDecoder(encoding).decode(start),
    isWhole: totalLength <= start.length,
  }
}

function refuseBinary(path: string, start: Buffer): void {
  const hex = start.subarray(0, 4).toString('hex')
  const isBinary = binarySignatures.some((signature) => hex.startsWith(signature))
  if (!isBinary && (utf16Of(start) !== undefined || zeroShare(start, 0, 1) < 0.3)) return
  throw new SyncError(
    `"${basename(path)}" is not a text file.`,
    'If it is a workbook, give it back its ending (.xlsx, .xls or .ods); otherwise export it again as CSV.',
  )
}

function utf16Of(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  // Latin letters in unmarked UTF-16 leave a zero in every other byte; no other text does.
  const even = zeroShare(start, 0, 2)
  const odd = zeroShare(start, 1, 2)
  if (start.length >= 4 && odd > 0.7 && even < 0.1) return 'utf-16le'
  if (start.length >= 4 && even > 0.7 && odd < 0.1) return 'utf-16be'
  return undefined
}

function zeroShare(bytes: Buffer, from: number, step: number): number {
  let zeros = 0
  let count = 0
  for (let index = from; index < bytes.length; index += step) {
    count += 1
    if (bytes[index] === 0) zeros += 1
  }
  return count === 0 ? 0 : zeros / count
}

/** Checks UTF-8 chunk by chunk; a character cut by a chunk's end is held back for the next. */
function utf8Check(): { accepts(chunk: Buffer): boolean; isComplete(): boolean } {
  let isValid = true
  let held = Buffer.alloc(0)
  return {
    accepts(chunk) {
      if (!isValid) return false
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const end = wholeCharacters(bytes)
      held = Buffer.from(bytes.subarray(end))
      isValid = isUtf8(bytes.subarray(0, end))
      return isValid
    },
    isComplete: () => isValid && held.length === 0,
  }
}

/** Length of the bytes up to the last character that is complete, if the bytes are UTF-8 at all. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return size > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
