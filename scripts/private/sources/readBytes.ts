import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SyncError } from '../../errors/SyncError.ts'

/** Large enough that a batch of rows comes from one or two chunks, small enough to stay in the cache. */
const chunkBytes = 512 * 1024

/** The bytes of a file in order, in chunks; a `.gz` file comes unpacked. Throws `SyncError`. */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of openStream(path)) yield chunk as Buffer
  } catch (cause) {
    throw cannotRead(path, cause)
  }
}

function openStream(path: string): AsyncIterable<unknown> {
  const file = createReadStream(path, { highWaterMark: chunkBytes })
  if (!path.toLowerCase().endsWith('.gz')) return file
  // The callback does nothing: pipeline destroys the last stream with the error, which the loop then sees.
  return pipeline(file, createGunzip({ chunkSize: chunkBytes }), () => undefined)
}

/** The refusal for a file that the system or the unpacker would not give us. */
export function cannotRead(path: string, cause: unknown): SyncError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code.startsWith('Z_')) {
    return new SyncError(
      `"${basename(path)}" is not a complete gzip file.`,
      'Download or export it again, or unpack it and put the plain file into the folder.',
      { cause },
    )
  }
  return new SyncError(
    `"${basename(path)}" cannot be opened.`,
    'Check that the file still exists, that you are allowed to read it and that no other program holds it open.',
    { cause },
  )
}
