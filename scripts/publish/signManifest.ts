import { sign, type KeyObject } from 'node:crypto'
import type { Manifest } from '../../src/bundle/bundle.ts'
import { formatEnvelope } from '../../src/bundle/parseEnvelope.ts'
import { signerOf } from './signerOf.ts'

/** A sealed bundle's `manifest.json`: the manifest's text, signed as it is. */
export function signManifest(manifest: Manifest, signingKey: KeyObject): string {
  const signed = JSON.stringify(manifest)
  const signature = sign(null, Buffer.from(signed), signingKey).toString('base64url')
  return formatEnvelope({ signed, signature, signer: signerOf(signingKey) })
}
