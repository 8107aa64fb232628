import { generateKeyPairSync } from 'node:crypto'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { signerOf } from '../../scripts/publish/signerOf.ts'
import type { Sealing } from '../../scripts/publish/sealing.ts'
import type { Access } from '../../src/bundle/access.ts'

/** A practice's keys, made for one test, and what its two people hold. */
export interface TestSealing {
  readonly sealing: Sealing
  readonly viewer: Access
  readonly owner: Access
}

/** Fresh keys: one viewer, one owner, one signer, no two-part link. */
export async function testSealing(): Promise<TestSealing> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const [viewer, owner] = [await generateHybridIdentity(), await generateHybridIdentity()]
  const [viewers, owners] = [await identityToRecipient(viewer), await identityToRecipient(owner)]
  const access = (identity: string): Access => ({ identity, signer: signerOf(privateKey), expires: null })
  return {
    sealing: {
      recipients: { viewer: [viewers, owners].sort(), owner: [owners] },
      signingKey: privateKey,
      keys: new Map(),
    },
    viewer: access(viewer),
    owner: access(owner),
  }
}
