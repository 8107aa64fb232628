import { slowKeys } from './slowKeys.ts'

/** The secret side of ML-KEM-768. */
export interface LatticeKey {
  /** The 32 bytes that were put into 1088, or, by design, others in the place of an error. */
  open(share: Uint8Array): Promise<Uint8Array>
}

const name = 'ML-KEM-768'

/** What browsers have of it since 2026, and TypeScript does not know yet. */
interface LatticeCrypto {
  importKey(
    format: 'raw-seed',
    seed: Uint8Array,
    algorithm: string,
    isExtractable: boolean,
    uses: readonly ['decapsulateBits'],
  ): Promise<CryptoKey>
  decapsulateBits(algorithm: string, key: CryptoKey, share: Uint8Array): Promise<ArrayBuffer>
}

/** Whether the browser has code of its own for it. */
export function knowsLattices(): boolean {
  // Typed as always there, but missing without a secure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  return subtle !== undefined && 'decapsulateBits' in subtle
}

/**
 * The key of a seed (64 bytes): by the browser's own code; where it has none by that of `keysSlowly.ts`. Rejects with a
 * `BundleError` if that cannot be fetched.
 */
export async function latticeKey(seed: Uint8Array): Promise<LatticeKey> {
  const native = knowsLattices() ? await nativeKey(seed) : null
  if (native) return native
  const { slowLattice } = await slowKeys()
  return slowLattice(seed)
}

/** Null where the browser cannot. */
async function nativeKey(seed: Uint8Array): Promise<LatticeKey | null> {
  const subtle = crypto.subtle as unknown as LatticeCrypto
  try {
    const key = await subtle.importKey('raw-seed', seed, name, false, ['decapsulateBits'])
    return { open: async (share) => new Uint8Array(await subtle.decapsulateBits(name, key, share)) }
  } catch {
    return null
  }
}
