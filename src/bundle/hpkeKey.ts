import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A key of ChaCha20-Poly1305 and its one nonce. */
export interface HpkeKey {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
}

/** HPKE's suite of age's hybrid recipients: ML-KEM-768 with X25519, HKDF-SHA256, ChaCha20-Poly1305. */
const suite = concatBytes(utf8ToBytes('HPKE'), Uint8Array.of(0x64, 0x7a, 0, 1, 0, 3))
const version = utf8ToBytes('HPKE-v1')
const nothing = new Uint8Array(0)

/** What the key of every shared secret with this `info` is made with: mode base, nothing shared before (RFC 9180, 5.1). */
export function hpkeContext(info: string): Uint8Array {
  return concatBytes(
    Uint8Array.of(0),
    labeledExtract(undefined, 'psk_id_hash', nothing),
    labeledExtract(undefined, 'info_hash', utf8ToBytes(info)),
  )
}

/** The key of a shared secret, for one message. */
export function hpkeKey(shared: Uint8Array, context: Uint8Array): HpkeKey {
  const secret = labeledExtract(shared, 'secret', nothing)
  return {
    key: labeledExpand(secret, { label: 'key', context, length: 32 }),
    nonce: labeledExpand(secret, { label: 'base_nonce', context, length: 12 }),
  }
}

function labeledExtract(salt: Uint8Array | undefined, label: string, material: Uint8Array): Uint8Array {
  return extract(sha256, concatBytes(version, suite, utf8ToBytes(label), material), salt)
}

function labeledExpand(
  secret: Uint8Array,
  { label, context, length }: { label: string; context: Uint8Array; length: number },
): Uint8Array {
  const info = concatBytes(Uint8Array.of(0, length), version, suite, utf8ToBytes(label), context)
  return expand(sha256, secret, info, length)
}
