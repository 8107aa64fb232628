import { generateKeyPairSync } from 'node:crypto'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { signerOf } from '../../scripts/publish/signerOf.ts'
import type { RecordPlace } from '../../scripts/publish/editionRecord.ts'
import type { Sealing } from '../../scripts/publish/sealing.ts'
import type { Access } from '../../src/bundle/access.ts'

/** A practice's keys, made for one test, and what its two people hold. */
export interface TestSealing {
  readonly sealing: Sealing
  readonly viewer: Access
  readonly owner: Access
}

/** Where a test's practice keeps the record of its viewers' edition. */
export function testRecord(path: string): RecordPlace {
  return { path, practice: 'the one of this test' }
}

/**
 * Fresh keys: one viewer, one owner, one signer, no two-part link. A sync that publishes for the viewer needs a path for
 * the record of their edition.
 */
export async function testSealing(record?: string): Promise<TestSealing> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const [viewer, owner] = [await generateHybridIdentity(), await generateHybridIdentity()]
  const [viewers, owners] = [await identityToRecipient(viewer), await identityToRecipient(owner)]
  const signer = signerOf(privateKey)
  return {
    sealing: {
      recipients: { viewer: [viewers], owner: [owners] },
      signingKey: privateKey,
      keys: new Map(),
      editionRecord: record === undefined ? null : testRecord(record),
      recheck: null,
    },
    viewer: { identity: viewer, signer, expires: null, audience: 'viewer' },
    owner: { identity: owner, signer, expires: null, audience: 'owner' },
  }
}

/** The same for owners alone: a sync then takes no edition for viewers. */
export function ownersOnly(sealing: Sealing): Sealing {
  return { ...sealing, recipients: { viewer: [], owner: sealing.recipients.owner } }
}
