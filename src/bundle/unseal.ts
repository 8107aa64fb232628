import { Decrypter } from 'age-encryption'
import { BundleError } from './BundleError.ts'
import { hybridIdentity } from './hybridIdentity.ts'
import { unpad } from './unpad.ts'

// The libraries that open what is sealed, in a chunk of its own: the open demo never loads it over https.

// For pages without a secure context, whose browser does not say it.
export { sha256 } from '@noble/hashes/sha2.js'

/**
 * Opens a sealed file: age, then the padding. Rejects with a `BundleError`: `closed` if the identity is none of the
 * file's, `unreachable` if the code for it cannot be had, `damaged` for anything else that is not as it was sealed.
 */
export type Unseal = (sealed: Uint8Array) => Promise<Uint8Array>

/** Opens files with an identity, whose key is made ready at once. Never throws; what is no identity opens nothing. */
export function unsealWith(identity: string): Unseal {
  const decrypter = decrypterOf(identity)
  return async (sealed) => {
    if (!decrypter) throw new BundleError('closed')
    return unpad(await decrypted(sealed, decrypter))
  }
}

/** Null for what is no hybrid identity; the library would take a classical one too. */
function decrypterOf(identity: string): Decrypter | null {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(hybridIdentity(identity))
    return decrypter
  } catch {
    // The cause is not handed on: it may hold the text.
    return null
  }
}

async function decrypted(sealed: Uint8Array, decrypter: Decrypter): Promise<Uint8Array> {
  try {
    return await decrypter.decrypt(sealed)
  } catch (error) {
    // Not of this file: code that could not be had.
    if (error instanceof BundleError) throw error
    const isClosed = error instanceof Error && error.message.includes('no identity matched')
    throw new BundleError(isClosed ? 'closed' : 'damaged')
  }
}
