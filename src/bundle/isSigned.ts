/** Bytes, and the Ed25519 signature that is said to be theirs. */
export interface SignedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** 64 bytes. */
  readonly signature: Uint8Array<ArrayBuffer>
  /** The public key, 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>
}

/**
 * Whether a signature holds: by the browser's own code, which is fast and needs nothing fetched; where it has none
 * (some of 2024, and plain http) by that of `isSignedSlowly.ts`. Rejects if that cannot be fetched.
 */
export async function isSigned(signed: SignedBytes): Promise<boolean> {
  const holds = await nativelySigned(signed)
  if (holds !== null) return holds
  const { isSignedSlowly } = await import('./isSignedSlowly.ts')
  return isSignedSlowly(signed)
}

/** Null where the browser cannot say. */
async function nativelySigned({ bytes, signature, key }: SignedBytes): Promise<boolean | null> {
  // Typed as always there, but missing without a secure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return null
  try {
    const imported = await subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
    return await subtle.verify('Ed25519', imported, signature, bytes)
  } catch {
    return null
  }
}
