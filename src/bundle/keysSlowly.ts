import { x25519 } from '@noble/curves/ed25519.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import type { CurveKey } from './curveKey.ts'
import type { LatticeKey } from './latticeKey.ts'

// A chunk of its own: only browsers that cannot do it themselves load it.

/** As `curveKey`. Throws for a secret that is not 32 bytes. */
export function slowCurve(secret: Uint8Array): CurveKey {
  return {
    publicKey: x25519.getPublicKey(secret),
    sharedWith: (other) => new Promise((resolve) => resolve(x25519.getSharedSecret(secret, other))),
  }
}

/** As `latticeKey`. Throws for a seed that is not 64 bytes. */
export function slowLattice(seed: Uint8Array): LatticeKey {
  const { secretKey } = ml_kem768.keygen(seed)
  return { open: (share) => new Promise((resolve) => resolve(ml_kem768.decapsulate(share, secretKey))) }
}
