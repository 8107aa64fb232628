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
 * Seals the open demo's bundle into another folder for three people, an owner and two viewers, with keys made
 * for this once. Returns the owner's link, as what stands behind the site's address.
 */
export async function sealDemo(from: string, to: string): Promise<string> {
  const identities = [
    await generateHybridIdentity(),
    await generateHybridIdentity(),
    await generateHybridIdentity(),
  ]
  const [owner = '', ...viewers] = identities
  const recipient = await identityToRecipient(owner)
  const others = await Promise.all(viewers.map((identity) => identityToRecipient(identity)))
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeBundle(to, await openParts(from), {
    demo: false,
    syncedAt: new Date().toISOString(),
    sealing: {
      recipients: { viewer: [recipient, ...others].sort(), owner: [recipient] },
      signingKey: privateKey,
      keys: new Map(),
    },
  })
  return shareLink('', { identity: owner, signer: signerOf(privateKey), expires: null })
}

async function openParts(folder: string): Promise<BundlePart[]> {
  const manifest = await readManifest(folder, { trust: 'open' })
  const parts = new Map<string, BundlePart>()
  for (const file of manifest?.files ?? []) {
    for (const part of packParts(file, await readFile(join(folder, file.path)))) {
      parts.set(`${part.audience} ${part.name}`, part)
    }
  }
  return [...parts.values()]
}
