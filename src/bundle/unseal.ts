import { ed25519 } from '@noble/curves/ed25519.js'
import { Decrypter } from 'age-encryption'
import { BundleError } from './BundleError.ts'
import { decodeBase32 } from './decodeBase32.ts'
import type { Envelope } from './parseEnvelope.ts'
import { unpad } from './unpad.ts'

// Everything cryptographic, in a chunk of its own: the open demo never loads it.

/** Throws `BundleError` unless the envelope is signed by `signer` and nobody else. */
export function verifyEnvelope({ signed, signature, signer: named }: Envelope, signer: string): void {
  const key = decodeBase32(signer)
  const bytes = decodeSignature(signature)
  if (named !== signer || key?.length !== 32 || bytes?.length !== 64) throw new BundleError('forged')
  if (!isSigned(bytes, new TextEncoder().encode(signed), key)) throw new BundleError('forged')
}

function isSigned(signature: Uint8Array, text: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, text, key, { zip215: false })
  } catch {
    return false
  }
}

/** Base64url without padding, in its one way of writing; null for anything else. */
function decodeSignature(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const again = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
    return again === text ? Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) : null
  } catch {
    return null
  }
}

/**
 * Opens a sealed file: age, then the padding. Throws `BundleError`: `closed` if the identity is none of the
 * file's, `damaged` for anything else that is not as it was sealed.
 */
export async function unseal(sealed: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  try {
    // The library would take a classical one too.
    if (!identity.startsWith('AGE-SECRET-KEY-PQ-1')) throw new Error('not a hybrid identity')
    decrypter.addIdentity(identity)
  } catch {
    // Not even an identity. The cause is not handed on: it may hold the text.
    throw new BundleError('closed')
  }
  let padded: Uint8Array
  try {
    padded = await decrypter.decrypt(sealed)
  } catch (error) {
    const isClosed = error instanceof Error && error.message.includes('no identity matched')
    throw new BundleError(isClosed ? 'closed' : 'damaged')
  }
  return unpad(padded)
}
