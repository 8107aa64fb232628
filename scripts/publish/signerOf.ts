import { createPublicKey, type KeyObject } from 'node:crypto'
import { encodeBase32 } from '../../src/bundle/encodeBase32.ts'

/** The public half of an Ed25519 signing key as links carry it: 32 bytes in base32. */
export function signerOf(signingKey: KeyObject): string {
  if (signingKey.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
  const { x } = createPublicKey(signingKey).export({ format: 'jwk' })
  return encodeBase32(Buffer.from(x ?? '', 'base64url'))
}
