import type { Encoding } from './inspectText.ts'
import { readBytes } from './readBytes.ts'

/**
 * A file's text in order, in chunks: decoded, without byte-order mark and NUL characters, and with
 * every line end (CRLF, LF, a lone CR) as LF, inside quotes too, which is how a cell holds it.
 * Throws `SyncError`.
 */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let heldReturn = ''
  for await (const chunk of readBytes(path)) {
    const text = heldReturn + decoder.decode(chunk, { stream: true })
    // A CR at the end may be half of a CRLF.
    heldReturn = text.endsWith('\r') ? '\r' : ''
    yield toPlainText(heldReturn === '' ? text : text.slice(0, -1))
  }
  yield toPlainText(heldReturn + decoder.decode())
}

/** Text without NULs and with LF as its only line end. */
export function toPlainText(text: string): string {
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}
