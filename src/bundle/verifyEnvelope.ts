import { BundleError } from './BundleError.ts'
import { decodeBase32 } from './decodeBase32.ts'
import { isSigned, type SignedBytes } from './isSigned.ts'
import type { Envelope } from './parseEnvelope.ts'

/**
 * Rejects with a `BundleError` unless the envelope is signed by `signer` and nobody else: `forged`, or
 * `unreachable` where the code that can tell cannot be fetched.
 */
export async function verifyEnvelope(envelope: Envelope, signer: string): Promise<void> {
  const key = decodeBase32(signer)
  const signature = decodeSignature(envelope.signature)
  if (envelope.signer !== signer || key?.length !== 32 || signature?.length !== 64) {
    throw new BundleError('forged')
  }
  const bytes = new TextEncoder().encode(envelope.signed)
  if (!(await answered({ bytes, signature, key }))) throw new BundleError('forged')
}

async function answered(signed: SignedBytes): Promise<boolean> {
  try {
    return await isSigned(signed)
  } catch (cause) {
    throw new BundleError('unreachable', { cause })
  }
}

/** Base64url without padding, in its one way of writing; null for anything else. */
function decodeSignature(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const again = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
    return again === text ? Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) : null
  } catch {
    return null
  }
}
