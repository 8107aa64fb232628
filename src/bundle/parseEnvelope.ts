import { BundleError } from './BundleError.ts'

/** A sealed bundle's `manifest.json`: the manifest's exact text, and who vouches for it. */
export interface Envelope {
  /** The manifest as JSON; its UTF-8 bytes are what is signed. */
  readonly signed: string
  /** Ed25519, base64url without padding. */
  readonly signature: string
  /** The signer's public key, 32 bytes in base32. */
  readonly signer: string
}

/** A manifest file's text as written, before anything in it is believed: sealed, or an open one's JSON. */
export type ManifestFile =
  | { readonly kind: 'sealed'; readonly envelope: Envelope }
  | { readonly kind: 'open'; readonly content: unknown }

/** The text of a sealed bundle's `manifest.json`. Only this very text is read again. */
export function formatEnvelope({ signed, signature, signer }: Envelope): string {
  return JSON.stringify({ signed, signature, signer })
}

/** Reads a manifest file. Throws `BundleError` for what is neither kind. */
export function parseEnvelope(text: string): ManifestFile {
  const content = parseJson(text)
  if (typeof content !== 'object' || content === null) throw new BundleError('damaged')
  if (!('signed' in content || 'signature' in content || 'signer' in content))
    return { kind: 'open', content }
  const { signed, signature, signer } = content as Partial<Record<keyof Envelope, unknown>>
  if (typeof signed !== 'string' || typeof signature !== 'string' || typeof signer !== 'string') {
    throw new BundleError('damaged')
  }
  const envelope = { signed, signature, signer }
  // One way of writing it only: no byte of the file is without meaning.
  if (formatEnvelope(envelope) !== text) throw new BundleError('damaged')
  return { kind: 'sealed', envelope }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
}
