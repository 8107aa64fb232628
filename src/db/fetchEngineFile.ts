import { sha256Hex } from '../bundle/sha256Hex.ts'
import { engineTexts } from '../texts/engineTexts.ts'
import type { EngineFile } from './engineFiles.ts'

/** Called with the share of the file that is there, 0 to 1. */
export type OnProgress = (share: number) => void

/**
 * A file of the engine, decompressed and checked against its hash. A host that decompresses `.gz` on
 * the way is fine. Throws `EngineError`.
 */
export async function fetchEngineFile(
  file: EngineFile,
  base: URL,
  onProgress?: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(file.path, base)).catch((cause: unknown) => {
    throw new EngineError(engineTexts.unreachable, { cause })
  })
  // The site's worker, which could ask nobody.
  if (response.status === 204) throw new EngineError(engineTexts.unreachable)
  if (!response.ok || response.body === null) {
    throw new EngineError(engineTexts.notFound)
  }
  const bytes = await collect(await decompressed(response.body), file, onProgress)
  if (bytes.length !== file.bytes || (await sha256Hex(bytes)) !== file.sha256) {
    throw new EngineError(engineTexts.damaged)
  }
  return bytes
}

/** Why the engine cannot start; the text is fit to be shown. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}

type Bytes = Uint8Array<ArrayBuffer>

/** The stream without gzip, told by its first two bytes rather than by headers that hosts differ on. */
async function decompressed(body: ReadableStream<Bytes>): Promise<ReadableStream<Bytes>> {
  const reader = body.getReader()
  const first = await reader.read()
  const whole = new ReadableStream<Bytes>({
    start: (controller) => {
      if (first.value !== undefined) controller.enqueue(first.value)
    },
    pull: async (controller) => {
      const next = await reader.read()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  const isGzip = first.value?.[0] === 0x1f && first.value[1] === 0x8b
  return isGzip ? whole.pipeThrough(new DecompressionStream('gzip')) : whole
}

/** All bytes in one array of the size that the file is to have; what is longer is cut and fails the check. */
async function collect(
  stream: ReadableStream<Bytes>,
  file: EngineFile,
  onProgress?: OnProgress,
): Promise<Bytes> {
  const bytes = new Uint8Array(file.bytes)
  const reader = stream.getReader()
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (length + next.value.length > file.bytes) return new Uint8Array()
    bytes.set(next.value, length)
    length += next.value.length
    onProgress?.(length / file.bytes)
  }
  return bytes.subarray(0, length)
}
