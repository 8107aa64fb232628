import type { Identity, Stanza } from 'age-encryption'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { sha3_256, shake256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64nopad, bech32 } from '@scure/base'
import { curveKey, type CurveKey } from './curveKey.ts'
import { hpkeContext, hpkeKey } from './hpkeKey.ts'
import { latticeKey, type LatticeKey } from './latticeKey.ts'

const kind = 'mlkem768x25519'
const prefix = 'AGE-SECRET-KEY-PQ-'
const latticeShare = 1088
/** X-Wing's label. */
const label = utf8ToBytes('\\.//^\\')

/** A secret key, made out of the 32 bytes that a link holds. */
interface Expanded {
  readonly lattice: LatticeKey
  readonly curve: CurveKey
  readonly context: Uint8Array
}

/**
 * A hybrid identity (`AGE-SECRET-KEY-PQ-1...`) for age's `Decrypter`, which opens what its own does. That one makes the
 * secret key out of its 32 bytes anew for every person that a file is sealed for; this one makes it once, and at once,
 * while the files are on their way. Throws for what is no such identity, in words that do not repeat it.
 */
export function hybridIdentity(text: string): Identity {
  const expanding = expand(seedOf(text))
  // Whoever asks hears of it.
  expanding.catch(() => null)
  return { unwrapFileKey: async (stanzas) => firstOpened(stanzas, await expanding) }
}

function seedOf(text: string): Uint8Array {
  // The library's own errors repeat the text.
  const found = bech32.decodeUnsafe(text)
  const bytes = found && bech32.fromWordsUnsafe(found.words)
  if (!text.startsWith(`${prefix}1`) || found?.prefix.toUpperCase() !== prefix || bytes?.length !== 32) {
    throw new Error('not a hybrid identity')
  }
  return bytes
}

async function expand(seed: Uint8Array): Promise<Expanded> {
  const seeds = shake256(seed, { dkLen: 96 })
  const keys = [latticeKey(seeds.subarray(0, 64)), curveKey(seeds.subarray(64))] as const
  const context = hpkeContext(`age-encryption.org/${kind}`)
  const [lattice, curve] = await Promise.all(keys)
  return { lattice, curve, context }
}

/** The file's key, out of the first stanza that is for this identity; null if none is. */
async function firstOpened(stanzas: readonly Stanza[], expanded: Expanded): Promise<Uint8Array | null> {
  for (const { args, body } of stanzas) {
    if (args[0] !== kind) continue
    const share = base64nopad.decode(args[1] ?? '')
    if (args.length !== 2 || share.length !== latticeShare + 32 || body.length !== 32) {
      throw new Error(`invalid ${kind} stanza`)
    }
    const { key, nonce } = hpkeKey(await sharedSecret(share, expanded), expanded.context)
    try {
      return chacha20poly1305(key, nonce).decrypt(body)
    } catch {
      // Another person's.
    }
  }
  return null
}

/** X-Wing: both secrets, and what of the curve's they were made from, through one hash. */
async function sharedSecret(share: Uint8Array, { lattice, curve }: Expanded): Promise<Uint8Array> {
  const ofCurve = share.subarray(latticeShare)
  const secrets = await Promise.all([
    lattice.open(share.subarray(0, latticeShare)),
    curve.sharedWith(ofCurve),
  ])
  return sha3_256(concatBytes(...secrets, ofCurve, curve.publicKey, label))
}
