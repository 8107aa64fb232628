import type { Access } from './access.ts'
import type { Manifest } from './bundle.ts'
import { BundleError } from './BundleError.ts'
import { parseEnvelope, type Envelope } from './parseEnvelope.ts'
import { parseManifest, parseManifestText } from './parseManifest.ts'
import type { SequenceMemory } from './seenSequence.ts'
import type { Unseal } from './unseal.ts'
import { verifyEnvelope } from './verifyEnvelope.ts'

/** What decrypts, on its way; null where nothing is sealed. */
export type Unsealing = Promise<Unseal> | null

/** A manifest that is read but not yet believed. */
export interface DraftManifest {
  /** What it says, good for asking for bytes early and for nothing else; null where it says nothing usable. */
  readonly unverified: Manifest | null
  /** The manifest, once signature, sequence and expiry hold. Throws `BundleError`. */
  verify(by: {
    /** Milliseconds since 1970. */
    readonly now: number
    readonly seen: SequenceMemory
  }): Promise<Manifest>
}

/** Reads a manifest file's bytes for somebody with or without access. Throws `BundleError`. */
export function openManifest(bytes: Uint8Array, access: Access | null): DraftManifest {
  const file = parseEnvelope(decode(bytes))
  if (file.kind === 'open') {
    if (access) throw new BundleError('unsigned')
    const manifest = parseManifest(file.content)
    // Only the invented practice lies in the open.
    if (!manifest.demo) throw new BundleError('unsigned')
    return { unverified: manifest, verify: () => Promise.resolve(manifest) }
  }
  if (!access) throw new BundleError('locked')
  const { envelope } = file
  return {
    unverified: unverified(envelope),
    verify: async ({ now, seen }) => {
      await verifyEnvelope(envelope, access.signer)
      const manifest = parseManifestText(envelope.signed)
      if (manifest.expiresAt === null) throw new BundleError('unsigned')
      if (manifest.sequence < seen.highest(access.signer)) throw new BundleError('older')
      if (now > Date.parse(manifest.expiresAt)) throw new BundleError('expired')
      return manifest
    },
  }
}

/** What decrypts, once it is there. Throws `BundleError` where it cannot be had. */
export async function loaded(unsealing: Unsealing): Promise<Unseal> {
  const unseal = await unsealing?.catch((cause: unknown) => {
    throw new BundleError('unreachable', { cause })
  })
  if (!unseal) throw new BundleError('locked')
  return unseal
}

function unverified({ signed }: Envelope): Manifest | null {
  try {
    return parseManifestText(signed)
  } catch {
    return null
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new BundleError('damaged', { cause })
  }
}
