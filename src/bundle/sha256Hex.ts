/**
 * SHA-256 in lower-case hex digits. The browser's own where the page has a secure context; slower without,
 * and then it rejects if the code for it cannot be fetched.
 */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await digestOf(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Typed as always there, but missing without a secure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes))
  const { sha256 } = await import('./unseal.ts')
  return sha256(bytes)
}
