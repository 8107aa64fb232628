import { Decrypter } from 'age-encryption'
import { BundleError } from './BundleError.ts'
import { unpad } from './unpad.ts'

// The libraries that open what is sealed, in a chunk of its own: the open demo never loads it over https.

// For pages without a secure context, whose browser does not say it.
export { sha256 } from '@noble/hashes/sha2.js'

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
