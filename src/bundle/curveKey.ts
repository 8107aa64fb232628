import { slowKeys } from './slowKeys.ts'

/** One side of an X25519 exchange. */
export interface CurveKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** What both sides have in common: 32 bytes. Rejects for another side that gives nothing. */
  sharedWith(other: Uint8Array): Promise<Uint8Array>
}

/** PKCS #8 around 32 bytes of secret key: the only raw dress in which browsers take one. */
const pkcs8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20]

/** Nine: what a secret key is shared with to make its public one. */
const basePoint = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 9 : 0))

/**
 * The key of a secret (32 bytes): by the browser's own code; where it has none (before 2025, and plain http) by that of
 * `keysSlowly.ts`. Rejects with a `BundleError` if that cannot be fetched.
 */
export async function curveKey(secret: Uint8Array): Promise<CurveKey> {
  const native = await nativeKey(secret)
  if (native) return native
  const { slowCurve } = await slowKeys()
  return slowCurve(secret)
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
    return { publicKey: await sharedWith(basePoint), sharedWith }
  } catch {
    return null
  }
}
