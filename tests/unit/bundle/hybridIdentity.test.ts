import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
  Stanza,
} from 'age-encryption'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { curveKey } from '../../../src/bundle/curveKey.ts'
import { hybridIdentity } from '../../../src/bundle/hybridIdentity.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** As a browser without a secure context, or one that does not know the curve. */
function withoutSubtle(): void {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
}

/** A file for some people, as age's own program would make it. */
async function sealedFor(identities: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const identity of identities) encrypter.addRecipient(await identityToRecipient(identity))
  return encrypter.encrypt('a week of visits')
}

function opened(file: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(hybridIdentity(identity))
  return decrypter.decrypt(file, 'text')
}

/** What is said of a text that is no hybrid identity; null if it is one. */
function refusalOf(text: string): string | null {
  try {
    hybridIdentity(text)
    return null
  } catch (error) {
    return String(error)
  }
}

describe('a hybrid identity', () => {
  it.each([
    ['with the browser’s own curve', () => undefined],
    ['without', withoutSubtle],
  ])('opens what age seals for it, wherever it stands among others, %s', async (_with, prepare) => {
    const people = [
      await generateHybridIdentity(),
      await generateHybridIdentity(),
      await generateHybridIdentity(),
    ]
    const file = await sealedFor(people)
    prepare()
    for (const person of people) expect(await opened(file, person)).toBe('a week of visits')
    await expect(opened(file, await generateHybridIdentity())).rejects.toThrow('no identity matched')
  })

  it('is told apart from a classical one, and from one that was changed, in words that do not repeat it', async () => {
    const good = await generateHybridIdentity()
    const changed = good.slice(0, -1) + (good.endsWith('Q') ? 'P' : 'Q')
    for (const text of [await generateX25519Identity(), changed, good.toLowerCase(), 'a word', '']) {
      const refused = refusalOf(text)
      expect(refused).not.toBeNull()
      if (text.length > 40) expect(refused).not.toContain(text.slice(20, 40))
    }
  })

  it('refuses a stanza of its kind that is not made as one, and passes over those of another', async () => {
    const identity = hybridIdentity(await generateHybridIdentity())
    const share = 'A'.repeat(1494)
    const body = new Uint8Array(32)
    expect(await identity.unwrapFileKey([new Stanza(['X25519', 'AAAA'], body)])).toBeNull()
    for (const wrong of [
      new Stanza(['mlkem768x25519'], body),
      new Stanza(['mlkem768x25519', 'AAAA'], body),
      new Stanza(['mlkem768x25519', share, 'more'], body),
      new Stanza(['mlkem768x25519', share], new Uint8Array(31)),
      // A share of the curve that gives everybody the same secret.
      new Stanza(['mlkem768x25519', share], body),
    ]) {
      await expect(async () => identity.unwrapFileKey([wrong])).rejects.toThrow()
    }
  })
})

describe('a key of the curve', () => {
  it.each([
    ['the browser’s own code', () => undefined],
    ['the library’s', withoutSubtle],
  ])('is Bob’s of RFC 7748, by %s', async (_by, prepare) => {
    prepare()
    const bob = await curveKey(hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'))
    const alice = hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')
    const shared = hex('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742')
    expect(bob.publicKey).toEqual(hex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f'))
    expect(await bob.sharedWith(alice)).toEqual(shared)
    await expect(bob.sharedWith(new Uint8Array(32))).rejects.toThrow()
  })
})

function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'hex'))
}
