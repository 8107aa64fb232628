import type { ServerResponse } from 'node:http'
import { constants, gzipSync } from 'node:zlib'

/** What goes back; `body` is sent as pretty-printed JSON, text as it is. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer as bytes with its headers. */
export interface Encoded {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** As Google sends it: pretty-printed, compressed where the client takes that. */
export function encodeAnswer(answer: Answer, acceptsGzip: boolean): Encoded {
  const text = Buffer.from(`${JSON.stringify(answer.body, null, 2)}\n`)
  const type = { 'content-type': 'application/json; charset=UTF-8', vary: 'Origin, X-Origin, Referer' }
  const headers = { ...type, ...answer.headers }
  if (!acceptsGzip) return { status: answer.status, headers, bytes: text }
  const bytes = gzipSync(text, { level: constants.Z_BEST_SPEED })
  return { status: answer.status, headers: { ...headers, 'content-encoding': 'gzip' }, bytes }
}

/** Sends bytes in chunks, without their length. */
export function sendChunked(response: ServerResponse, { status, headers, bytes }: Encoded): void {
  response.writeHead(status, { ...headers, 'transfer-encoding': 'chunked' })
  response.end(bytes)
}
