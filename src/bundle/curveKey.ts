import { x25519 } from '@noble/curves/ed25519.js'

/** One side of an X25519 exchange. */
export interface CurveKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** What both sides have in common: 32 bytes. Rejects for another side that gives nothing. */
  sharedWith(other: Uint8Array): Promise<Uint8Array>
}

/** PKCS #8 around 32 bytes of secret key: the only raw dress in which browsers take one. */
const pkcs8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20]

/**
 * The key of a secret (32 bytes): by the browser's own code, which is faster by far the first time; where it has none
 * (before 2025, and plain http) by a library's.
 */
export async function curveKey(secret: Uint8Array): Promise<CurveKey> {
  return (await nativeKey(secret)) ?? libraryKey(secret)
}

/** Null where the browser cannot. */
async function nativeKey(secret: Uint8Array): Promise<CurveKey | null> {
  // Typed as always there, but missing without a secure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return null
  const name = 'X25519'
  try {
    const dressed = Uint8Array.from([...pkcs8, ...secret])
    const key = await subtle.importKey('pkcs8', dressed, name, false, ['deriveBits'])
    dressed.fill(0)
    const sharedWith = async (other: Uint8Array): Promise<Uint8Array> => {
      const its = await subtle.importKey('raw', new Uint8Array(other), name, false, [])
      return new Uint8Array(await subtle.deriveBits({ name, public: its }, key, 256))
    }
    return { publicKey: await sharedWith(x25519.GuBytes), sharedWith }
  } catch {
    return null
  }
}

function libraryKey(secret: Uint8Array): CurveKey {
  return {
    publicKey: x25519.getPublicKey(secret),
    sharedWith: (other) => new Promise((resolve) => resolve(x25519.getSharedSecret(secret, other))),
  }
}
