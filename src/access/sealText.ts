import type { SealedText } from './keyRecords.ts'

const algorithm = 'AES-GCM'

/**
 * Seals a text under a new key that no script can take out of the browser. A key seals one text only, so
 * no nonce repeats. `place` is bound to it. Rejects where the browser has no cryptography (plain http).
 */
export async function sealText(
  text: string,
  place: string,
): Promise<{ readonly key: CryptoKey; readonly sealed: SealedText }> {
  const key = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(
    { name: algorithm, iv: nonce, additionalData: encode(place) },
    key,
    encode(text),
  )
  return { key, sealed: { nonce, bytes: new Uint8Array(bytes) } }
}

/** The text again. Rejects for another key, another place or other bytes. */
export async function unsealText(
  key: CryptoKey,
  { nonce, bytes }: SealedText,
  place: string,
): Promise<string> {
  const opened = await crypto.subtle.decrypt(
    { name: algorithm, iv: nonce, additionalData: encode(place) },
    key,
    bytes,
  )
  return new TextDecoder().decode(opened)
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
