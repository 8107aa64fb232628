import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Trouble } from '../fault.ts'
import { encodeAnswer, sendChunked, type Answer, type Encoded } from './sendAnswer.ts'
import { errorPage } from './pages.ts'

/** Sends a right answer in the wrong way that a trouble orders; any other trouble changes nothing here. */
export async function sendInTrouble(
  response: ServerResponse,
  answer: Answer,
  { trouble, acceptsGzip }: { readonly trouble: Trouble | null; readonly acceptsGzip: boolean },
): Promise<void> {
  const { status } = answer
  if (trouble?.kind === 'cutBody') {
    cutShort(response, encodeAnswer(answer, acceptsGzip), trouble.framing)
  } else if (trouble?.kind === 'truncatedJson') {
    const { headers, bytes } = encodeAnswer(answer, false)
    sendChunked(response, { status, headers, bytes: half(bytes) })
  } else if (trouble?.kind === 'truncatedGzip') {
    const { headers, bytes } = encodeAnswer(answer, true)
    sendChunked(response, { status, headers, bytes: half(bytes) })
  } else if (trouble?.kind === 'emptyBody') {
    sendChunked(response, { status, headers: encodeAnswer(answer, false).headers, bytes: Buffer.alloc(0) })
  } else if (trouble?.kind === 'hang') {
    // Headers only: a hang without them never comes here.
    response.writeHead(status, encodeAnswer(answer, false).headers).flushHeaders()
  } else if (trouble?.kind === 'slow') {
    await sendSlowly(response, encodeAnswer(answer, acceptsGzip), trouble)
  } else sendChunked(response, encodeAnswer(answer, acceptsGzip))
}

/** Google's HTML page with an error status. */
export function sendErrorPage(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=UTF-8' })
  response.end(errorPage(status))
}

function cutShort(response: ServerResponse, encoded: Encoded, framing: 'length' | 'chunked'): void {
  const { status, headers, bytes } = encoded
  const frame: Record<string, string> =
    framing === 'length' ? { 'content-length': String(bytes.length) } : { 'transfer-encoding': 'chunked' }
  response.writeHead(status, { ...headers, ...frame })
  // Only once the bytes are out is the connection ended, so that the client has seen a beginning.
  response.write(half(bytes), () => response.socket?.end())
}

async function sendSlowly(
  response: ServerResponse,
  encoded: Encoded,
  { milliseconds, inPieces = false }: { readonly milliseconds: number; readonly inPieces?: boolean },
): Promise<void> {
  if (!inPieces) {
    await wait(milliseconds)
    sendChunked(response, encoded)
    return
  }
  const { status, headers, bytes } = encoded
  const pieces = 10
  const size = Math.ceil(bytes.length / pieces)
  response.writeHead(status, { ...headers, 'transfer-encoding': 'chunked' })
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    response.write(bytes.subarray(start, start + size))
    await wait(milliseconds / pieces)
  }
  response.end()
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}
