import { generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import type { BundlePart } from '../publish/bundlePart.ts'
import { packParts } from '../publish/packParts.ts'
import { readManifest } from '../publish/readManifest.ts'
import { signerOf } from '../publish/signerOf.ts'
import { writeBundle } from '../publish/writeBundle.ts'
import { shareLink } from '../share/shareLink.ts'

/**
 * Seals the open demo's bundle into another folder for three owners, with keys made for this once. Returns the link of
 * one, as what stands behind the site's address.
 */
export async function sealDemo(from: string, to: string): Promise<string> {
  const identities = [
    await generateHybridIdentity(),
    await generateHybridIdentity(),
    await generateHybridIdentity(),
  ]
  const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)))
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeBundle(to, await openParts(from), {
    demo: false,
    syncedAt: new Date().toISOString(),
    sealing: {
      recipients: { viewer: [], owner: recipients.sort() },
      signingKey: privateKey,
      keys: new Map(),
      editionRecord: null,
      recheck: null,
    },
    before: null,
  })
  const [identity = ''] = identities
  const signer = signerOf(privateKey)
  return shareLink('', { identity, signer, expires: null, audience: 'owner' })
}

async function openParts(folder: string): Promise<BundlePart[]> {
  const manifest = await readManifest(folder, { trust: 'open' })
  const parts: BundlePart[] = []
  for (const file of manifest?.files ?? []) {
    parts.push(...packParts(file, await readFile(join(folder, file.path))))
  }
  const byName = new Map(parts.map((part) => [part.name, part]))
  return [...byName.values()]
}
