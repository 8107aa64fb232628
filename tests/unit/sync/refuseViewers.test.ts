import { expect, test } from 'vitest'
import type { Reader } from '../../../scripts/share/reader.ts'
import type { SharedSealing } from '../../../scripts/share/readSealing.ts'
import { refuseViewers } from '../../../scripts/sync/refuseViewers.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { testSealing } from '../../helpers/testSealing.ts'

/** What a sync publishes with where just these people have links. */
async function sealing(audiences: readonly Reader['audience'][]): Promise<SharedSealing> {
  const readers = audiences.map((audience, index) => ({
    id: String(index).padStart(16, '0'),
    label: `Person ${String(index)}`,
    audience,
    recipient: 'age1pq1',
    added: '2026-10-01',
    expires: null,
  }))
  return { ...(await testSealing()).sealing, readers, today: '2026-10-17' }
}

test('owners alone may be published for without a record of what was published before', async () => {
  const owners = await sealing(['owner', 'owner'])
  expect(() => {
    refuseViewers(owners)
  }).not.toThrow()
})

test('one viewer among owners refuses such a run, and the words say what to do', async () => {
  const mixed = await sealing(['owner', 'viewer', 'owner'])
  const { message, hint } = await caughtSyncError(() => {
    refuseViewers(mixed)
  })
  expect(message).toContain('Somebody who is no owner has a link')
  expect(hint).toContain('let only owners in')
  expect(message + hint).not.toContain('Person')
})
