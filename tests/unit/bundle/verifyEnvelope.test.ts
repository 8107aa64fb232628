import { generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { signerOf } from '../../../scripts/publish/signerOf.ts'
import type { Envelope } from '../../../src/bundle/parseEnvelope.ts'
import { verifyEnvelope } from '../../../src/bundle/verifyEnvelope.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const { privateKey: strange } = generateKeyPairSync('ed25519')
const signer = signerOf(privateKey)

function signed(text: string, key = privateKey): Envelope {
  return { signed: text, signature: sign(null, Buffer.from(text), key).toString('base64url'), signer }
}

/** A signature with one bit of it the other way. */
function changed(envelope: Envelope, at: number): Envelope {
  const bytes = Buffer.from(envelope.signature, 'base64url')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return { ...envelope, signature: bytes.toString('base64url') }
}

/** The browsers that there are: by what they do when they are asked to read an Ed25519 key. */
const browsers: readonly (readonly [string, () => void])[] = [
  ['a browser with Ed25519', () => undefined],
  [
    'a browser without',
    () =>
      vi
        .spyOn(crypto.subtle, 'importKey')
        .mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError')),
  ],
  ['a page over plain http', () => vi.stubGlobal('crypto', {})],
]

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe.each(browsers)('in %s', (_name, begin) => {
  it('a signature of the named signer holds', async () => {
    begin()
    await expect(verifyEnvelope(signed('{"sequence":1}'), signer)).resolves.toBeUndefined()
  })

  it('any other is forged: another text, key, signature or way of writing it', async () => {
    begin()
    const envelope = signed('{"sequence":1}')
    const forged: readonly Envelope[] = [
      { ...envelope, signed: '{"sequence":2}' },
      signed('{"sequence":1}', strange),
      { ...signed('{"sequence":1}', strange), signer: signerOf(strange) },
      changed(envelope, 0),
      changed(envelope, 63),
      { ...envelope, signature: `${envelope.signature}==` },
      { ...envelope, signature: envelope.signature.slice(1) },
      { ...envelope, signature: '' },
      { ...envelope, signature: Buffer.alloc(64).toString('base64url') },
    ]
    for (const one of forged) {
      await expect(verifyEnvelope(one, signer)).rejects.toMatchObject({ reason: 'forged' })
    }
  })
})

it('a key that is no point of the curve signs nothing', async () => {
  const nobody = signer.replace(/^.{50}/, 'A'.repeat(50))
  await expect(verifyEnvelope({ ...signed('{}'), signer: nobody }, nobody)).rejects.toMatchObject({
    reason: 'forged',
  })
})
