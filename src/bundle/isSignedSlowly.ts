import { ed25519 } from '@noble/curves/ed25519.js'
import type { SignedBytes } from './isSigned.ts'

// A chunk of its own: only browsers that cannot say it themselves load it.

/** Whether an Ed25519 signature holds. */
export function isSignedSlowly({ bytes, signature, key }: SignedBytes): boolean {
  try {
    return ed25519.verify(signature, bytes, key, { zip215: false })
  } catch {
    return false
  }
}
