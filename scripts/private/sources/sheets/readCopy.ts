import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { SyncError } from '../../../errors/SyncError.ts'
import type { Row } from '../source.ts'

const batchRows = 5000

/** Wide rows make a batch earlier, so that it never takes much memory. */
const batchBytes = 4 * 1024 * 1024

const newline = 10

/** A copy in the private workspace. */
export interface Copy {
  readonly path: string
  readonly rows: number
  /** For messages: the tab as they name it. */
  readonly label: string
}

/** The rows of a copy in batches. Throws `SyncError` if it is damaged or cut short: half a tab is no tab. */
export async function* readCopy(copy: Copy): AsyncGenerator<readonly Row[]> {
  if (copy.rows === 0) return
  let rows = 0
  try {
    for await (const lines of batchesOf(copy.path)) {
      const batch = toRows(lines)
      rows += batch.length
      yield batch
    }
  } catch (cause) {
    throw damaged(copy, cause)
  }
  if (rows !== copy.rows) throw damaged(copy, undefined)
}

async function* batchesOf(path: string): AsyncGenerator<string[]> {
  let lines: string[] = []
  let bytes = 0
  let rest: Buffer = Buffer.alloc(0)
  // The callback does nothing: pipeline destroys the last stream with the error, which the loop then sees.
  const unpacked = pipeline(createReadStream(path), createZstdDecompress(), () => undefined)
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = block.lastIndexOf(newline)
    rest = block.subarray(end + 1)
    if (end < 0) continue
    bytes += end
    for (const line of block.toString('utf8', 0, end).split('\n')) {
      lines.push(line)
      if (lines.length < batchRows) continue
      yield lines
      lines = []
      bytes = 0
    }
    if (bytes < batchBytes || lines.length === 0) continue
    yield lines
    lines = []
    bytes = 0
  }
  if (lines.length > 0) yield lines
}

const parsedRows = z.custom<Row[]>((value) => Array.isArray(value))

function toRows(lines: readonly string[]): Row[] {
  return parsedRows.parse(JSON.parse(`[${lines.join(',')}]`))
}

function damaged({ label }: Copy, cause: unknown): SyncError {
  return new SyncError(
    `The private copy of tab ${label} is damaged or gone.`,
    'Another run may have replaced it: sync again. If it happens again, read everything anew with --full.',
    { cause },
  )
}
