import fc from 'fast-check'
import { generateX25519Identity, identityToRecipient, Encrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodePack } from '../../../scripts/publish/encodePack.ts'
import { pad } from '../../../scripts/publish/pad.ts'
import { seal } from '../../../scripts/publish/seal.ts'
import { BundleError } from '../../../src/bundle/BundleError.ts'
import { decodeBase32 } from '../../../src/bundle/decodeBase32.ts'
import { encodeBase32 } from '../../../src/bundle/encodeBase32.ts'
import { padmeSize } from '../../../src/bundle/padmeSize.ts'
import { unpack } from '../../../src/bundle/unpack.ts'
import { unpad } from '../../../src/bundle/unpad.ts'
import { unsealWith } from '../../../src/bundle/unseal.ts'
import { testSealing, type TestSealing } from '../../helpers/testSealing.ts'

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  // Around age's chunks of 64 KiB, and a zero at the end, which padding must not eat.
  fc
    .integer({ min: 65_500, max: 65_560 })
    .map((length) => Uint8Array.from({ length }, (_, index) => (index % 7 === 0 ? 0 : index & 255))),
)

let keys: TestSealing

beforeAll(async () => {
  keys = await testSealing()
})

/** The reason for which work is refused; null if it is not. */
async function reasonOf(work: () => unknown): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return error instanceof BundleError ? error.reason : `no BundleError: ${String(error)}`
  }
}

describe('padding', () => {
  it('gives back what was padded, whatever it is', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        expect(Buffer.compare(unpad(pad(content)), content)).toBe(0)
      }),
    )
  })

  it('adds at most an eighth, and many lengths share a size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 40 }), (length) => {
        const size = padmeSize(length)
        expect(size).toBeGreaterThanOrEqual(length)
        expect(size).toBeLessThanOrEqual(length * 1.125)
        expect(padmeSize(size)).toBe(size)
      }),
    )
    const sizes = new Set(Array.from({ length: 10_000 }, (_, index) => padmeSize(10_000 + index)))
    expect(sizes.size).toBeLessThan(40)
  })

  it('that is not as it was made is refused', async () => {
    const padded = pad(Buffer.from('a week of visits, counted'))
    const [longer, shorter, dirty] = [
      Buffer.concat([padded, Buffer.alloc(1)]),
      padded.subarray(0, -1),
      Buffer.from(padded),
    ]
    dirty[dirty.length - 1] = 1
    for (const wrong of [longer, shorter, dirty, Buffer.alloc(3), Buffer.alloc(16, 255)]) {
      expect(await reasonOf(() => unpad(wrong))).toBe('damaged')
    }
  })
})

describe('a pack', () => {
  it('gives back its parts, whatever they hold', () => {
    const name = fc.stringMatching(/^[\w/.-]+$/).map((text) => `cubes/${text}`)
    const part = fc.record({ name, bytes: fc.uint8Array() })
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ name }) => name }), (parts) => {
        const found = unpack(new Uint8Array(encodePack(parts)))
        expect(found.size).toBe(parts.length)
        for (const { name, bytes: content } of parts) expect(found.get(name)).toEqual(content)
      }),
    )
  })

  it.each(['cubes/"', 'cubes/\\n', 'cubes/a b', ''])('takes no part called %j', (name) => {
    expect(() => encodePack([{ name, bytes: new Uint8Array() }])).toThrow('a name that is not plain')
  })

  it('that is cut short or too long is refused', async () => {
    const pack = new Uint8Array(encodePack([{ name: 'practice', bytes: Buffer.from('{"a":1}') }]))
    for (let length = 0; length < pack.length; length += 1) {
      expect(await reasonOf(() => unpack(pack.slice(0, length)))).toBe('damaged')
    }
    expect(await reasonOf(() => unpack(new Uint8Array([...pack, 0])))).toBe('damaged')
  })

  it.each([
    '[]',
    'null',
    '1',
    '{"a":1}',
    '{"a":[0]}',
    '{"a":[0,-1]}',
    '{"a":[1,0]}',
    '{"a":[0,9]}',
    '{"a":[0,"0"]}',
  ])('whose index is %s is refused', async (index) => {
    const pack = new Uint8Array([index.length, 0, 0, 0, ...Buffer.from(index)])
    expect(await reasonOf(() => unpack(pack))).toBe('damaged')
  })
})

describe('base32', () => {
  it('gives back the bytes, and reads no other way of writing them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (content) => {
        const text = encodeBase32(content)
        expect(decodeBase32(text)).toEqual(content)
        for (const other of [`${text}=`, `${text}AAAAAAAA`.slice(0, -7), text.replace(/^./, '1')]) {
          expect(decodeBase32(other)).not.toEqual(content)
        }
      }),
    )
    // The last letter of 52 has room for bits that belong to no byte.
    expect(decodeBase32(encodeBase32(new Uint8Array(32)))).toEqual(new Uint8Array(32))
    expect(decodeBase32('A'.repeat(51) + 'B')).toBeNull()
  })

  it('is RFC 4648, without padding', () => {
    const known = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
      foobar: 'MZXW6YTBOI',
    }
    for (const [text, encoded] of Object.entries(known)) expect(encodeBase32(Buffer.from(text))).toBe(encoded)
  })
})

describe('a sealed file', () => {
  it('opens to what was sealed, for each of its people, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const { viewer, owner } = keys.sealing.recipients
        const file = await seal(content, [...viewer, ...owner])
        for (const { identity } of [keys.viewer, keys.owner]) {
          expect(Buffer.from(await unsealWith(identity)(file))).toEqual(Buffer.from(content))
        }
      }),
      { numRuns: 12 },
    )
  })

  it('is closed to everybody else, and to what is no key of ours', async () => {
    const file = await seal(Buffer.from('wages'), keys.sealing.recipients.owner)
    const stranger = (await testSealing()).owner.identity
    for (const identity of [keys.viewer.identity, stranger, await generateX25519Identity(), 'a word', '']) {
      expect(await reasonOf(() => unsealWith(identity)(file))).toBe('closed')
    }
  })

  it('is never made for a classical recipient, alone or in a mixture', async () => {
    const classical = await identityToRecipient(await generateX25519Identity())
    const { owner } = keys.sealing.recipients
    for (const recipients of [
      [classical],
      [...owner, classical],
      ['age1pq1short'],
      [owner[0]?.toUpperCase() ?? ''],
    ]) {
      await expect(seal(Buffer.from('wages'), recipients)).rejects.toThrow('not of the post-quantum kind')
    }
    await expect(seal(Buffer.from('wages'), [])).rejects.toThrow('nobody to seal for')
  })

  it('with any single byte changed does not open', async () => {
    const file = await seal(Buffer.from('a week of visits'), keys.sealing.recipients.owner)
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = new Uint8Array(file)
        changed[at] = (changed[at] ?? 0) ^ by
        expect(['damaged', 'closed']).toContain(
          await reasonOf(() => unsealWith(keys.owner.identity)(changed)),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('cut short anywhere does not open', async () => {
    const file = await seal(new Uint8Array(70_000), keys.sealing.recipients.owner)
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        expect(await reasonOf(() => unsealWith(keys.owner.identity)(file.slice(0, length)))).toBe('damaged')
      }),
      { numRuns: 30 },
    )
  })

  it('without padding, as another program would make it, is refused', async () => {
    const encrypter = new Encrypter()
    for (const recipient of keys.sealing.recipients.owner) encrypter.addRecipient(recipient)
    const file = await encrypter.encrypt('PAR1')
    expect(await reasonOf(() => unsealWith(keys.owner.identity)(file))).toBe('damaged')
  })
})
